/** Banners and boxes that pages lay over or between the story: parts of their ids and classes. */
const OVERLAYS = [
  "cookie",
  "consent",
  "gdpr",
  "onetrust",
  "didomi",
  "cmp-container",
  "qc-cmp",
  "newsletter",
  "paywall-banner",
  "subscribe-banner",
  "breaking-news-ticker",
] as const;

/** Whole words of ids and classes of what explains pictures, and of what shows only on a touch. */
const NOTES: ReadonlySet<string> = new Set([
  "caption",
  "captions",
  "figcaption",
  "credit",
  "credits",
  "photocredit",
  "imagecredit",
  "photographer",
  "popover",
  "tooltip",
  "rollover",
  "hovercard",
  "modal",
  "lightbox",
]);

/** What an archive of the web, or a program that saves pages, puts around them. */
const WRAPPERS =
  "#wm-ipp-base, #wm-ipp, #wm-ipp-print, #donato, #__wb_record_overlay_div, #HEADER > table, #bN-google-cache-hdr, singlefile-infobar";
/** What pages hide by themselves. */
const HIDDEN = '[hidden], [style*="display:none" i], [style*="display: none" i]';

const FORMULAS =
  'math, span[class*="katex" i], div[class*="katex" i], span[class*="MathJax" i], div[class*="MathJax" ' +
  "i], mjx-container, [data-math], [data-latex], .mwe-math-element";

interface PageElement {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly className: unknown;
  readonly id: string;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<unknown>;
  remove(): void;
}
interface PageDocument {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<unknown>;
}

/** An element that holds more than this share of a page's text is the story, whatever it is called. */
const SMALL = 1 / 3;

/** Removes scripts, banners, captions, hidden parts and the wrappers of saved pages from a document. */
export function removeFurniture(document: unknown): void {
  const page = document as PageDocument;
  // What scripts hold was read before; libraries that read their data again complain of every fault in it.
  // Formulas and choices of forms are none of a story's words, and each takes defuddle a search of the whole page.
  for (const element of page.querySelectorAll(`script, style, noscript, select, datalist, ${FORMULAS}`)) (element as PageElement).remove();
  const body = page.querySelector("body");
  if (body === null) return;
  const whole = { prose: proseUnits(body), all: body.textContent?.length ?? 0 };
  const overlays = OVERLAYS.flatMap((word) => [`[id*="${word}" i]`, `[class*="${word}" i]`]).join(",");
  const remove = (element: PageElement): void => {
    // A page whose whole body bears such a class ("cookies-accepted") is not a banner.
    if (/^(?:html|body|main|article)$/i.test(element.tagName)) return;
    if ((element.textContent?.length ?? 0) < whole.all * SMALL && proseUnits(element) <= whole.prose * SMALL) element.remove();
  };
  for (const element of page.querySelectorAll(`${overlays},${WRAPPERS},${HIDDEN},figcaption`)) remove(element as PageElement);
  for (const element of page.querySelectorAll("[class],[id]")) if (isNote(element as PageElement)) remove(element as PageElement);
}

/** Units of text in paragraphs: unlike the whole text, without scripts. */
function proseUnits(element: PageElement): number {
  let units = 0;
  for (const paragraph of element.querySelectorAll("p")) units += (paragraph as PageElement).textContent?.length ?? 0;
  return units;
}

function isNote(element: PageElement): boolean {
  const names = `${element.getAttribute("class") ?? ""} ${element.id}`.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return names.split(/[\s_-]+/).some((word) => NOTES.has(word));
}
