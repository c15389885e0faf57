/* Figures, articles, names and dates: the page's other lists. */
const ALL_FIGURES = articles.flatMap((article) => [
  ...article.h.map((mention) => ({ article, mention, figure: mention[3], inTitle: true })),
  ...article.m.filter(([kind]) => kind === "casualty").map((mention) => ({ article, mention, figure: mention[3], inTitle: false })),
]);
const figureNumber = ({ value, low, high, qualifier }) => {
  if (value === undefined)
    return low === undefined
      ? high === undefined
        ? "some"
        : "up to " + counted(high)
      : high === undefined
        ? counted(low) + "+"
        : counted(low) + "–" + counted(high);
  return qualifier === "at-least"
    ? counted(value) + "+"
    : qualifier === "at-most"
      ? "up to " + counted(value)
      : qualifier === "approximate"
        ? "about " + counted(value)
        : counted(value);
};
const figureSentence = ({ article, mention: [, start, end], inTitle }) =>
  quoted(inTitle ? article.title || "" : article.text, start, end, 160);
const figureText = cached(({ article, mention: [, start, end], figure, inTitle }) =>
  [
    article.title,
    article.source,
    article.id,
    figure.outcome,
    figure.victims,
    figure.attribution,
    figure.place,
    countryName(figure.country),
    figure.modality,
    around(inTitle ? article.title || "" : article.text, start, end, 240).join(""),
  ]
    .filter(Boolean)
    .join(" \n "),
);
const figureFits = (row) => {
  const { article, figure } = row;
  return (
    (!filter.outcome || figure.outcome === filter.outcome) &&
    (!filter.country || figure.country === filter.country) &&
    hasPlace(figure.place) &&
    overlaps(figure.from || article.published, figure.to || article.published) &&
    (!filter.source || article.source === filter.source) &&
    isSure(figure.confidence) &&
    (wanted.length === 0 || hasWords(figureText(row)))
  );
};
const FIGURE_COLUMNS = [
  {
    name: "outcome",
    value: ({ figure }) => figure.outcome,
    cell: ({ figure }) => [
      figure.outcome,
      figure.modality ? make("span", { class: "tag" }, figure.modality) : null,
      figure.doubt ? make("span", { class: "tag" }, figure.doubt) : null,
    ],
  },
  { name: "number", number: true, value: ({ figure }) => figure.value ?? figure.low ?? null, cell: ({ figure }) => figureNumber(figure) },
  { name: "victims", value: ({ figure }) => figure.victims },
  {
    name: "where",
    value: ({ figure }) => figure.place,
    cell: ({ figure }) => [figure.place, figure.country ? make("span", { class: "meta below" }, countryName(figure.country)) : null],
  },
  { name: "day", value: ({ figure }) => figure.from, cell: ({ figure }) => dayCell(figure.from, figure.to) },
  { name: "by", value: ({ figure }) => figure.attribution },
  {
    name: "sentence",
    wide: true,
    value: ({ article, mention }) => article.text.slice(mention[1], mention[1] + 80),
    cell: (row) => [
      link(figureSentence(row), articleHash(row.article.id, row.inTitle ? null : row.mention[1]), { class: "plain" }),
      make("span", { class: "meta below" }, [titleOf(row.article), row.article.published, row.article.source].filter(Boolean).join(" · ")),
    ],
  },
  { name: "confidence", number: true, value: ({ figure }) => figure.confidence },
  ...(ALL_FIGURES.some(({ figure }) => figure.reviewed) ? [{ name: "reviewed", value: ({ figure }) => figure.reviewed }] : []),
];
function figuresView() {
  useControls(["words", "outcome", "country", "place", "from", "to", "source", "sure"]);
  const found = ALL_FIGURES.filter(figureFits);
  return {
    name: "Figures",
    count: many(found.length, "figure") + " of " + counted(ALL_FIGURES.length),
    nodes: [
      make("p", { class: "note" }, "Every casualty figure as a title or a text states it. Texts repeat themselves: do not add figures up."),
      ...list("figures", "Casualty figures", FIGURE_COLUMNS, found, { column: 4, down: true }),
    ],
  };
}
const outcomesOf = cached((article) => distinct(article.m.filter(([kind]) => kind === "casualty").map(([, , , figure]) => figure.outcome)));
const countriesOf = cached((article) =>
  distinct([
    ...article.m.filter(([kind]) => kind === "casualty").map(([, , , figure]) => figure.country),
    ...article.i.map(([id]) => (incidentOf.get(article.id + "#" + id) || {}).country),
  ]),
);
const mainTolls = cached(
  (article) =>
    article.i
      .filter(([, kind]) => kind === "incident")
      .map(([, , , tolls]) => tolls)
      .find((tolls) => tolls.length) || [],
);
const articleFits = (article) =>
  (!filter.outcome || outcomesOf(article).includes(filter.outcome)) &&
  (!filter.country || countriesOf(article).includes(filter.country)) &&
  (!filter.place || hasPlace(article.text)) &&
  overlaps(article.published, article.published) &&
  (!filter.source || article.source === filter.source) &&
  (wanted.length === 0 || textFits(article));
