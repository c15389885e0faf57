/* What the rest of the page's script stands on: the data, elements, words for numbers and days, where a reader is. */
const rowsOf = (kind) =>
  [...document.querySelectorAll('script[data-of="' + kind + '"]')].flatMap((node) =>
    node.textContent
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  );
const run = rowsOf("run")[0];
const articles = rowsOf("article"),
  incidents = rowsOf("incident"),
  entities = rowsOf("entity");
const articleOf = new Map(articles.map((article) => [article.id, article]));
const incidentOf = new Map(),
  entityOf = new Map(),
  entityOfMember = new Map();
for (const incident of incidents)
  for (const report of incident.r) if (report.incident) incidentOf.set(report.article + "#" + report.incident, incident);
for (const entity of entities) {
  entityOf.set(entity.id, entity);
  for (const [article, id] of entity.members) entityOfMember.set(article + "#" + id, entity);
}
const SVG = "http://www.w3.org/2000/svg";
function make(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {}))
    if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? "" : value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}
function draw(name, attributes, text) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text !== undefined) node.textContent = text;
  return node;
}
const button = (label, run, attributes) => {
  const node = make("button", { type: "button", ...attributes }, label);
  node.addEventListener("click", run);
  return node;
};
const link = (label, hash, attributes) => make("a", { href: hash, ...attributes }, label);
const COUNTRIES = (() => {
  try {
    return new Intl.DisplayNames(["en"], { type: "region" });
  } catch {
    return null;
  }
})();
const countryName = (code) => {
  try {
    return (code && COUNTRIES && COUNTRIES.of(code)) || code || "";
  } catch {
    return code;
  }
};
const counted = (number) => number.toLocaleString("en-US");
const many = (number, one, more) => counted(number) + " " + (number === 1 ? one : more || one + "s");
const titleOf = (article) => article.title || article.id;
const dayNumber = (day) => Date.parse(day + "T00:00:00Z") / 864e5;
const isoDay = (number) => new Date(number * 864e5).toISOString().slice(0, 10);
const daysWritten = (from, to) => (!from ? "" : from === to || !to ? from : from + " to " + to);
const dayCell = (from, to) =>
  daysWritten(from, to)
    .split(" to ")
    .flatMap((day, n) => (!day ? [] : n ? [" to ", make("span", { class: "nowrap" }, day)] : [make("span", { class: "nowrap" }, day)]));
const tollNumber = ([, best, low, high]) =>
  best !== null
    ? low === best && high === null
      ? counted(best) + "+"
      : counted(best)
    : low === null
      ? high === null
        ? "some"
        : "up to " + counted(high)
      : high === null
        ? counted(low) + "+"
        : low === high
          ? counted(low)
          : counted(low) + "–" + counted(high);
const tollRange = ([, best, low, high]) =>
  best === null || (low === best && high === best) || (low === null && high === null)
    ? ""
    : " (" + (low === null ? "?" : counted(low)) + " to " + (high === null ? "?" : counted(high)) + ")";
const tollWords = (toll) => toll[0] + " " + tollNumber(toll) + tollRange(toll) + (toll[4] === "reported" ? "" : ", " + toll[4]);
const tollIn = (tolls, outcome) => tolls.find((toll) => toll[0] === outcome && toll[4] === "reported");
const bestIn = (tolls, outcome) => {
  const toll = tollIn(tolls, outcome);
  return toll ? (toll[1] === null ? toll[2] : toll[1]) : null;
};
const articleHash = (id, start) => "#article/" + encodeURIComponent(id) + (start === undefined || start === null ? "" : "/" + start);
const incidentHash = (incident) => "#incident/" + encodeURIComponent(incident.id);
const entityHash = (entity) => "#name/" + encodeURIComponent(entity.id);
const foldSpace = (text) => text.replace(/\s+/g, " ").trim();
function around(text, start, end, room) {
  let from = Math.max(0, start - room),
    to = Math.min(text.length, end + room);
  const left = text.slice(from, start),
    stop = Math.max(left.lastIndexOf("\n"), left.lastIndexOf(". ") + 1, left.lastIndexOf("? ") + 1);
  if (stop > 0) from += stop;
  else if (from > 0) from += Math.max(0, left.indexOf(" "));
  const right = text.slice(end, to),
    close = right.search(/[.?!]["”']?\s|\n/);
  if (close >= 0) to = end + close + 1;
  else if (to < text.length) to = end + Math.max(0, right.lastIndexOf(" "));
  return [
    (stop > 0 || from === 0 ? "" : "…") + text.slice(from, start).replace(/\s+/g, " ").trimStart(),
    text.slice(start, end),
    text.slice(end, to).replace(/\s+/g, " ") + (close >= 0 || to === text.length ? "" : "…"),
  ];
}
const quoted = (text, start, end, room) => {
  const [before, words, after] = around(text, start, end, room || 200);
  return [before, make("mark", { class: "here" }, words), after];
};
