/**
 * The map of the report. Countries are shaded by how many articles name a place in them; places are points by their
 * spot, so that two of one name are two; those where something happened are sized by the people killed. Points that
 * would cover each other are one with their number, which opens when it is clicked. Runs before `report-script.ts`.
 */
export const MAP_SCRIPT = String.raw`
"use strict";
const WORLD = { x: -1800, y: -840, w: 3600, h: 1400 };
let camera = { ...WORLD }, chosen = null, onlyIncidents = false;
const AREAS = new Set(["country", "continent"]);
function spots() {
  const found = new Map();
  const words = asked();
  for (const article of articles) {
    article.e.forEach(([kind, name, mentions, latitude, longitude, what, country, label], at) => {
      if (kind !== "place" || latitude === null || AREAS.has(what) || (words.length && !fits(words, fold(name + " " + label + " " + nameOf(article))))) return;
      const key = latitude + "," + longitude + "," + label;
      const spot = found.get(key) || { key, name, label, country, x: longitude * 10, y: -latitude * 10, mentions: 0, articles: [], incidents: [], killed: 0 };
      spot.mentions += mentions;
      spot.articles.push(article);
      for (const [place, date, cause, killed, says] of article.i) if (place === at) { spot.incidents.push({ article, date, cause, killed, says }); spot.killed = Math.max(spot.killed, killed || 0); }
      found.set(key, spot);
    });
  }
  return [...found.values()].filter((spot) => !onlyIncidents || spot.incidents.length).sort((a, b) => b.killed - a.killed || b.mentions - a.mentions || (a.key < b.key ? -1 : 1));
}
const articlesOfCountries = () => {
  const counts = new Map();
  for (const article of articles) for (const code of new Set(article.e.map((entity) => entity[6]).filter(Boolean))) counts.set(code, (counts.get(code) || 0) + 1);
  return counts;
};
const sizeOf = (spot) => Math.min(22, spot.incidents.length ? 5 + Math.sqrt(spot.killed) * 1.6 : 3.2 + Math.sqrt(spot.mentions) * 1.1);
function clusters(all, unit) {
  const groups = [];
  for (const spot of all) {
    const near = groups.find((group) => Math.hypot(group.x - spot.x, group.y - spot.y) < Math.max(15, sizeOf(group.spots[0])) * unit);
    if (near) near.spots.push(spot);
    else groups.push({ x: spot.x, y: spot.y, spots: [spot] });
  }
  return groups;
}
const many = (number, one, more) => number + " " + (number === 1 ? one : more || one + "s");
const tellSpot = (spot) => spot.name + (spot.label && spot.label !== spot.name ? " (" + spot.label + ")" : "") + ": " + many(spot.articles.length, "article") + ", " + many(spot.mentions, "mention") + (spot.incidents.length ? ", " + many(spot.incidents.length, "incident") + (spot.killed ? ", up to " + spot.killed + " killed" : "") : "");
const tellGroup = ({ spots }) => spots.length === 1 ? tellSpot(spots[0]) : many(spots.length, "place") + ": " + spots.slice(0, 5).map((spot) => spot.name).join(", ") + (spots.length > 5 ? " and " + (spots.length - 5) + " more" : "") + ". Click to open.";
function detail(spot) {
  const rows = spot.incidents.map(({ article, date, cause, says }) => make("li", {}, [date, cause, says].filter(Boolean).join(" · ") + " — ", nameOf(article)));
  const rest = spot.articles.filter((article) => !spot.incidents.some((incident) => incident.article === article)).slice(0, 30);
  return make("div", { class: "spot" }, make("h2", {}, spot.name), make("p", { class: "meta" }, tellSpot(spot)), make("ul", {}, ...rows, ...rest.map((article) => make("li", {}, nameOf(article) + (article.published ? " · " + article.published : "")))));
}
function map() {
  const box = make("div", { class: "map" });
  const svg = draw("svg", { role: "img", "aria-label": "Map of the places", preserveAspectRatio: "xMidYMid meet" });
  const tip = make("div", { class: "tip", hidden: "" }), about = make("div", {});
  const land = draw("g", {}), layer = draw("g", {});
  const counts = articlesOfCountries(), most = Math.max(1, ...counts.values());
  for (const [code, path] of shapes) {
    const count = counts.get(code) || 0;
    const shape = draw("path", { class: count ? "land named" : "land", d: path, style: count ? "--share:" + (0.18 + 0.62 * Math.log(1 + count) / Math.log(1 + most)).toFixed(2) : "" });
    shape.append(draw("title", {}, code + (count ? ": " + many(count, "article") : "")));
    land.append(shape);
  }
  svg.append(land, layer);
  const all = spots();
  const place = () => {
    svg.setAttribute("viewBox", [camera.x, camera.y, camera.w, camera.h].join(" "));
    const unit = camera.w / Math.max(320, svg.clientWidth || 1140);
    const taken = [];
    const groups = clusters(all.filter((spot) => spot.x > camera.x - 50 && spot.x < camera.x + camera.w + 50 && spot.y > camera.y - 50 && spot.y < camera.y + camera.h + 50), unit);
    layer.replaceChildren(...[...groups].reverse().flatMap((group) => {
      const [first] = group.spots, harmed = group.spots.some((spot) => spot.incidents.length);
      const radius = sizeOf(first) + (group.spots.length > 1 ? 3 : 0);
      const pin = draw("circle", { class: harmed ? "pin harm" : "pin", cx: group.x, cy: group.y, r: radius * unit, tabindex: "0" });
      pin.append(draw("title", {}, tellGroup(group)));
      const say = (event) => { tip.textContent = tellGroup(group); tip.hidden = false; const frame = box.getBoundingClientRect(), spot = pin.getBoundingClientRect(); tip.style.left = Math.min(spot.right - frame.left + 6, frame.width - 270) + "px"; tip.style.top = spot.top - frame.top + "px"; };
      const open = () => {
        if (group.spots.length > 1 && camera.w > 40) {
          const xs = group.spots.map((spot) => spot.x), ys = group.spots.map((spot) => spot.y);
          const wide = Math.max(Math.max(...xs) - Math.min(...xs), (Math.max(...ys) - Math.min(...ys)) * WORLD.w / WORLD.h, 12) * 1.5;
          look((Math.max(...xs) + Math.min(...xs)) / 2, (Math.max(...ys) + Math.min(...ys)) / 2, Math.min(wide, camera.w * 0.6));
        } else { chosen = first.key; about.replaceChildren(...group.spots.map(detail)); }
      };
      pin.addEventListener("pointerenter", say); pin.addEventListener("focus", say);
      pin.addEventListener("pointerleave", () => { tip.hidden = true; }); pin.addEventListener("blur", () => { tip.hidden = true; });
      pin.addEventListener("click", open); pin.addEventListener("keydown", (event) => { if (event.key === "Enter") open(); });
      return group.spots.length > 1 ? [pin, draw("text", { class: "count", x: group.x, y: group.y, style: "font-size:" + 11 * unit + "px", dy: "0.35em" }, String(group.spots.length))] : [pin];
    }));
    for (const group of groups) {
      if (taken.length >= 45 || group.spots.length > 1) continue;
      const name = group.spots[0].name, x = group.x + (sizeOf(group.spots[0]) + 3) * unit, y = group.y, wide = name.length * 6.2 * unit;
      if (x + wide > camera.x + camera.w || taken.some(([a, b, w]) => Math.abs(b - y) < 13 * unit && x < a + w && a < x + wide) || groups.some((other) => other !== group && Math.abs(other.y - y) < 10 * unit && other.x > x && other.x < x + wide)) continue;
      taken.push([x, y, wide]);
      layer.append(draw("text", { class: "label", x, y, style: "font-size:" + 11.5 * unit + "px", dy: "0.35em" }, name));
    }
  };
  const look = (x, y, w) => {
    w = Math.max(12, Math.min(WORLD.w, w));
    const h = w * WORLD.h / WORLD.w;
    camera = { w, h, x: Math.max(WORLD.x, Math.min(WORLD.x + WORLD.w - w, x - w / 2)), y: Math.max(WORLD.y, Math.min(WORLD.y + WORLD.h - h, y - h / 2)) };
    tip.hidden = true;
    place();
  };
  const zoom = (by, x = camera.x + camera.w / 2, y = camera.y + camera.h / 2) => {
    const w = Math.max(12, Math.min(WORLD.w, camera.w * by)), scale = w / camera.w;
    look(x + (camera.x + camera.w / 2 - x) * scale, y + (camera.y + camera.h / 2 - y) * scale, w);
  };
  const at = (event) => { const frame = svg.getBoundingClientRect(); return [camera.x + (event.clientX - frame.left) / frame.width * camera.w, camera.y + (event.clientY - frame.top) / frame.height * camera.h]; };
  svg.addEventListener("wheel", (event) => { if (!event.ctrlKey && !event.metaKey) return; event.preventDefault(); zoom(event.deltaY > 0 ? 1.25 : 0.8, ...at(event)); }, { passive: false });
  let held = null;
  svg.addEventListener("pointerdown", (event) => { held = event.target.classList.contains("pin") ? null : at(event); });
  svg.addEventListener("pointermove", (event) => { if (held) { const [x, y] = at(event); look(camera.x + camera.w / 2 + held[0] - x, camera.y + camera.h / 2 + held[1] - y, camera.w); } });
  for (const end of ["pointerup", "pointerleave"]) svg.addEventListener(end, () => { held = null; });
  const button = (label, title, run) => { const node = make("button", { title, "aria-label": title }, label); node.addEventListener("click", run); return node; };
  const harm = articles.some((article) => article.i.length) ? button(onlyIncidents ? "All places" : "Incidents only", "Show all places or those of incidents", () => { onlyIncidents = !onlyIncidents; show(); }) : null;
  box.append(svg, make("div", { class: "zoom" }, button("+", "Zoom in", () => zoom(0.6)), button("−", "Zoom out", () => zoom(1.6)), button("World", "Show the whole world", () => look(0, 0, WORLD.w)), ...(harm ? [harm] : [])), tip);
  const legend = make("p", { class: "meta" }, "Red: places of incidents, by people killed. Green: other places, by mentions. Countries: darker where more articles name a place in them. Drag to move, Ctrl and the wheel to zoom. Data of places: GeoNames (CC BY 4.0); shapes: Natural Earth.");
  requestAnimationFrame(place);
  place();
  const again = chosen && all.find((spot) => spot.key === chosen);
  if (again) about.replaceChildren(detail(again));
  return [box, legend, about, table("place", ["name", "located as", "articles", "mentions", "incidents", "killed"], keep(all.map((spot) => [spot.name, spot.label, spot.articles.length, spot.mentions, spot.incidents.length, spot.killed || null]))), names("place")()[0]];
}
`;
