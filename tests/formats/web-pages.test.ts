import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { BLOCK_RULES, type BlockExample } from "../../src/formats/articles/web/block-rules.js";
import type { HtmlBlock } from "../../src/formats/articles/web/html-blocks.js";
import { readHtmlMetadata } from "../../src/formats/articles/web/html-metadata.js";
import { countUntold } from "../../src/formats/articles/web/unnest-markup.js";
import { treeFits } from "../../src/formats/articles/web/tree-fits.js";
import { readWebPage } from "../../src/formats/articles/web/web-page.js";
import { findWrittenDays } from "../../src/formats/articles/web/written-days.js";

const read = async (html: string, url: string | null = null) => {
  const { value, diagnostics } = await readWebPage(html, { id: "page", place: "page.html", url });
  return { article: value[0]!, codes: diagnostics.map(({ code }) => code) };
};
const dayOf = async (
  head: string,
  body = "<h1>Flood in Lowport</h1><p>Two people died, police said on Friday evening.</p>",
  url: string | null = null,
) => (await read(`<html lang="en"><head>${head}</head><body>${body}</body></html>`, url)).article.publishedAt;

describe("rules on what stands around a story", () => {
  it.each(BLOCK_RULES.map((rule) => [rule.name, rule] as const))("%s matches its example and not its counter-example", (_, rule) => {
    const matches = ({ text, linked = 0, place = { proseBefore: 1, proseAfter: 1 } }: BlockExample): boolean => {
      const block: HtmlBlock = { text, linked, gap: "\n\n", element: "paragraph" };
      return rule.matches(block, place);
    };
    expect(matches(rule.example)).toBe(true);
    expect(matches(rule.counterExample)).toBe(false);
  });
});

describe("the story of a web page", () => {
  const sentence = (n: number): string =>
    `The river rose for the ${n}th day and the town of Lowport was cut off from the coast, the mayor said on Friday.`;
  const page = (inner: string): string =>
    `<html><head><title>Flood in Lowport</title></head><body><nav><a href="/">Home</a></nav><article><h1>Flood in Lowport</h1>${inner}</article><footer>About us</footer></body></html>`;

  it("leaves out captions, credits, lists of other stories and calls to readers", async () => {
    const { article } = await read(
      page(`
      <figure><img src="a.jpg"><figcaption>Mayor Ada Pell in 2019</figcaption></figure>
      <p>${sentence(4)}</p><p>Photo: Tom Crane/Getty Images</p><p>${sentence(5)}</p>
      <p><strong>Related:</strong> <a href="/x">Nine killed in Northport</a></p><p>${sentence(6)}</p><p>${sentence(7)}</p>
      <h3>More stories</h3><ul><li><a href="/a">Forty dead in mine</a></li><li><a href="/b">Fire kills two</a></li></ul>
      <p>Sign up for our newsletter today.</p><p>(Reporting by Ann Lee; Editing by Bo Hart)</p>`),
    );
    expect(article.text).toBe([4, 5, 6, 7].map(sentence).join("\n\n"));
  });

  it("keeps a short notice whole, beside however long a list of other stories", async () => {
    const teasers = Array.from(
      { length: 80 },
      (_, i) => `<li><a href="/${i}">Another story number ${i} about other towns and other people far away</a></li>`,
    ).join("");
    const { article } = await read(
      `<html><body><div class="content"><h1>Flood</h1><p>${sentence(4)}</p><p>${sentence(5)}</p></div><div class="river"><ul>${teasers}</ul></div></body></html>`,
    );
    expect(article.text).toBe(`${sentence(4)}\n\n${sentence(5)}`);
  });

  it("is found behind the toolbar of the Wayback Machine, and the address without it", async () => {
    const { article } = await read(
      `<html><head><link rel="canonical" href="https://web.archive.org/web/20190102030405/https://post.example/flood"></head><body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base">12 captures, 3 Jan 2018</div><!-- END WAYBACK TOOLBAR INSERT --><p>${sentence(4)}</p><p>${sentence(5)}</p></body></html>`,
    );
    expect(article.text).not.toContain("captures");
    expect(article.url).toBe("https://post.example/flood");
  });

  it("has its address from what browsers and SingleFile write at the head", async () => {
    expect(
      (await read(`<!-- saved from url=(0029)https://post.example/flood --><html><body><p>${sentence(4)}</p></body></html>`)).article.url,
    ).toBe("https://post.example/flood");
    expect(
      (
        await read(
          `<html><!--\n Page saved with SingleFile \n url: https://post.example/fire \n saved date: Fri --><body><p>${sentence(4)}</p></body></html>`,
        )
      ).article.url,
    ).toBe("https://post.example/fire");
  });

  it("has a title without character references", async () => {
    const { article } = await read(
      `<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"It doesn&#8217;t end &amp; won&#039;t"}</script></head><body><p>${sentence(4)}</p></body></html>`,
    );
    expect(article.title).toBe("It doesn’t end & won't");
  });
});

