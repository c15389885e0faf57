/** A text of a kind that could take a reader or a recognizer more than its share of work. */
export interface Shape {
  readonly name: string;
  /** The ending of a file of it. */
  readonly ending: string;
  /** A file of about so many characters; the same for the same number. */
  readonly make: (characters: number) => string;
}

/** Repeats pieces, numbered from 0, until they have so many characters. */
function fill(characters: number, piece: (i: number) => string): string {
  const pieces: string[] = [];
  for (let [i, length] = [0, 0]; length < characters; i++) {
    const next = piece(i);
    pieces.push(next);
    length += next.length;
  }
  return pieces.join("");
}

const text = (name: string, piece: (i: number) => string): Shape => ({
  name,
  ending: ".txt",
  make: (characters) => fill(characters, piece),
});
const page = (name: string, piece: (i: number) => string, before = "", behind = ""): Shape => ({
  name,
  ending: ".html",
  make: (characters) => `<!doctype html><html><body>${before}${fill(characters, piece)}${behind}</body></html>`,
});
/** Elements within each other, closed or not. */
const nested = (name: string, open: string, close: string, inside = "Two people were killed in Kyiv on Friday."): Shape => ({
  name,
  ending: ".html",
  make: (characters) => {
    const depth = Math.ceil(characters / (open.length + close.length));
    return `<!doctype html><html><body>${open.repeat(depth)}<p>${inside}</p>${close.repeat(depth)}</body></html>`;
  },
});

const SYLLABLES = ["ba", "ko", "ri", "ven", "tal", "mor", "si", "dra", "lun", "pe", "gor", "wi", "hal", "ne", "zu", "mar"] as const;
const GIVEN = ["Anna", "Ivan", "Maria", "Omar", "Lena", "Pavel", "Rosa", "Tomas", "Amina", "Karl"] as const;
const CITIES = ["Kyiv", "Lagos", "Manila", "Bogota", "Lima", "Nairobi", "Dhaka", "Jakarta", "Accra", "Quito"] as const;
const pick = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;
/** One of 65,536 surnames. */
function surname(i: number): string {
  const word = [0, 4, 8, 12].map((shift) => pick(SYLLABLES, (i * 40_503) >> shift)).join("");
  return word.charAt(0).toUpperCase() + word.slice(1);
}
const person = (i: number): string => `${pick(GIVEN, i)} ${surname(i)}`;

/**
 * News as agencies write it: figures in every sixth paragraph; names that come again and, ever more seldom, names that nobody
 * bore before.
 */
export function newsParagraph(i: number): string {
  const city = pick(CITIES, i >> 3);
  const who = Math.floor(i ** 0.85);
  const killed = `At least ${(i % 40) + 2} people were killed in ${city} on ${pick(["Monday", "Friday", "March 3, 2023"], i)}, police said.`;
  const met = `The council of ${city} met for the third time this week to talk about the road, the bridge and the new school.`;
  return [
    i % 6 === 0 ? killed : met,
    `${person(who)}, a spokesman for the Coast Guard, told the Harbor Wire that the search near the river would go on “until everybody is found”.`,
    `The ministry had warned of floods last week, when the first families left for the north and buses no longer ran.`,
    `“We heard it at five,” said ${person(who + 7)}, ${20 + (i % 60)}, whose shop stands across the road from the market.`,
    "",
  ].join(i % 3 === 0 ? "\n\n" : " ");
}

const STORY = "At least 12 people were killed in Kyiv on Friday, police said. ";

