/* The page's first view: incidents with numbers, map and timeline; each leads to its sentences. */
const cached = (make) => {
  const kept = new WeakMap();
  return (row) => {
    let value = kept.get(row);
    if (value === undefined) {
      value = make(row);
      kept.set(row, value);
    }
    return value;
  };
};
const incidentText = cached((i) =>
  [
    i.place,
    i.admin1,
    countryName(i.country),
    i.cause,
    i.actors,
    i.people,
    i.kind,
    i.from,
    ...i.t.map(tollWords),
    ...i.r.flatMap((r) => [r.title, r.source, r.article, r.sentence, r.day]),
  ]
    .filter(Boolean)
    .join(" \n "),
);
const articleHas = cached((article) => ({ id: "", words: null, fits: false, article }));
const textFits = (article) => {
  const kept = articleHas(article);
  if (kept.words !== wanted) {
    kept.words = wanted;
    kept.fits = hasWords([article.title, article.source, article.file, article.text].join(" \n "));
  }
  return kept.fits;
};
/** How sure the surest figure of an incident is: of its best toll, where the page holds the article. */
const sureness = cached((incident) => {
  let best = null;
  for (const report of incident.r) {
    const article = articleOf.get(report.article);
    if (!article || !report.incident) continue;
    for (const mention of [...article.m, ...article.h])
      if (mention[0] === "casualty" && mention[3].incident === report.incident) best = Math.max(best || 0, mention[3].confidence);
  }
  return best;
});
const incidentFits = (i) =>
  (!filter.kind || i.kind === filter.kind) &&
  (!filter.outcome || i.t.some(([outcome]) => outcome === filter.outcome)) &&
  (!filter.country || i.country === filter.country) &&
  hasPlace(i.place) &&
  overlaps(i.from, i.to) &&
  (!filter.source || i.r.some(({ source }) => source === filter.source)) &&
  isSure(sureness(i)) &&
  (wanted.length === 0 ||
    hasWords(incidentText(i)) ||
    i.r.some(({ article }) => articleOf.has(article) && textFits(articleOf.get(article))));