describe("the day of publication of a web page", () => {
  it.each([
    [
      "JSON-LD of a page before that of the article",
      '<script type="application/ld+json">{"@type":"WebPage","datePublished":"2019-01-01"}</script><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-03"}</script>',
    ],
    [
      "JSON-LD in CDATA with a comma too many",
      '<script type="application/ld+json">//<![CDATA[\n{"@type":"NewsArticle","datePublished":"2024-05-03",}\n//]]></script>',
    ],
    [
      "JSON-LD with a line end in a string",
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Two\nlines","datePublished":"2024-05-03"}</script>',
    ],
    ["JSON-LD that is no JSON", '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-03","x":{{</script>'],
    ["a meta tag of another name", '<meta name="shareaholic:article_published_time" content="2024-05-03T10:00:00+02:00">'],
    ["the address", '<link rel="canonical" href="https://post.example/2024/05/03/flood">'],
    ["the address in one number", '<meta property="og:url" content="https://post.example/news/20240503/flood">'],
  ])("stands in %s", async (_, head) => {
    expect(await dayOf(head)).toBe("2024-05-03");
  });

  it.each([
    ["abbr.published", '<h1>Flood</h1><abbr class="published" title="2024-05-03T10:00:00Z">a while ago</abbr>'],
    ["itemprop on any element", '<h1>Flood</h1><span itemprop="datePublished" content="2024-05-03">Friday</span>'],
    ["property on any element", '<h1>Flood</h1><span property="dc:date" content="2024-05-03">Friday</span>'],
    ["a time element without its attribute", "<h1>Flood</h1><time>3 May 2024</time>"],
    ["a published line", "<h1>Flood</h1><p>By Ada Pell. Published on May 3rd, 2024 at 10:15</p>"],
    ["a line of the day alone", "<h1>Flood</h1><div>Friday, 3 May 2024, 10:15 | Lowport</div>"],
    ["an element named after dates, in another language", '<h1>Flood</h1><span class="news-date">3. Mai 2024</span>'],
    [
      "numbers whose order the page proves",
      '<h1>Flood</h1><span class="date">03/05/2024</span><p>It began on 28/04/2024 in the hills.</p>',
    ],
  ])("is shown by %s", async (_, body) => {
    expect(
      await dayOf("", `${body}<p>Two people died, police said on Friday evening.</p><ul class="related"><li>2 January 2020</li></ul>`),
    ).toBe("2024-05-03");
  });

  it("is unknown where only other stories, comments or ambiguous numbers have days", async () => {
    expect(
      await dayOf(
        "",
        '<h1>Flood</h1><p>Two people died, police said.</p><div class="comments"><div class="comment">Bo, 3 May 2024</div></div>',
      ),
    ).toBeNull();
    expect(await dayOf("", '<h1>Flood</h1><span class="date">03/05/2024</span><p>Two people died.</p>')).toBeNull();
  });

  it("is that of the paper where an instant of Greenwich is one day off", async () => {
    const instant = '<meta property="article:published_time" content="2024-05-04T02:30:00Z">';
    expect(await dayOf(`${instant}<link rel="canonical" href="https://post.example/2024/05/03/flood">`)).toBe("2024-05-03");
    expect(await dayOf(instant, '<h1>Flood</h1><span class="date">May 3, 2024 10:30 p.m.</span><p>Two people died.</p>')).toBe(
      "2024-05-03",
    );
    expect(
      await dayOf(
        '<meta property="article:published_time" content="2024-05-04T12:30:00Z">',
        '<h1>Flood</h1><span class="date">May 3, 2024</span><p>Two died.</p>',
      ),
    ).toBe("2024-05-04");
  });

  it("is that of a change only where nothing else is stated, and then says so", async () => {
    const modified = '<meta property="article:modified_time" content="2024-05-09T10:00:00Z">';
    expect(await dayOf(`${modified}<meta property="article:published_time" content="2024-05-03">`)).toBe("2024-05-03");
    const { article, codes } = await read(`<html><head>${modified}</head><body><p>Two people died, police said.</p></body></html>`);
    expect([article.publishedAt, codes]).toEqual(["2024-05-09", ["modified-date"]]);
  });

  it("is read from the address that a web archive knows", async () => {
    expect(await dayOf("", undefined, "https://post.example/2024/05/03/flood.html")).toBe("2024-05-03");
  });
});

