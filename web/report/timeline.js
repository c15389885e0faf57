/* Bars over time: how many incidents a day, week, month or year. A bar, when chosen, filters. */
const STEPS = [
  ["day", (day) => day],
  ["week", (day) => isoDay(Math.floor((dayNumber(day) + 3) / 7) * 7 - 3)],
  ["month", (day) => day.slice(0, 7)],
  ["year", (day) => day.slice(0, 4)],
  ["decade", (day) => day.slice(0, 3) + "0"],
  ["century", (day) => day.slice(0, 2) + "00"],
];
const lastDay = (step, start) =>
  step === "day"
    ? start
    : step === "week"
      ? isoDay(dayNumber(start) + 6)
      : step === "month"
        ? isoDay(dayNumber(start.slice(0, 4) + "-" + start.slice(5, 7) + "-01") + 31).slice(0, 8) + "01"
        : null;
const periodOf = (step, start) => {
  if (step === "day") return [start, start];
  if (step === "week") return [start, lastDay(step, start)];
  if (step === "month") return [start + "-01", isoDay(dayNumber(lastDay(step, start)) - 1)];
  const years = step === "year" ? 1 : step === "decade" ? 10 : 100;
  return [start + "-01-01", String(Number(start) + years - 1).padStart(4, "0") + "-12-31"];
};
const nextOf = (step, start) => isoDay(dayNumber(periodOf(step, start)[1]) + 1);
function timeline(found, caption, numberOf, wide) {
  const dated = found.filter(({ from }) => from).sort((a, b) => (a.from < b.from ? -1 : 1));
  const figure = make("figure", { class: "panel" }, make("figcaption", {}, make("b", {}, "When"), " " + caption));
  if (dated.length === 0) {
    figure.append(make("p", { class: "none" }, "None of these has a day."));
    return figure;
  }
  // The outermost twentieth on the old side is drawn as one bar, so that one old date does not flatten all others.
  const cut = dated.length > 20 ? dated[Math.floor(dated.length * 0.05)].from : dated[0].from;
  const late = dated.filter(({ from }) => from >= cut),
    early = dated.length - late.length;
  const span = dayNumber(late[late.length - 1].from) - dayNumber(late[0].from) + 1;
  const [step, binOf] =
    STEPS.find(([name]) => span / { day: 1, week: 7, month: 30, year: 365, decade: 3650, century: 36500 }[name] <= 60) || STEPS[5];
  const sums = new Map();
  for (const row of late) {
    const bin = binOf(row.from);
    const sum = sums.get(bin) || { rows: 0, number: 0 };
    sum.rows++;
    sum.number += numberOf(row);
    sums.set(bin, sum);
  }
  const bins = [];
  for (let bin = binOf(late[0].from); bins.length < 400; bin = binOf(nextOf(step, bin))) {
    bins.push(bin);
    if (bin >= binOf(late[late.length - 1].from)) break;
  }
  const most = Math.max(...[...sums.values()].map(({ rows }) => rows));
  const W = Math.max(280, wide),
    H = wide < 480 ? 200 : 330,
    base = H - 34,
    left = 26,
    gap = (W - left - 6) / bins.length;
  const svg = draw("svg", { viewBox: "0 0 " + W + " " + H, role: "group", "aria-label": "Timeline, by " + step, class: "time" });
  for (const line of distinct([0, Math.ceil(most / 2), most].map(String)).map(Number)) {
    const y = base - (line / most) * (base - 14);
    svg.append(
      draw("line", { class: "axis", x1: left, x2: W - 4, y1: y, y2: y }),
      draw("text", { x: left - 5, y: y + 4, "text-anchor": "end", class: "tick" }, String(line)),
    );
  }
  bins.forEach((bin, index) => {
    const sum = sums.get(bin);
    if (!sum) return;
    const tall = Math.max(3, (sum.rows / most) * (base - 14)),
      label = bin + ": " + many(sum.rows, found.unit || "incident") + (sum.number ? ", " + counted(sum.number) + " killed" : "");
    const bar = draw("rect", {
      class: "bar",
      x: left + index * gap + gap * 0.08,
      width: Math.max(2, Math.min(40, gap * 0.84)),
      y: base - tall,
      height: tall,
      tabindex: "0",
      role: "button",
      "aria-label": label + ". Show only these.",
    });
    bar.append(draw("title", {}, label));
    const [from, to] = periodOf(step, bin);
    bar.addEventListener("click", () => setFilter({ from, to }));
    bar.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        setFilter({ from, to });
      }
    });
    svg.append(bar);
  });
  const fits = Math.max(1, Math.floor((W - left) / 92)),
    every = Math.ceil(bins.length / fits);
  bins.forEach((bin, index) => {
    if (index % every === 0 && left + index * gap < W - 60)
      svg.append(draw("text", { class: "tick", x: left + index * gap, y: base + 16 }, bin));
  });
  svg.append(
    draw(
      "text",
      { class: "tick", x: left, y: H - 3 },
      "Incidents a " +
        step +
        (early ? "; " + early + " older ones are not drawn" : "") +
        (dated.length < found.length ? "; " + (found.length - dated.length) + " without a day" : ""),
    ),
  );
  figure.append(svg);
  return figure;
}
