import { agreeOnStory } from "./agree-on-story.js";
import { cleanStory, keyOf } from "./clean-story.js";
import { htmlToBlocks, type HtmlBlock } from "./html-blocks.js";
import { removeFurniture } from "./remove-furniture.js";
import { treeFits } from "./tree-fits.js";
import { unnestMarkup } from "./unnest-markup.js";

/** Fewest units of a story before readability looks again with weaker rules: short notices are stories, too. */
const SHORT_STORY = 200;

/** The story of a page as text, by what readability and defuddle agree on; empty where they find none or fail. */
export async function findStory(html: string, title: string | null): Promise<string> {
  const markup = unnestMarkup(html);
  const wide = await readWidely(markup);
  const narrow = await readNarrowly(markup);
  const story = withoutTitle(cleanStory(agreeOnStory(wide, narrow)), title);
  return story.map(({ text, gap }, index) => (index === 0 ? text : gap + text)).join("");
}

/** The blocks without a first one that repeats the title, which is read apart. */
function withoutTitle(blocks: readonly HtmlBlock[], title: string | null): readonly HtmlBlock[] {
  const [first] = blocks;
  return first && blocks.length > 1 && title !== null && keyOf(first) === keyOf({ text: title }) ? blocks.slice(1) : blocks;
}

async function readWidely(html: string): Promise<readonly HtmlBlock[]> {
  const [{ parseHTML }, { Readability }] = await Promise.all([import("linkedom"), import("@mozilla/readability")]);
  try {
    const { document } = parseHTML(html);
    if (!treeFits(document)) return [];
    removeFurniture(document);
    const page = document as unknown as ConstructorParameters<typeof Readability>[0];
    const found = new Readability(page, { charThreshold: SHORT_STORY }).parse();
    return htmlToBlocks(found?.content ?? "");
  } catch {
    return [];
  }
}

async function readNarrowly(html: string): Promise<readonly HtmlBlock[]> {
  const [{ parseHTML }, { Defuddle }] = await Promise.all([import("linkedom"), import("defuddle/node")]);
  try {
    const { document } = parseHTML(html);
    if (!treeFits(document)) return [];
    removeFurniture(document);
    // useAsync would fetch from the web what a page lacks; nothing here uses the network.
    const page = document as unknown as Parameters<typeof Defuddle>[0];
    const { content } = await Defuddle(page, undefined, { useAsync: false, removeImages: true });
    return htmlToBlocks(content);
  } catch {
    return [];
  }
}
