/* Where a reader is and what the page shows then. */
const VIEWS = [
  ["incidents", "Incidents", incidentsView],
  ["figures", "Figures", figuresView],
  ["articles", "Articles", articlesView],
  ["names", "Names", namesView],
  ["dates", "Dates", datesView],
];
const view = document.getElementById("content"),
  tabs = document.getElementById("tabs");
let came = false,
  current = "";
const where = () => {
  const [name, id, at] = location.hash.slice(1).split("/");
  return { name: name || "incidents", id: id ? decodeURIComponent(id) : null, at: at === undefined ? null : Number(at) };
};
const holder = make("div", {});
function show(isNew) {
  const { name, id, at } = where();
  const tab = name === "incident" ? "incidents" : name === "article" ? "articles" : name === "name" ? "names" : name;
  redraw = () => {};
  const drawn =
    name === "article"
      ? articleView(id, at)
      : name === "name"
        ? entityView(id)
        : name === "incident"
          ? incidentsView(id, isNew)
          : (VIEWS.find(([key]) => key === name) || VIEWS[0])[2](null, false);
  for (const tabLink of tabs.children) {
    if (tabLink.hash === "#" + tab) tabLink.setAttribute("aria-current", "page");
    else tabLink.removeAttribute("aria-current");
  }
  document.title = drawn.name + " – dateline report";
  const isList = name !== "article" && name !== "name";
  results.textContent = isList ? drawn.count + (isFiltered() ? "" : "") : "";
  holder.replaceChildren(...drawn.nodes.filter(Boolean));
  const kind = isList ? "list" : "reader";
  if (view.dataset.kind !== kind || view.dataset.tab !== tab) {
    const title = make("h1", { class: "out-of-sight" }, drawn.name),
      says = make("p", { class: "print-only" });
    view.replaceChildren(...(isList ? [title, form, says, holder] : [holder]));
    view.dataset.kind = kind;
    view.dataset.tab = tab;
  }
  const says = view.querySelector(".print-only");
  if (says) says.textContent = drawn.name + ": " + drawn.count + (isFiltered() ? " (" + activeWords() + ")" : "");
  form.querySelector(".clear").hidden = !isFiltered();
  more.querySelector("summary").textContent = isFiltered() ? "Filters: " + activeWords() : "Filters";
  redraw();
  if (isNew && name === "incident") {
    const row = document.getElementById("detail");
    if (row) {
      row.previousElementSibling.scrollIntoView({ block: "start" });
      const opened = row.previousElementSibling.querySelector("a.row-link");
      if (opened) opened.focus({ preventScroll: true });
    }
  } else if (isNew && at === null) {
    const to = kept.get(location.hash);
    scrollTo(0, to || 0);
    kept.delete(location.hash);
    if (current && !to) view.focus({ preventScroll: true });
  }
  current = location.hash;
}
/** How far down a list was left, for who comes back. */
const kept = new Map();
addEventListener(
  "click",
  (event) => {
    if (event.target.closest && event.target.closest("a[href^='#'], button.back")) kept.set(location.hash, scrollY);
  },
  true,
);
addEventListener("hashchange", () => {
  came = true;
  const name = where().name,
    old = current.slice(1).split("/")[0];
  show(!(name === "incidents" && old === "incident" && !kept.has(location.hash)));
});
for (const [key, label] of VIEWS) tabs.append(link(label, "#" + key));
document.getElementById("summary").textContent = [
  many(run.articles, "article"),
  many(run.incidents, "incident"),
  many(run.entities, "name"),
].join(" · ");
document.getElementById("theme").addEventListener("click", () => {
  const root = document.documentElement,
    dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});
history.scrollRestoration = "manual";
show(true);
