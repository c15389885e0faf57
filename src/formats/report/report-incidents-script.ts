/** The page of incidents: a map, and each incident with its toll as it was told day by day, source by source. Part of the report's script. */
export const REPORT_INCIDENTS_SCRIPT = String.raw`
const tollWords = ([outcome, best, low, high, modality]) => (modality === "reported" ? "" : modality + " ") + outcome + " " + (best === null ? (low === null ? "?" : low + " or more") : best) + rangeOf(low, high, best);
function tollChart(incident, outcome) {
  const told = incident.r.flatMap((report) => report.t.filter((toll) => toll[0] === outcome && toll[1] !== null && toll[4] === "reported" && report.day).map((toll) => ({ day: dayNumber(report.day), number: toll[1], who: (report.source || report.article) + ": " + toll[1] + " " + outcome + ", " + report.day })));
  const days = [...new Set(told.map(({ day }) => day))].sort((a, b) => a - b);
  if (days.length < 2) return null;
  const most = Math.max(...told.map(({ number }) => number), 1), first = days[0], last = days[days.length - 1];
  const x = (day) => 40 + (day - first) / (last - first) * 940, y = (number) => 110 - number / most * 90;
  const svg = draw("svg", { viewBox: "0 0 1020 140", role: "img", "aria-label": outcome + " as told day by day" });
  svg.append(draw("line", { class: "axis", x1: 40, y1: 110, x2: 980, y2: 110 }));
  let line = "";
  for (const day of days) {
    const latest = told.filter((t) => t.day === day).pop();
    line += (line ? " L " : "M ") + x(day).toFixed(1) + " " + y(latest.number).toFixed(1);
  }
  svg.append(draw("path", { class: "told", d: line }));
  for (const { day, number, who } of told) {
    const point = draw("circle", { class: "point", cx: x(day).toFixed(1), cy: y(number).toFixed(1), r: 5 });
    point.append(draw("title", {}, who));
    svg.append(point, draw("text", { class: "label", x: (x(day) + 7).toFixed(1), y: (y(number) - 6).toFixed(1) }, String(number)));
  }
  for (const day of [first, last]) svg.append(draw("text", { x: Math.min(920, x(day) - 20).toFixed(1), y: 130 }, new Date(day * 864e5).toISOString().slice(0, 10)));
  return svg;
}
function incidentCard(incident) {
  const day = incident.from ? (incident.from === incident.to ? incident.from : incident.from + " to " + incident.to) : "day unknown";
  const head = make("h2", {}, [incident.place || "place unknown", day].join(" · "));
  const meta = [incident.kind === "incident" ? null : incident.kind, incident.cause, incident.actors, incident.people, incident.r.length + (incident.r.length === 1 ? " report" : " reports"), incident.decided].filter(Boolean).join(" · ");
  const body = make("tbody", {}, ...incident.r.map((report) => make("tr", {}, make("td", {}, report.day || ""), make("td", {}, report.source || ""), make("td", {}, report.t.map(tollWords).join(", ")), make("td", {}, report.title || report.article))));
  const told = make("table", {}, make("thead", {}, make("tr", {}, ...["day", "source", "says", "article"].map((name) => make("th", {}, name)))), body);
  return make("article", {}, head, make("p", { class: "meta" }, meta), make("div", { class: "tolls" }, ...incident.t.map((toll) => make("span", { class: "toll" }, tollWords(toll)))),
    tollChart(incident, "killed") || tollChart(incident, "injured"), told);
}
function incidentMap(pins) {
  const svg = draw("svg", { viewBox: "-1800 -840 3600 1400", role: "img", "aria-label": "Map of the incidents" });
  for (const [, path] of shapes) svg.append(draw("path", { class: "land", d: path }));
  for (const { longitude, latitude, size, says } of [...pins].reverse()) {
    const pin = draw("circle", { class: "pin harm", cx: longitude * 10, cy: -latitude * 10, r: size });
    pin.append(draw("title", {}, says));
    svg.append(pin);
  }
  return make("div", { class: "map" }, svg);
}
function incidentsPage() {
  const words = asked();
  const found = incidents.filter((incident) => !words.length || fits(words, fold(JSON.stringify(incident))));
  const placed = found.filter(({ latitude }) => latitude !== null);
  const deaths = (incident) => Math.max(0, ...incident.t.filter(([outcome]) => outcome === "killed").map(([, best]) => best || 0));
  const pins = placed.map((incident) => ({ name: incident.place, latitude: incident.latitude, longitude: incident.longitude, size: Math.min(60, 10 + Math.sqrt(deaths(incident)) * 4), says: incident.place + ", " + (incident.from || "day unknown") + ": " + incident.t.map(tollWords).join(", ") }));
  return [pins.length ? incidentMap(pins) : null, ...found.slice(0, 200).map(incidentCard), found.length > 200 ? make("p", { class: "none" }, "The first 200 of " + found.length + " incidents; filter to see others.") : null,
    incidents.length < allIncidents ? make("p", { class: "none" }, "The report holds " + incidents.length + " of " + allIncidents + " incidents; incidents.csv has them all.") : null];
}
`;
