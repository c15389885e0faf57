/* The page of one article with its findings marked, and that of one person, organization or place. */
const back = (to, label) => {
  const node = button(
    "← " + label,
    () => {
      if (history.length > 1 && came) history.back();
      else location.hash = to;
    },
    { class: "back" },
  );
  return node;
};
const explain = ([kind, , , what, from, to]) => {
  if (kind === "date") return "date: " + (from ? daysWritten(from, to) : what);
  if (kind !== "casualty") return kind;
  return [
    what.outcome + " " + figureNumber(what),
    what.victims,
    what.modality,
    what.place && "in " + what.place,
    what.from && daysWritten(what.from, what.to),
    what.attribution && "by " + what.attribution,
    "confidence " + what.confidence,
  ]
    .filter(Boolean)
    .join(" · ");
};
/** Where a mark leads: a figure to its incident, a name to its page. */
const leadsTo = (article, [kind, , , what]) => {
  if (kind === "casualty") {
    const incident = incidentOf.get(article.id + "#" + what.incident);
    return incident ? incidentHash(incident) : null;
  }
  const entity = kind === "date" ? null : entityOfMember.get(article.id + "#" + what);
  return entity ? entityHash(entity) : null;
};
function markedText(article, at) {
  const box = make("div", { class: "text", dir: "auto" });
  let done = 0,
    here = null;
  for (const mention of [...article.m].sort((a, b) => a[1] - b[1] || b[2] - a[2])) {
    const [kind, start, end] = mention;
    if (start < done) continue;
    const to = leadsTo(article, mention),
      words = article.text.slice(start, end);
    const mark = make(
      "mark",
      { class: kind + (start === at ? " here" : ""), title: explain(mention), id: "at-" + start },
      to ? link(words, to) : words,
    );
    if (start === at) here = mark;
    box.append(article.text.slice(done, start), mark);
    done = end;
  }
  box.append(article.text.slice(done));
  if (here)
    requestAnimationFrame(() => {
      here.scrollIntoView({ block: "center" });
      const target = here.querySelector("a") || here;
      target.setAttribute("tabindex", "0");
      target.focus({ preventScroll: true });
    });
  return box;
}
function articleView(id, at) {
  const article = articleOf.get(id);
  if (!article)
    return {
      name: "Article",
      nodes: [make("p", { class: "none" }, "This page does not hold the article " + id + ". "), link("All articles", "#articles")],
    };
  const meta = [article.published, article.source, article.file, article.duplicate ? "repeats " + article.duplicate : null]
    .filter(Boolean)
    .join(" · ");
  const told = article.i
    .map(([own, kind, starts, tolls]) => ({ incident: incidentOf.get(id + "#" + own), kind, starts, tolls }))
    .filter(({ tolls }) => tolls.length);
  const rows = told.map(({ incident, kind, starts, tolls }) =>
    make(
      "li",
      {},
      incident
        ? link(
            [incident.place || "place unknown", daysWritten(incident.from, incident.to)].filter(Boolean).join(", "),
            incidentHash(incident),
          )
        : "",
      kind === "incident" ? null : make("span", { class: "tag" }, kind),
      " ",
      make(
        "span",
        { class: "tolls" },
        tolls.map((toll) => make("span", { class: "toll" }, tollWords(toll))),
      ),
      starts.length ? [" ", link("sentence", articleHash(id, starts[0]), { class: "go" })] : null,
    ),
  );
  return {
    name: titleOf(article),
    nodes: [
      back("#articles", "Back"),
      make(
        "article",
        { class: "reader" },
        make("h1", {}, titleOf(article)),
        make(
          "p",
          { class: "meta" },
          meta,
          article.url ? [" · ", make("a", { href: article.url, rel: "noopener noreferrer" }, "published here")] : null,
        ),
        rows.length
          ? make(
              "details",
              { class: "told", open: at === null },
              make("summary", {}, "What it tells: " + many(rows.length, "incident")),
              make("ul", {}, rows),
            )
          : null,
        make(
          "p",
          { class: "legend" },
          MENTION_KINDS.map((kind) => make("mark", { class: kind }, kind)),
          make("span", { class: "meta" }, " A figure leads to its incident, a name to its page."),
        ),
        markedText(article, at),
      ),
    ],
  };
}
function entityView(id) {
  const entity = entityOf.get(id);
  if (!entity)
    return { name: "Name", nodes: [make("p", { class: "none" }, "This page does not hold that name. "), link("All names", "#names")] };
  const facts = [
    ["Also called", entity.aliases.join("; ")],
    ["Known as", entity.roles.join("; ")],
    ["Country", countryName(entity.country)],
    [
      "Where",
      entity.where && entity.latitude !== null ? entity.where + " (" + entity.latitude + ", " + entity.longitude + ")" : entity.where,
    ],
    [
      "Named",
      many(entity.mentions, "time") +
        " in " +
        many(entity.articles, "article") +
        (entity.first ? ", " + daysWritten(entity.first, entity.last) : ""),
    ],
  ].filter(([, value]) => value);
  const rows = entity.members.flatMap(([articleId, own, reason]) => {
    const article = articleOf.get(articleId);
    if (!article) return [{ article: null, articleId, reason, mentions: [] }];
    return [{ article, articleId, reason, mentions: article.m.filter(([kind, , , what]) => kind === entity.kind && what === own) }];
  });
  rows.sort((a, b) => (((a.article || {}).published || "") < ((b.article || {}).published || "") ? 1 : -1));
  const shown = rows.slice(0, 200);
  return {
    name: entity.name,
    nodes: [
      back("#names", "Back"),
      make(
        "article",
        { class: "reader" },
        make("h1", {}, entity.name, " ", make("span", { class: "kind " + entity.kind }, entity.kind)),
        make(
          "dl",
          { class: "facts" },
          facts.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]),
        ),
        make("h2", {}, "Where it is named"),
        make(
          "ul",
          { class: "named" },
          shown.map(({ article, articleId, reason, mentions }) =>
            make(
              "li",
              {},
              article
                ? [
                    make("span", { class: "meta" }, [article.published, article.source].filter(Boolean).join(" · ")),
                    " ",
                    link(titleOf(article), articleHash(article.id, mentions.length ? mentions[0][1] : null)),
                  ]
                : articleId,
              reason === "name" ? null : make("span", { class: "tag" }, reason),
              mentions
                .slice(0, 3)
                .map(([, start, end]) =>
                  make("blockquote", {}, link(quoted(article.text, start, end, 120), articleHash(article.id, start), { class: "plain" })),
                ),
              mentions.length > 3
                ? make("p", { class: "meta" }, "and " + many(mentions.length - 3, "more mention") + " in this article")
                : null,
            ),
          ),
        ),
        rows.length > 200
          ? make("p", { class: "note" }, "The first 200 of " + counted(rows.length) + " articles; entity_members.csv has them all.")
          : null,
      ),
    ],
  };
}
