import { REPORT_INCIDENTS_SCRIPT } from "./report-incidents-script.js";

/** What the report does in a browser. Plain JavaScript, since the page stands alone; words are only ever set as text. */
export const REPORT_SCRIPT = String.raw`
const { all, allIncidents, shapes, articles, incidents } = JSON.parse(document.getElementById("data").textContent);
const view = document.getElementById("view"), filter = document.getElementById("filter"), tabs = document.getElementById("tabs");
const SVG = "http://www.w3.org/2000/svg";
function make(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) if (value !== null && value !== undefined) node.setAttribute(key, value);
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}
function draw(name, attributes, text) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text !== undefined) node.textContent = text;
  return node;
}
const fold = (text) => String(text).toLowerCase();
const asked = () => fold(filter.value).split(/\s+/).filter(Boolean);
const fits = (words, text) => words.every((word) => text.includes(word));
const rangeOf = (low, high, best) => low === high || (low === null && high === null) ? "" : " (" + (low === null ? "?" : low) + " to " + (high === null ? "?" : high) + ")";
const nameOf = (article) => article.title || article.id;

function marked(article) {
  const box = make("div", { class: "text" });
  let at = 0;
  const marks = [...article.m].sort((a, b) => a[1] - b[1] || b[2] - a[2]);
  for (const [kind, start, end, says] of marks) {
    if (start < at) continue;
    box.append(article.text.slice(at, start), make("mark", { class: kind, title: kind + (says ? ": " + says : "") }, article.text.slice(start, end)));
    at = end;
  }
  box.append(article.text.slice(at));
  return box;
}
function card(article) {
  const text = marked(article);
  const long = article.text.length > 900;
  if (long) text.classList.add("cut");
  const more = long ? make("button", { class: "more" }, "Show all") : null;
  if (more) more.addEventListener("click", () => { more.textContent = text.classList.toggle("cut") ? "Show all" : "Show less"; });
  const meta = [article.published, article.source, article.file, article.duplicate ? "repeats " + article.duplicate : null].filter(Boolean).join(" · ");
  return make("article", { id: "a-" + article.id }, make("h2", {}, nameOf(article)),
    make("p", { class: "meta" }, meta, article.url ? " · " : null, article.url ? make("a", { href: article.url, rel: "noopener noreferrer" }, "source") : null),
    article.t.length ? make("div", { class: "tolls" }, ...article.t.map(([outcome, best, low, high, by]) => make("span", { class: "toll", title: by }, outcome + " " + (best === null ? "?" : best) + rangeOf(low, high, best)))) : null,
    text, more);
}
let sorting = {};
function table(key, columns, rows) {
  const state = sorting[key] || { column: -1, down: false };
  const sorted = state.column < 0 ? rows : [...rows].sort((a, b) => {
    const x = a[state.column], y = b[state.column];
    const order = x === null || x === "" ? 1 : y === null || y === "" ? -1 : typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y), "en");
    return (x === null || x === "" || y === null || y === "") ? order : state.down ? -order : order;
  });
  const head = make("tr", {}, ...columns.map((name, index) => {
    const cell = make("th", { "aria-sort": state.column === index ? (state.down ? "descending" : "ascending") : "none", tabindex: "0" }, name);
    const sort = () => { sorting[key] = { column: index, down: state.column === index ? !state.down : typeof (rows[0] || [])[index] === "number" }; show(); };
    cell.addEventListener("click", sort);
    cell.addEventListener("keydown", (event) => { if (event.key === "Enter") sort(); });
    return cell;
  }));
  const body = make("tbody", {}, ...sorted.slice(0, 2000).map((row) => make("tr", {}, ...columns.map((_, index) => make("td", typeof row[index] === "number" ? { class: "number" } : {}, row[index] === null ? "" : String(row[index]))))));
  return make("div", {}, make("table", {}, make("thead", {}, head), body), sorted.length > 2000 ? make("p", { class: "none" }, "The first 2,000 of " + sorted.length + " rows; filter to see others.") : null);
}
function keep(rows) {
  const words = asked();
  return words.length ? rows.filter((row) => fits(words, fold(row.join(" ")))) : rows;
}
function gather(kind) {
  const groups = new Map();
  for (const article of articles) for (const [k, name, mentions, latitude, longitude] of article.e) {
    if (k !== kind) continue;
    const key = name + (latitude === null ? "" : "," + latitude + "," + longitude);
    const group = groups.get(key) || { name, mentions: 0, articles: [] };
    group.mentions += mentions;
    group.articles.push(nameOf(article));
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.articles.length - a.articles.length || b.mentions - a.mentions || (a.name < b.name ? -1 : 1));
}
const shorten = (names) => names.slice(0, 3).join("; ") + (names.length > 3 ? "; and " + (names.length - 3) + " more" : "");
const names = (kind) => () => [table(kind, ["name", "articles", "mentions", "in"], keep(gather(kind).map((g) => [g.name, g.articles.length, g.mentions, shorten(g.articles)])))];

const dayNumber = (day) => Date.parse(day + "T00:00:00Z") / 864e5;
function dates() {
  const words = asked();
  const found = articles.flatMap((article) => article.d.map(([wording, from, to, start]) => ({ article, wording, from, to, start })))
    .filter(({ article, wording, from }) => !words.length || fits(words, fold(wording + " " + from + " " + nameOf(article))));
  const precise = found.filter(({ from, to }) => dayNumber(to) - dayNumber(from) <= 31).map((d) => dayNumber(d.from)).sort((a, b) => a - b);
  const nodes = [];
  if (precise.length) {
    const low = precise[Math.floor(precise.length * 0.05)], high = precise[Math.ceil(precise.length * 0.95) - 1];
    const first = Math.max(precise[0], low - 60), last = Math.min(precise[precise.length - 1], high + 60);
    const step = Math.max(1, Math.ceil((last - first + 1) / 120)), bins = new Map();
    for (const day of precise) if (day >= first && day <= last) { const bin = Math.floor((day - first) / step); bins.set(bin, (bins.get(bin) || 0) + 1); }
    const count = Math.floor((last - first) / step) + 1, most = Math.max(...bins.values()), wide = 1000 / count;
    const svg = draw("svg", { viewBox: "0 0 1040 170", role: "img", "aria-label": "Timeline of the dates" });
    for (const [bin, number] of bins) {
      const bar = draw("rect", { class: "bar", x: 20 + bin * wide, y: 130 - number / most * 110, width: Math.max(1, Math.min(wide * 0.85, 40)), height: number / most * 110 });
      bar.append(draw("title", {}, new Date((first + bin * step) * 864e5).toISOString().slice(0, 10) + ": " + number));
      svg.append(bar);
    }
    for (let i = 0; i <= 6; i++) {
      const day = first + Math.round((last - first) * i / 6);
      svg.append(draw("text", { x: 20 + i * 1000 / 6, y: 150, "text-anchor": i === 6 ? "end" : i === 0 ? "start" : "middle" }, new Date(day * 864e5).toISOString().slice(0, 10)));
    }
    svg.append(draw("text", { x: 20, y: 165 }, "Dates of a month or less, by first day; the outermost twentieths are left out. Tallest bar: " + most));
    nodes.push(svg);
  }
  nodes.push(table("dates", ["from", "to", "wording", "article"], found.map((d) => [d.from, d.to, d.wording, nameOf(d.article)])));
  return nodes;
}
const figures = () => [table("figures", ["wording", "says", "published", "article"], keep(articles.flatMap((a) => a.m.filter(([kind]) => kind === "casualty").map(([, start, end, says]) => [a.text.slice(start, end), says, a.published, nameOf(a)]))))];
const tolls = () => [table("tolls", ["article", "published", "outcome", "best", "low", "high", "rule"], keep(articles.flatMap((a) => a.t.map(([outcome, best, low, high, by]) => [nameOf(a), a.published, outcome, best, low, high, by]))))];
function texts() {
  const words = asked();
  const found = articles.filter((article) => !words.length || fits(words, fold(nameOf(article) + " " + article.source + " " + article.text)));
  const legend = make("div", { class: "legend" }, ...["person", "organization", "place", "group", "date", "casualty"].map((kind) => make("mark", { class: kind }, kind)));
  return [legend, ...found.slice(0, 200).map(card), found.length > 200 ? make("p", { class: "none" }, "The first 200 of " + found.length + " articles; filter to see others.") : null];
}
${REPORT_INCIDENTS_SCRIPT}
const VIEWS = { Articles: texts, Incidents: incidentsPage, Tolls: tolls, Figures: figures, People: names("person"), Organizations: names("organization"), Places: map, Dates: dates };
let current = decodeURIComponent(location.hash.slice(1));
if (!VIEWS[current]) current = "Articles";
function show() {
  for (const button of tabs.children) button.setAttribute("aria-selected", String(button.textContent === current));
  const nodes = VIEWS[current]().filter(Boolean);
  view.replaceChildren(...(nodes.length ? nodes : [make("p", { class: "none" }, "Nothing here.")]));
}
for (const name of Object.keys(VIEWS)) {
  const button = make("button", { role: "tab" }, name);
  button.addEventListener("click", () => { current = name; history.replaceState(null, "", "#" + name); show(); });
  tabs.append(button);
}
document.getElementById("summary").textContent = articles.length + (articles.length < all ? " of " + all : "") + " articles · " + allIncidents + " incidents · " + articles.reduce((sum, a) => sum + a.m.length, 0) + " findings";
filter.addEventListener("input", show);
show();
`;