/** Kinds of text and page. Each is read at two sizes, ten times apart. */
export const SHAPES: readonly Shape[] = [
  text("news", newsParagraph),
  text("one sentence, again and again", () => STORY),
  text(
    "a figure in every clause",
    (i) => `${(i % 90) + 2} men were killed, ${(i % 70) + 3} women were wounded and ${(i % 50) + 4} boys fled; `,
  ),
  text("names, all different", (i) => `${person(i)} met ${person(i * 3 + 1)}. `),
  text("one name", () => "Anna Lind met Anna Lind. "),
  text("surnames without given names", (i) => `${surname(i)} spoke. `),
  text("acronyms with their names", (i) => `The ${surname(i)} Relief Fund (${surname(i).slice(0, 1)}RF) spoke. `),
  text("places", (i) => `${pick(CITIES, i)}, ${pick(CITIES, i * 7 + 3)} and ${pick(CITIES, i * 3 + 1)} were hit. `),
  text("dates", (i) => `On ${pick(["Monday", "May 3", "2 June 2021", "the 1990s"], i)} it rained for ${i % 9} days. `),
  text("ranges of numbers", (i) => `${i % 90}-${(i % 90) + 9} `),
  text("numbers with spaces", (i) => `${(i % 900) + 1} ${100 + (i % 900)} ${200 + (i % 700)} `),
  text("a list of victims without an end", (i) => `${person(i)}, ${20 + (i % 60)}; `),
  text("words without marks", (i) => `${pick(SYLLABLES, i)}${pick(SYLLABLES, i * 5 + 1)} said that `),
  text("a word without an end", () => "x"),
  text("hyphens", () => "-"),
  text("words and hyphens", () => "well-"),
  text("abbreviations", () => "U.S. "),
  text("quotes that stay open", () => "“He said "),
  text("parentheses that stay open", () => "(see "),
  text("apostrophes", () => "'s "),
  text("headlines", (i) => `Blast Kills ${(i % 90) + 2} In ${pick(CITIES, i)} Market As Police Search\n`),
  text("capitals", (i) => `${newsParagraph(i).toUpperCase()} `),
  text("short lines", (i) => `${pick(SYLLABLES, i)}\n`),
  text("blank lines", (i) => (i % 50 === 0 ? STORY : "\n\n")),
  text("cells with tabs", (i) => `${i}\t${pick(CITIES, i)}\t${i % 7} killed\n`),
  text("addresses of the web", (i) => `https://example.org/${surname(i)}/${i}?a=${i}&b=2 `),
  text("marks above letters", () => "e\u0301\u0302\u0303 "),
  text("emoji", () => "😀"),
  text("two directions", () => "قتل ١٢ شخصا in Kyiv. "),
  text("white space", (i) => (i % 1000 === 0 ? STORY : " \u00a0\u2009")),
  page("paragraphs", (i) => `<p>${newsParagraph(i)}</p>`),
  page("text without elements", (i) => newsParagraph(i)),
  page("links", (i) => `<li><a href="/${i}">${surname(i)}</a></li>`, `<p>${STORY}</p><ul>`, "</ul>"),
  page("a table", (i) => `<tr><td>${i}</td><td>${pick(CITIES, i)}</td></tr>`, "<table>", "</table>"),
  page("attributes", (i) => `<p class="a${i}" data-x="${"y".repeat(300)}">Two died.</p>`),
  page("comments", () => "<!-- x --><p>Two died.</p>"),
  page("scripts", () => "<script>var a = '<p>';</script><p>Two died.</p>"),
  page("entities", () => "&amp;&lt;&eacute; "),
  page("formatting that stays open", () => "<b><i>Two died "),
  page("paragraphs that stay open", () => "<p>Two died in Kyiv. "),
  page("math and katex", () => "<math><span class=katex>x</span></math>", `<p>${STORY}</p>`),
  page("katex within math", () => "<span class=katex>x</span>", "<math>", `</math><p>${STORY}</p>`),
  page("plaintext", () => "<div>", "<plaintext>"),
  page("frames that stay open", () => "<iframe><div>Two died. "),
  page("comments that stay open", () => "<!-- Two died. "),
  page("scripts that stay open", () => "<script>Two died. "),
  page("tags that stay open", () => "<p class=x ", `<p>${STORY}</p>`),
  page("anchors that stay open", (i) => `<a href="/${i}">Two died in Kyiv. `),
  page("cells that stay open", () => "<table><tr><td>Two died. "),
  page("line ends", () => "Two died in Kyiv.<br>"),
  page("times", (i) => `<time datetime="2024-05-${10 + (i % 20)}">${i % 28} May 2024</time><p>Two died.</p>`),
  page(
    "data for machines",
    (i) => `<script type="application/ld+json">{"@type":"NewsArticle","headline":"T${i}"}</script>`,
    `<p>${STORY}</p>`,
  ),
  page("options", (i) => `<option value=${i}>${pick(CITIES, i)}</option>`, "<select>", "</select>"),
  nested("divisions within each other", "<div>", "</div>"),
  nested("divisions that stay open", "<div>", ""),
  nested("forms within each other", "<form>", "</form>"),
  nested("lists within each other", "<ul><li>", "</li></ul>"),
  nested("tables within each other", "<table><tr><td>", "</td></tr></table>"),
  nested("drawings within each other", "<svg><g>", "</g></svg>"),
  nested("quotes within each other", "<blockquote>", "</blockquote>"),
  {
    name: "Markdown",
    ending: ".md",
    make: (characters) => `---\ntitle: T\n---\n${fill(characters, (i) => `## ${surname(i)}\n\n- [${STORY}](x)\n`)}`,
  },
  { name: "a feed", ending: ".xml", make: feedOf },
  {
    name: "a mail",
    ending: ".eml",
    make: (characters) => `From: a@b.c\nSubject: S\n\n${fill(characters, (i) => `${">".repeat(i % 60)} ${STORY}\n`)}`,
  },
  {
    name: "rich text",
    ending: ".rtf",
    make: (characters) => `{\\rtf1 ${fill(characters, (i) => `{\\b ${newsParagraph(i).replaceAll("\n", "\\par ")}}`)}}`,
  },
  {
    name: "a box of mail",
    ending: ".mbox",
    make: (characters) => fill(characters, (i) => `From a@b.c Fri May  3 10:00:00 2024\nSubject: S${i}\n\n${newsParagraph(i)}\n\n`),
  },
  {
    name: "rows",
    ending: ".csv",
    make: (characters) => `id,title,text\n${fill(characters, (i) => `${i},"${surname(i)}","${newsParagraph(i)}"\n`)}`,
  },
  { name: "a cell without an end", ending: ".csv", make: (characters) => `id,text\n1,"${fill(characters, newsParagraph)}` },
  { name: "quotes in cells", ending: ".csv", make: (characters) => `id,text\n1,"${STORY}${'""'.repeat(characters / 2)}"\n` },
  {
    name: "lines of JSON",
    ending: ".jsonl",
    make: (characters) => fill(characters, (i) => `${JSON.stringify({ id: `${i}`, text: newsParagraph(i) })}\n`),
  },
  { name: "brackets within each other", ending: ".json", make: (characters) => "[".repeat(characters / 2) + "]".repeat(characters / 2) },
  {
    name: "elements of no name we know",
    ending: ".xml",
    make: (characters) =>
      `<?xml version="1.0"?><newsItem>${"<a>".repeat(characters / 7)}${STORY}${"</a>".repeat(characters / 7)}</newsItem>`,
  },
  {
    name: "a feed of elements within each other",
    ending: ".rss",
    make: (characters) =>
      `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><title>S</title><description>${STORY}${"<a>".repeat(characters / 7)}${"</a>".repeat(characters / 7)}</description></item></channel></rss>`,
  },
  // What a PDF gives: lines of a column, words parted at their ends, heads and page numbers between.
  text("columns of a page", (i) => `${newsParagraph(i).slice(0, 60)}-\n${i % 40 === 0 ? `\f${i}\nThe Harbor Wire\n` : ""}`),
  { name: "JSON", ending: ".json", make: (characters) => JSON.stringify({ title: "T", text: fill(characters, newsParagraph) }) },
];

function feedOf(characters: number): string {
  const items = fill(characters, (i) => `<item><title>${surname(i)}</title><description>${newsParagraph(i)}</description></item>`);
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${items}</channel></rss>`;
}