const ARTICLE_COLUMNS = [
  { name: "published", day: true, value: (article) => article.published },
  { name: "source", value: (article) => article.source },
  {
    name: "title",
    wide: true,
    value: titleOf,
    cell: (article) => [
      link(titleOf(article), articleHash(article.id), { class: "row-link" }),
      article.duplicate ? make("span", { class: "tag" }, "repeats " + article.duplicate) : null,
    ],
  },
  {
    name: "first toll",
    value: (article) => bestIn(mainTolls(article), "killed"),
    cell: (article) => mainTolls(article).map(tollWords).join("; "),
  },
  { name: "incidents", number: true, value: (article) => article.i.length },
  { name: "figures", number: true, value: (article) => article.m.filter(([kind]) => kind === "casualty").length },
  { name: "file", value: (article) => article.file },
];
function articlesView() {
  useControls(["words", "outcome", "country", "place", "from", "to", "source"]);
  const found = articles.filter(articleFits);
  return {
    name: "Articles",
    count: many(found.length, "article") + " of " + counted(articles.length),
    nodes: [
      ...list("articles", "Articles", ARTICLE_COLUMNS, found, { column: 0, down: true }),
      leftOut(articles.length, run.articles, "articles", "articles.csv"),
    ],
  };
}
const entityText = cached((entity) =>
  [entity.name, ...entity.aliases, ...entity.roles, countryName(entity.country), entity.where, entity.kind].filter(Boolean).join(" \n "),
);
const entityFits = (entity) =>
  (!filter.kind || entity.kind === filter.kind) &&
  (!filter.country || entity.country === filter.country) &&
  ((!filter.from && !filter.to) ||
    (entity.first && (!filter.to || entity.first <= filter.to) && (!filter.from || entity.last >= filter.from))) &&
  (wanted.length === 0 || hasWords(entityText(entity)));
const ENTITY_COLUMNS = [
  {
    name: "name",
    wide: true,
    value: (entity) => entity.name,
    cell: (entity) => [
      link(entity.name, entityHash(entity), { class: "row-link" }),
      entity.aliases.length
        ? make("span", { class: "says" }, "also: " + entity.aliases.slice(0, 4).join("; ") + (entity.aliases.length > 4 ? " …" : ""))
        : null,
    ],
  },
  { name: "kind", value: (entity) => entity.kind, cell: (entity) => make("span", { class: "kind " + entity.kind }, entity.kind) },
  {
    name: "what or where",
    value: (entity) => entity.roles[0] || entity.where,
    cell: (entity) => entity.roles.slice(0, 3).join("; ") || entity.where,
  },
  { name: "country", value: (entity) => countryName(entity.country) },
  { name: "articles", number: true, value: (entity) => entity.articles },
  { name: "mentions", number: true, value: (entity) => entity.mentions },
  { name: "first", day: true, value: (entity) => entity.first },
  { name: "last", day: true, value: (entity) => entity.last },
];
function namesView() {
  useControls(["words", "kind", "country", "from", "to"], FOLLOWED_KINDS);
  const found = entities.filter(entityFits);
  return {
    name: "Names",
    count: many(found.length, "name") + " of " + counted(entities.length),
    nodes: [
      ...list("names", "People, organizations and places", ENTITY_COLUMNS, found, { column: 4, down: true }),
      leftOut(entities.length, run.entities, "names", "entities.csv"),
    ],
  };
}
const ALL_DATES = articles.flatMap((article) =>
  article.m
    .filter(([kind, , , , from]) => kind === "date" && from)
    .map(([, start, end, value, from, to]) => ({ article, start, end, value, from, to })),
);
const dateFits = ({ article, start, end, from, to }) =>
  overlaps(from, to) &&
  (!filter.source || article.source === filter.source) &&
  (wanted.length === 0 || hasWords([article.title, article.source, around(article.text, start, end, 200).join("")].join(" \n ")));
const DATE_COLUMNS = [
  { name: "from", day: true, value: ({ from }) => from },
  { name: "to", day: true, value: ({ to }) => to },
  {
    name: "sentence",
    wide: true,
    value: ({ article, start }) => article.text.slice(start, start + 60),
    cell: ({ article, start, end }) => [link(quoted(article.text, start, end, 120), articleHash(article.id, start), { class: "plain" })],
  },
  {
    name: "article",
    value: ({ article }) => titleOf(article),
    cell: ({ article }) => [
      titleOf(article),
      make("span", { class: "meta below" }, [article.published, article.source].filter(Boolean).join(" · ")),
    ],
  },
];
function datesView() {
  useControls(["words", "from", "to", "source"]);
  const found = ALL_DATES.filter(dateFits);
  return {
    name: "Dates",
    count: many(found.length, "date") + " of " + counted(ALL_DATES.length),
    nodes: list("dates", "Dates that the texts give", DATE_COLUMNS, found, { column: 0, down: true }),
  };
}