const tollCell = (outcome) => (i) => {
  const toll = tollIn(i.t, outcome);
  return toll ? make("span", { title: tollWords(toll) }, tollNumber(toll)) : "";
};
const sourcesOf = (i) => distinct(i.r.map(({ source }) => source));
const startOf = (report) => {
  const article = articleOf.get(report.article),
    own = article && article.i.find(([id]) => id === report.incident);
  return own ? own[2][0] : null;
};
const titleOfIncident = (i) => i.r[0].title || i.r[0].article;
const INCIDENT_COLUMNS = [
  { name: "day", value: (i) => i.from, cell: (i) => dayCell(i.from, i.to) },
  {
    name: "where",
    value: (i) => i.place,
    cell: (i, isOpen) =>
      link(i.place || "place unknown", isOpen ? "#incidents" : incidentHash(i), { "aria-expanded": String(!!isOpen), class: "row-link" }),
  },
  { name: "country", value: (i) => countryName(i.country) },
  ...OWN_OUTCOMES.map((name) => ({ name, number: true, value: (i) => bestIn(i.t, name), cell: tollCell(name) })),
  {
    name: "other",
    value: (i) => Math.max(0, ...OTHER_OUTCOMES.map((o) => bestIn(i.t, o) || 0)) || null,
    cell: (i) =>
      i.t
        .filter((toll) => OTHER_OUTCOMES.includes(toll[0]) || toll[4] !== "reported")
        .map(tollWords)
        .join("; "),
  },
  { name: "cause", value: (i) => i.cause },
  {
    name: "what the article says",
    wide: true,
    value: (i) => titleOfIncident(i),
    cell: (i) => {
      const said = i.r.find(({ sentence }) => sentence) || i.r[0],
        start = startOf(said);
      return [
        i.kind === "incident" ? null : make("span", { class: "tag" }, i.kind),
        articleOf.has(said.article) ? link(said.title || said.article, articleHash(said.article, start)) : said.title || said.article,
        said.sentence ? make("span", { class: "says" }, said.sentence) : null,
      ];
    },
  },
  { name: "reports", number: true, value: (i) => i.r.length },
];
function tollChart(incident, outcome, wide) {
  const told = incident.r.flatMap((report) =>
    report.t
      .filter((toll) => toll[0] === outcome && toll[1] !== null && toll[4] === "reported" && report.day)
      .map((toll) => ({
        day: dayNumber(report.day),
        number: toll[1],
        who: (report.source || report.article) + ": " + toll[1] + " " + outcome + ", " + report.day,
      })),
  );
  const days = [...new Set(told.map(({ day }) => day))].sort((a, b) => a - b);
  if (days.length < 2) return null;
  const most = Math.max(...told.map(({ number }) => number), 1),
    first = days[0],
    last = days[days.length - 1],
    W = Math.max(280, wide),
    H = 150;
  const x = (day) => 16 + ((day - first) / (last - first)) * (W - 76),
    y = (number) => 116 - (number / most) * 92;
  const svg = draw("svg", {
    viewBox: "0 0 " + W + " " + H,
    role: "img",
    "aria-label": outcome + " as told day by day: " + told.map(({ who }) => who).join("; "),
  });
  svg.append(draw("line", { class: "axis", x1: 10, y1: 116, x2: W - 10, y2: 116 }));
  svg.append(
    draw("path", {
      class: "told",
      d: days
        .map((day, n) => (n ? "L " : "M ") + x(day).toFixed(1) + " " + y(told.filter((t) => t.day === day).pop().number).toFixed(1))
        .join(" "),
    }),
  );
  for (const { day, number, who } of told) {
    const point = draw("circle", { class: "point", cx: x(day).toFixed(1), cy: y(number).toFixed(1), r: 4.5 });
    point.append(draw("title", {}, who));
    svg.append(point, draw("text", { class: "point-name", x: (x(day) + 7).toFixed(1), y: (y(number) - 6).toFixed(1) }, counted(number)));
  }
  svg.append(
    draw("text", { class: "tick", x: 10, y: 136 }, isoDay(first)),
    draw("text", { class: "tick", x: W - 10, y: 136, "text-anchor": "end" }, isoDay(last)),
  );
  return make("figure", { class: "toll-chart" }, make("figcaption", {}, outcome + ", as told day by day"), svg);
}
function incidentDetail(i) {
  const facts = [
    ["Kind", i.kind === "incident" ? null : i.kind],
    ["Cause", i.cause],
    ["Province", i.admin1],
    ["Who did it", i.actors],
    ["Named victims", i.people],
    ["Decisions", i.decided],
    ["Confidence of its surest figure", sureness(i)],
  ].filter(([, value]) => value !== null && value !== "");
  const reports = make(
    "ol",
    { class: "reports" },
    i.r.map((report) => {
      const article = articleOf.get(report.article),
        start = startOf(report),
        name = report.title || report.article;
      return make(
        "li",
        {},
        make("span", { class: "meta" }, [report.day, report.source].filter(Boolean).join(" · ")),
        " ",
        article ? link(name, articleHash(report.article, start)) : name,
        " ",
        report.t.length
          ? make(
              "span",
              { class: "tolls" },
              report.t.map((toll) => make("span", { class: "toll" }, tollWords(toll))),
            )
          : null,
        report.sentence
          ? make(
              "blockquote",
              {},
              report.sentence,
              " ",
              article ? link("Read it in the article", articleHash(report.article, start), { class: "go" }) : null,
            )
          : null,
      );
    }),
  );
  const wide = Math.min(760, innerWidth - 60);
  return make(
    "div",
    { class: "inside" },
    make(
      "div",
      { class: "tolls" },
      i.t.map((toll) => make("span", { class: "toll" }, tollWords(toll))),
    ),
    facts.length
      ? make(
          "dl",
          { class: "facts" },
          facts.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, String(value))]),
        )
      : null,
    tollChart(i, "killed", wide) || tollChart(i, "injured", wide),
    make("h2", {}, many(i.r.length, "report")),
    reports,
  );
}
const KINDS = [
  ["incident", "incidents"],
  ["aggregate", "totals over a time"],
  ["story", "stories without numbers"],
];
let charts = { of: "", nodes: null };
/** Map and timeline, drawn anew where the filters or the width have changed, not for another page of the list. */
function chartsOf(found) {
  const of = JSON.stringify(filter) + innerWidth;
  if (charts.of !== of) {
    const wide = innerWidth < 900 ? innerWidth - 58 : Math.min(560, (Math.min(1320, innerWidth) - 100) * 0.42);
    camera = null;
    charts = { of, nodes: make("div", { class: "charts" }, map(found), timeline(found, "Bars: incidents.", harm, wide)), redraw };
  }
  redraw = charts.redraw;
  return charts.nodes;
}
function incidentsView(open, jump) {
  useControls(
    ["words", "kind", "outcome", "country", "place", "from", "to", "source", "sure"],
    KINDS.filter(([kind]) => incidents.some((i) => i.kind === kind)),
  );
  const found = incidents.filter(incidentFits);
  const events = found.filter(({ kind }) => kind !== "aggregate");
  const of = (outcome) => events.filter((i) => bestIn(i.t, outcome) > 0).length;
  const facts = [
    [
      found.length,
      "incident" + (found.length === 1 ? "" : "s") + (found.length < incidents.length ? " of " + counted(incidents.length) : ""),
    ],
    [of("killed"), "with people killed"],
    [of("injured"), "with people injured"],
    [distinct(found.map(({ country }) => country)).length, "countries"],
    [new Set(found.flatMap((i) => i.r.map(({ article }) => article))).size, "articles"],
  ];
  const days = events
    .map(({ from }) => from)
    .filter(Boolean)
    .sort();
  return {
    name: "Incidents",
    count: many(found.length, "incident") + " of " + counted(incidents.length),
    nodes: [
      found.length
        ? make(
            "ul",
            { class: "numbers" },
            facts.map(([number, label]) => make("li", {}, make("b", {}, counted(number)), " ", label)),
            days.length
              ? make("li", {}, make("b", { class: "nowrap" }, days[0]), " to ", make("b", { class: "nowrap" }, days[days.length - 1]))
              : null,
          )
        : null,
      found.length ? chartsOf(found) : null,
      ...list(
        "incidents",
        "Incidents",
        INCIDENT_COLUMNS,
        found,
        { column: 0, down: true },
        { key: (i) => i.id, current: open, jump, detail: incidentDetail },
      ),
      leftOut(incidents.length, run.incidents, "incidents", "incidents.csv"),
      make(
        "p",
        { class: "note" },
        "Numbers are the best ones of the latest reports; + means at least. " +
          "Totals over a time are marked and never to be added to incidents. An empty cell is unknown, not zero.",
      ),
    ],
  };
}
