const KEY = "dateline-theme";

/** Takes the theme that the reviewer chose before; without one the system's. */
export function recallTheme(): void {
  const theme = localStorage.getItem(KEY);
  if (theme !== null) document.documentElement.dataset["theme"] = theme;
}

/** Changes from light to dark and back. */
export function switchTheme(): void {
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const next = (document.documentElement.dataset["theme"] ?? system) === "dark" ? "light" : "dark";
  document.documentElement.dataset["theme"] = next;
  localStorage.setItem(KEY, next);
}
