/* The filters of the page: one form for all lists, and what it lets through. */
const NO_FILTER = { words: "", outcome: "", place: "", country: "", from: "", to: "", source: "", sure: "", kind: "" };
let filter = { ...NO_FILTER };
const escapeWord = (word) => word.replace(/[.*+?^$(){}|[\]\\]/g, "\\$&");
let wanted = [];
const setWords = () => {
  wanted = filter.words
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => new RegExp(escapeWord(word), "iu"));
};
const hasWords = (text) => wanted.every((word) => word.test(text));
const overlaps = (from, to) =>
  (!filter.from && !filter.to) || (!!from && (!filter.from || (to || from) >= filter.from) && (!filter.to || from <= filter.to));
const hasPlace = (text) => !filter.place || (text || "").toLowerCase().includes(filter.place.toLowerCase());
const isSure = (confidence) => !filter.sure || (confidence !== null && confidence >= Number(filter.sure));
const distinct = (values) => [...new Set(values.filter(Boolean))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
const OUTCOMES = distinct([
  ...incidents.flatMap((incident) => incident.t.map(([outcome]) => outcome)),
  ...articles.flatMap((article) => article.m.filter(([kind]) => kind === "casualty").map(([, , , figure]) => figure.outcome)),
]);
const SOURCES = distinct([
  ...articles.map((article) => article.source),
  ...incidents.flatMap((incident) => incident.r.map(({ source }) => source)),
]);
const CODES = distinct([...incidents.map(({ country }) => country), ...entities.map(({ country }) => country)]).sort((a, b) =>
  countryName(a) < countryName(b) ? -1 : 1,
);
const PLACES = distinct([...incidents.map(({ place }) => place)]);
const controls = new Map();
function control(name, label, node) {
  node.id = "f-" + name;
  node.name = name;
  node.addEventListener("input", () => {
    filter[name] = node.value;
    if (name === "words") setWords();
    changed();
  });
  const box = make("div", { class: "control" }, make("label", { for: node.id }, label), node);
  controls.set(name, { node, box });
  return box;
}
const select = (empty, options) =>
  make("select", {}, make("option", { value: "" }, empty), ...options.map(([value, label]) => make("option", { value }, label)));
const results = make("output", { class: "count", "aria-live": "polite", for: "f-words" });
const form = make(
  "form",
  { role: "search", class: "filters", "aria-label": "Filters" },
  control("words", "Search", make("input", { type: "search", placeholder: "any words, also of the articles", autocomplete: "off" })),
  make(
    "details",
    { class: "more" },
    make("summary", {}, "Filters"),
    make(
      "div",
      { class: "grid" },
      control("kind", "Kind", select("all", [])),
      control(
        "outcome",
        "Outcome",
        select(
          "any",
          OUTCOMES.map((outcome) => [outcome, outcome]),
        ),
      ),
      control(
        "country",
        "Country",
        select(
          "any",
          CODES.map((code) => [code, countryName(code)]),
        ),
      ),
      control("place", "Place", make("input", { list: "places", autocomplete: "off", placeholder: "any" })),
      control("from", "From", make("input", { type: "date" })),
      control("to", "Until", make("input", { type: "date" })),
      control(
        "source",
        "Source",
        select(
          "any",
          SOURCES.map((source) => [source, source]),
        ),
      ),
      control(
        "sure",
        "Confidence",
        select("any", [
          ["0.5", "at least 0.5"],
          ["0.8", "at least 0.8"],
          ["0.9", "at least 0.9"],
          ["0.95", "at least 0.95"],
        ]),
      ),
      make(
        "datalist",
        { id: "places" },
        PLACES.map((place) => make("option", { value: place })),
      ),
    ),
  ),
  make(
    "div",
    { class: "told-count" },
    results,
    button("Clear the filters", () => clearFilter(), { class: "clear" }),
  ),
);
form.addEventListener("submit", (event) => event.preventDefault());
const more = form.querySelector("details");
more.open = matchMedia("(min-width: 800px)").matches;
const isFiltered = () => Object.values(filter).some(Boolean);
function setFilter(values) {
  filter = { ...filter, ...values };
  for (const [name, { node }] of controls) node.value = filter[name];
  setWords();
  changed();
}
const clearFilter = () => setFilter(NO_FILTER);
let waiting = 0;
function changed() {
  clearTimeout(waiting);
  waiting = setTimeout(
    () => {
      pages = {};
      show(false);
    },
    articles.length > 300 ? 200 : 60,
  );
}
function useControls(names, kinds) {
  for (const [name, { box, node }] of controls) {
    box.hidden = !names.includes(name);
    if (name === "kind" && kinds) {
      node.replaceChildren(make("option", { value: "" }, "all"), ...kinds.map(([value, label]) => make("option", { value }, label)));
      if (!kinds.some(([value]) => value === filter.kind)) filter.kind = "";
      node.value = filter.kind;
    } else if (name === "kind" && box.hidden) filter.kind = "";
  }
}
const activeWords = () =>
  [
    filter.words && "“" + filter.words + "”",
    filter.kind,
    filter.outcome,
    filter.country && countryName(filter.country),
    filter.place,
    filter.from && "from " + filter.from,
    filter.to && "until " + filter.to,
    filter.source,
    filter.sure && "confidence from " + filter.sure,
  ]
    .filter(Boolean)
    .join(", ");