describe("pages of a shape that no browser writes", () => {
  const sentence = "The river rose again and the town of Lowport was cut off from the coast, the mayor said on Friday.";

  it("keep their words where more elements stay open than a page has, and no more are open at once", async () => {
    const html = `<!doctype html><body>${"<b><i>Two died. ".repeat(5000)}<p>${sentence}`;
    expect(readHtmlMetadata(html).depth).toBeLessThan(4000);
    const { article } = await read(html);
    expect(article.text.match(/Two died\./g)).toHaveLength(5000);
    expect(article.text.endsWith(sentence)).toBe(true);
  });

  it("of links and forms that stay open are no deeper to us than to those who nest them", () => {
    expect(countUntold('<A href="/1">Two</a> died <a>in</a> <article><form><form>Lowport</form></form>')).toBe(2);
    expect(countUntold('<a href="/1">Two died. '.repeat(500))).toBe(500);
  });

  it("are measured behind a doctype, too", () => {
    const nested = (depth: number): unknown =>
      parseHTML(`<!doctype html><html><body>${"<div>".repeat(depth)}x${"</div>".repeat(depth)}</body></html>`).document;
    expect([treeFits(nested(40)), treeFits(nested(400))]).toEqual([true, false]);
  });

  it("are read on behind a script that speaks of frames, and show what is text whatever it looks like", async () => {
    const script = "<script>document.write('<iframe src=x>' + '<' + '/iframe>')</script><!-- <plaintext> -->";
    const page = `<html><body><article>${script}<p>${sentence}</p><p>${sentence} Again.</p><xmp>The <sea> rose by two meters there, he said.</xmp>
      <iframe src="x"><p>Your browser shows no frames here at all, which is sad for it.</p></iframe><p>${sentence} And again.</p></article>`;
    const { article } = await read(page);
    expect(article.text).toContain("And again.");
    expect(article.text).toContain("The <sea> rose by two meters");
    expect(article.text).not.toContain("frames");
  });
});

describe("days written out", () => {
  it.each([
    ["12. März 2023", "2023-03-12"],
    ["le 1er août 2021", "2021-08-01"],
    ["5 de mayo de 2020", "2020-05-05"],
    ["3 maja 2022", "2022-05-03"],
    ["2023年3月12日", "2023-03-12"],
    ["12.3.2023", "2023-03-12"],
    ["28/02/2023", "2023-02-28"],
    ["Sept. 9, 2019", "2019-09-09"],
    ["15 августа 2020", "2020-08-15"],
  ])("%s is %s", (text, day) => {
    expect(findWrittenDays(text, null).map((found) => found.day)).toEqual([day]);
  });
  it.each(["03/05/2024", "31.2.2024", "version 1.2.2023.4", "12 angry 2010"])("%s is none", (text) => {
    expect(findWrittenDays(text, null)).toEqual([]);
  });
});
