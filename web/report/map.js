/*
 * The map of the page. Countries are shaded by how many incidents lie in them; incidents are points by their spot, sized by
 * the people killed. Points that would cover each other are one with their number, which opens when it is chosen. */
const WORLD = { x: -1800, y: -840, w: 3600, h: 1400 };
let camera = null;
const harm = (incident) => bestIn(incident.t, "killed") || 0;
function spotsOf(found) {
  const spots = new Map();
  for (const incident of found) {
    if (incident.latitude === null) continue;
    const key = incident.latitude + "," + incident.longitude;
    const spot = spots.get(key) || {
      key,
      x: incident.longitude * 10,
      y: -incident.latitude * 10,
      name: incident.place,
      killed: 0,
      incidents: [],
    };
    spot.incidents.push(incident);
    if (incident.kind !== "aggregate") spot.killed += harm(incident);
    spots.set(key, spot);
  }
  return [...spots.values()].sort((a, b) => b.killed - a.killed || b.incidents.length - a.incidents.length || (a.key < b.key ? -1 : 1));
}
const radius = (killed) => Math.min(24, 5 + Math.sqrt(killed) * 1.5);
function clusters(spots, unit) {
  const groups = [];
  for (const spot of spots) {
    const near = groups.find((group) => Math.hypot(group.x - spot.x, group.y - spot.y) < Math.max(14, radius(group.killed)) * unit);
    if (near) {
      near.spots.push(spot);
      near.killed += spot.killed;
    } else groups.push({ x: spot.x, y: spot.y, killed: spot.killed, spots: [spot] });
  }
  return groups;
}
function fitted(spots) {
  if (spots.length === 0) return { ...WORLD };
  const xs = spots.map((spot) => spot.x),
    ys = spots.map((spot) => spot.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const w = Math.min(WORLD.w, Math.max(160, (right - left) * 1.25, ((bottom - top) * 1.35 * WORLD.w) / WORLD.h)),
    h = (w * WORLD.h) / WORLD.w;
  return bounded((left + right) / 2, (top + bottom) / 2, w, h);
}
const bounded = (x, y, w, h) => ({
  w,
  h,
  x: Math.max(WORLD.x, Math.min(WORLD.x + WORLD.w - w, x - w / 2)),
  y: Math.max(WORLD.y, Math.min(WORLD.y + WORLD.h - h, y - h / 2)),
});
const tellGroup = (group) => {
  const number = group.spots.reduce((sum, spot) => sum + spot.incidents.length, 0);
  const names = distinct(group.spots.map(({ name }) => name));
  return (
    names.slice(0, 4).join("; ") +
    (names.length > 4 ? " and " + (names.length - 4) + " more places" : "") +
    ": " +
    many(number, "incident") +
    (group.killed ? ", " + counted(group.killed) + " killed" : "")
  );
};
function map(found) {
  const spots = spotsOf(found),
    lost = found.filter(({ latitude }) => latitude === null);
  camera = camera || fitted(spots);
  const box = make("div", { class: "map" });
  const svg = draw("svg", {
    role: "group",
    "aria-label": "Map: " + many(spots.length, "place") + " of incidents",
    preserveAspectRatio: "xMidYMid slice",
  });
  const tip = make("div", { class: "tip", hidden: true });
  const land = draw("g", { "aria-hidden": "true" }),
    layer = draw("g", {});
  const counts = new Map();
  for (const { country } of found) if (country) counts.set(country, (counts.get(country) || 0) + 1);
  const most = Math.max(1, ...counts.values());
  for (const [code, path] of run.shapes) {
    const count = counts.get(code) || 0;
    const shape = draw("path", {
      class: count ? "land named" : "land",
      d: path,
      style: count ? "--share:" + (0.2 + (0.6 * Math.log(1 + count)) / Math.log(1 + most)).toFixed(2) : "",
    });
    shape.append(draw("title", {}, countryName(code) + (count ? ": " + many(count, "incident") : "")));
    land.append(shape);
  }
  svg.append(land, layer);
  const place = () => {
    svg.setAttribute("viewBox", [camera.x, camera.y, camera.w, camera.h].join(" "));
    const wide = svg.clientWidth || 640,
      tall = svg.clientHeight || (wide * WORLD.h) / WORLD.w;
    const unit = Math.min(camera.w / wide, camera.h / tall);
    const groups = clusters(
      spots.filter(
        (spot) =>
          spot.x > camera.x - 50 && spot.x < camera.x + camera.w + 50 && spot.y > camera.y - 50 && spot.y < camera.y + camera.h + 50,
      ),
      unit,
    );
    layer.replaceChildren(
      ...[...groups].reverse().flatMap((group) => {
        const several = group.spots.length > 1,
          r = radius(group.killed) + (several ? 3 : 0);
        const pin = draw("circle", {
          class: "pin",
          cx: group.x,
          cy: group.y,
          r: r * unit,
          tabindex: "0",
          role: "button",
          "aria-label": tellGroup(group) + (several ? ". Zoom in." : ". Show these incidents."),
        });
        const say = () => {
          tip.textContent = tellGroup(group);
          tip.hidden = false;
          const frame = box.getBoundingClientRect(),
            at = pin.getBoundingClientRect();
          tip.style.left = Math.max(0, Math.min(at.right - frame.left + 6, frame.width - 250)) + "px";
          tip.style.top = Math.max(0, at.top - frame.top) + "px";
        };
        const hide = () => {
          tip.hidden = true;
        };
        const open = () => {
          hide();
          if (several && camera.w > 40) {
            const view = fitted(group.spots),
              w = Math.min(view.w, camera.w * 0.6);
            look(view.x + view.w / 2, view.y + view.h / 2, w);
          } else setFilter({ place: group.spots[0].name });
        };
        pin.addEventListener("pointerenter", say);
        pin.addEventListener("focus", say);
        pin.addEventListener("pointerleave", hide);
        pin.addEventListener("blur", hide);
        pin.addEventListener("click", open);
        pin.addEventListener("keydown", (event) => {
          if (event.key === "Enter" || event.key === " ") {
            event.preventDefault();
            open();
          }
        });
        return several
          ? [
              pin,
              draw(
                "text",
                { class: "pin-count", x: group.x, y: group.y, style: "font-size:" + 11 * unit + "px", dy: "0.35em", "aria-hidden": "true" },
                String(group.spots.length),
              ),
            ]
          : [pin];
      }),
    );
    const taken = [];
    for (const group of groups) {
      if (taken.length >= 30 || group.spots.length > 1) continue;
      const name = (group.spots[0].name || "").slice(0, 32),
        x = group.x + (radius(group.killed) + 3) * unit,
        y = group.y,
        long = name.length * 6.2 * unit;
      if (
        x + long > camera.x + camera.w ||
        taken.some(([a, b, l]) => Math.abs(b - y) < 14 * unit && x < a + l && a < x + long) ||
        groups.some(
          (other) =>
            other !== group &&
            Math.abs(other.y - y) < (6 + radius(other.killed)) * unit &&
            other.x > x - 10 * unit &&
            other.x < x + long + 10 * unit,
        )
      )
        continue;
      taken.push([x, y, long]);
      layer.append(
        draw(
          "text",
          {
            class: "pin-name",
            x,
            y,
            style: "font-size:" + 11.5 * unit + "px;stroke-width:" + 3 * unit + "px",
            dy: "0.35em",
            "aria-hidden": "true",
          },
          name,
        ),
      );
    }
  };
  const look = (x, y, w) => {
    w = Math.max(12, Math.min(WORLD.w, w));
    camera = bounded(x, y, w, (w * WORLD.h) / WORLD.w);
    tip.hidden = true;
    place();
  };
  const zoom = (by, x = camera.x + camera.w / 2, y = camera.y + camera.h / 2) => {
    const w = Math.max(12, Math.min(WORLD.w, camera.w * by)),
      scale = w / camera.w;
    look(x + (camera.x + camera.w / 2 - x) * scale, y + (camera.y + camera.h / 2 - y) * scale, w);
  };
  const at = (event) => {
    const p = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [p.x, p.y];
  };
  svg.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(event.deltaY > 0 ? 1.25 : 0.8, ...at(event));
    },
    { passive: false },
  );
  let held = null;
  svg.addEventListener("pointerdown", (event) => {
    held = event.target.classList.contains("pin") ? null : at(event);
  });
  svg.addEventListener("pointermove", (event) => {
    if (held) {
      const [x, y] = at(event);
      look(camera.x + camera.w / 2 + held[0] - x, camera.y + camera.h / 2 + held[1] - y, camera.w);
    }
  });
  for (const end of ["pointerup", "pointerleave", "pointercancel"])
    svg.addEventListener(end, () => {
      held = null;
    });
  box.append(
    svg,
    make(
      "div",
      { class: "zoom" },
      button("+", () => zoom(0.6), { "aria-label": "Zoom in" }),
      button("−", () => zoom(1.6), { "aria-label": "Zoom out" }),
      button("Fit", () => {
        camera = fitted(spots);
        place();
      }),
      button("World", () => look(0, -140, WORLD.w)),
    ),
    tip,
  );
  requestAnimationFrame(place);
  redraw = place;
  const names = distinct(lost.map(({ place: name }) => name));
  const nowhere = lost.filter((incident) => !incident.place).length;
  const without =
    lost.length === 0
      ? null
      : make(
          "details",
          { class: "lost" },
          make(
            "summary",
            {},
            "No coordinates: " +
              [names.length ? many(names.length, "place") : null, nowhere ? many(nowhere, "incident") + " without a place" : null]
                .filter(Boolean)
                .join(", "),
          ),
          make(
            "p",
            {},
            names.length
              ? names.slice(0, 200).join("; ") +
                  (names.length > 200 ? "; and " + (names.length - 200) + " more" : "") +
                  ". The gazetteer does not know these, or the article does not tell which is meant."
              : "The articles do not say where.",
          ),
        );
  return make(
    "figure",
    { class: "panel" },
    make("figcaption", {}, make("b", {}, "Where"), " Size: people killed. Shade: incidents in the country."),
    box,
    without,
  );
}
let redraw = () => {};
addEventListener("resize", () => redraw());
