/* What the page does: filters, theme, all articles open on paper. Works on the page alone; without it all is shown. */
(() => {
  const root = document.documentElement,
    all = (q, from = document) => [...from.querySelectorAll(q)];
  const kinds = all("[name=kind]"),
    cause = document.querySelector("[name=cause]"),
    wrong = document.querySelector("[name=wrong]"),
    words = document.querySelector("[name=words]"),
    count = document.querySelector(".filters output");
  const articles = all(".article").map((node) => ({
    node,
    parts: all("[data-causes]", node).map((part) => ({
      part,
      kinds: part.dataset.kinds.split(" "),
      causes: part.dataset.causes.split(" "),
    })),
    text: node.textContent.toLowerCase(),
  }));
  const update = () => {
    const on = new Set(kinds.filter((box) => box.checked).map((box) => box.value)),
      say = words.value.trim().toLowerCase();
    let shown = 0;
    for (const { node, parts, text } of articles) {
      let hits = 0,
        errors = 0;
      for (const p of parts) {
        const hit = p.kinds.some((kind, i) => on.has(kind) && (cause.value === "" || p.causes[i] === cause.value));
        p.part.classList.toggle("off", !hit);
        if (hit) {
          hits++;
          if (p.causes.some((c) => c !== "right")) errors++;
        }
      }
      const keep = (cause.value === "" || hits > 0) && (!wrong.checked || errors > 0) && (say === "" || text.includes(say));
      node.hidden = !keep;
      if (keep) shown++;
    }
    count.value = shown + " of " + articles.length + " articles";
  };
  all(".filters input:not([name=print]),.filters select").forEach((control) => control.addEventListener("input", update));
  all("[data-show-cause]").forEach((button) =>
    button.addEventListener("click", () => {
      cause.value = button.dataset.showCause;
      update();
      articles.forEach(({ node }) => {
        if (!node.hidden) node.open = true;
      });
      document.getElementById("articles").scrollIntoView();
    }),
  );
  document.querySelector("[data-open-all]").addEventListener("click", (event) => {
    const open = event.target.textContent === "Open all";
    articles.forEach(({ node }) => {
      if (!node.hidden) node.open = open;
    });
    event.target.textContent = open ? "Close all" : "Open all";
  });
  document.querySelector(".theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
  document.querySelector("[name=print]").addEventListener("input", (event) => {
    if (event.target.checked) root.dataset.print = "articles";
    else delete root.dataset.print;
  });
  addEventListener("beforeprint", () => {
    if (root.dataset.print)
      all("#articles details").forEach((node) => {
        node.open = true;
      });
  });
  update();
})();
