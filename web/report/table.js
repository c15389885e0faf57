/* Tables of the page: sorted by any column, in pages, cards on a phone, an open row with more. */
let sorting = {},
  pages = {},
  perPage = matchMedia("(max-width: 800px)").matches ? 25 : 50;
const SIZES = [25, 50, 100, 500];
const isEmpty = (value) => value === null || value === undefined || value === "";
function sorted(rows, columns, { column, down }) {
  const { value } = columns[column];
  const keyed = rows.map((row, index) => ({ row, index, key: value(row) }));
  const sign = down ? -1 : 1;
  keyed.sort((a, b) => {
    if (isEmpty(a.key) || isEmpty(b.key)) return isEmpty(a.key) - isEmpty(b.key) || a.index - b.index;
    return (
      sign *
        (typeof a.key === "number" && typeof b.key === "number"
          ? a.key - b.key
          : String(a.key) < String(b.key)
            ? -1
            : String(a.key) > String(b.key)
              ? 1
              : 0) || a.index - b.index
    );
  });
  return keyed.map(({ row }) => row);
}
/** columns: { name, value(row), cell?(row), number?, wide?, short? }; open: { key(row), current, hash(row), detail(row) } or null. */
function table(key, caption, columns, rows, start, open) {
  const state = sorting[key] || (sorting[key] = start);
  const ordered = sorted(rows, columns, state);
  const last = Math.max(0, Math.ceil(rows.length / perPage) - 1);
  if (open && open.current) {
    const at = ordered.findIndex((row) => open.key(row) === open.current);
    if (at >= 0 && open.jump) pages[key] = Math.floor(at / perPage);
  }
  const page = Math.min(pages[key] || 0, last);
  const head = make(
    "tr",
    { role: "row" },
    columns.map((column, index) => {
      const on = state.column === index,
        sort = on ? (state.down ? "descending" : "ascending") : "none";
      return make(
        "th",
        { scope: "col", role: "columnheader", "aria-sort": sort, class: column.number ? "number" : null },
        button(
          [column.name, make("span", { class: "arrow", "aria-hidden": "true" }, on ? (state.down ? "▼" : "▲") : "↕")],
          () => {
            sorting[key] = { column: index, down: on ? !state.down : !!column.number };
            pages[key] = 0;
            show(false);
            const again = document.querySelectorAll("#results thead button")[index];
            if (again) again.focus();
          },
          { title: "Sort by " + column.name },
        ),
      );
    }),
  );
  const body = make("tbody", { role: "rowgroup" });
  for (const row of ordered.slice(page * perPage, (page + 1) * perPage)) {
    const isOpen = open && open.current === open.key(row);
    const cells = columns.map((column) => {
      const shown = column.cell ? column.cell(row, isOpen) : column.value(row);
      const empty = isEmpty(shown) || (Array.isArray(shown) && shown.length === 0);
      return make(
        "td",
        {
          role: "cell",
          "data-name": column.name,
          class:
            [column.number && "number", column.wide && "wide", column.day && "day", empty && "empty"].filter(Boolean).join(" ") || null,
        },
        empty ? "" : typeof shown === "number" ? counted(shown) : shown,
      );
    });
    const line = make("tr", { role: "row", class: isOpen ? "open" : null }, cells);
    body.append(line);
    if (isOpen)
      body.append(
        make("tr", { role: "row", class: "detail", id: "detail" }, make("td", { role: "cell", colspan: columns.length }, open.detail(row))),
      );
  }
  const choose = (to) => {
    pages[key] = to;
    show(false);
    document.getElementById("results").scrollIntoView({ block: "start" });
  };
  const size = make(
    "select",
    { "aria-label": "Rows on a page" },
    SIZES.map((number) => make("option", { value: number, selected: number === perPage }, number + " rows")),
  );
  size.addEventListener("input", () => {
    perPage = Number(size.value);
    pages = {};
    show(false);
  });
  const pager =
    rows.length <= SIZES[0]
      ? null
      : make(
          "nav",
          { class: "pager", "aria-label": "Pages of " + caption },
          button("« First", () => choose(0), { disabled: page === 0 }),
          button("‹ Back", () => choose(page - 1), { disabled: page === 0 }),
          make(
            "span",
            {},
            "rows " +
              counted(page * perPage + 1) +
              "–" +
              counted(Math.min(rows.length, (page + 1) * perPage)) +
              " of " +
              counted(rows.length),
          ),
          button("Next ›", () => choose(page + 1), { disabled: page >= last }),
          button("Last »", () => choose(last), { disabled: page >= last }),
          size,
        );
  return make(
    "div",
    { class: "list", id: "results" },
    make("table", { role: "table" }, make("caption", { class: "out-of-sight" }, caption), make("thead", { role: "rowgroup" }, head), body),
    pager,
  );
}
const cardSort = (key, columns) => {
  const state = sorting[key];
  const choice = make(
    "select",
    { id: "card-sort" },
    columns.flatMap((column, index) =>
      [
        ["▲", false],
        ["▼", true],
      ].map(([arrow, down]) =>
        make(
          "option",
          { value: index + "," + down, selected: state && state.column === index && state.down === down },
          column.name + " " + arrow,
        ),
      ),
    ),
  );
  choice.addEventListener("input", () => {
    const [index, down] = choice.value.split(",");
    sorting[key] = { column: Number(index), down: down === "true" };
    pages[key] = 0;
    show(false);
  });
  return make("div", { class: "card-sort" }, make("label", { for: "card-sort" }, "Sorted by "), choice);
};
const nothing = () =>
  make(
    "div",
    { class: "none", id: "nothing" },
    make("p", {}, "Nothing fits " + (isFiltered() ? "these filters: " + activeWords() + "." : "here: the run found none.")),
    isFiltered() ? button("Clear the filters", clearFilter) : null,
  );
function list(key, caption, columns, rows, start, open) {
  sorting[key] = sorting[key] || start;
  return rows.length === 0 ? [nothing()] : [cardSort(key, columns), table(key, caption, columns, rows, start, open)];
}
const leftOut = (held, all, what, file) =>
  held < all
    ? make(
        "p",
        { class: "note" },
        "This page holds " +
          counted(held) +
          " of " +
          counted(all) +
          " " +
          what +
          ", as much as a browser opens well; " +
          file +
          " has them all.",
      )
    : null;
