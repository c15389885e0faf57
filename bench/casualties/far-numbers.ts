import { readSet } from "./read-sets.js";
import type { ReadText } from "./read-text.js";

interface WeakRow {
  readonly text: string;
  readonly labels: readonly { readonly kind: string; readonly value?: number | null }[];
}

/** So many times its document's label makes a number one that ruins a table. */
const FAR = 20;

/** Prints how many figures of one event exceed their document's label (1 at least) twentyfold: how many, how many of them undoubted. */
export function benchFarNumbers(name: string, read: ReadText): void {
  const rows = readSet<WeakRow>(`${name}/dev`);
  if (!rows) return;
  let [figures, far, sure] = [0, 0, 0];
  for (const row of rows) {
    const label = (kind: string): number => row.labels.filter((l) => l.kind === kind).reduce((sum, l) => sum + (l.value ?? 0), 0);
    for (const figure of read(row.text).figures) {
      figures++;
      const value = figure.value ?? figure.low ?? 0;
      if (
        figure.implicit ||
        figure.scope !== "incident" ||
        figure.modality !== "reported" ||
        !row.labels.some((l) => l.kind === figure.outcome && typeof l.value === "number")
      )
        continue;
      if (value <= FAR * Math.max(1, label(figure.outcome))) continue;
      far++;
      if (figure.doubt == null) sure++;
    }
  }
  console.log(`${name}: of ${figures} figures ${far} of one event exceed the label ${FAR} times, ${sure} of them without a doubt`);
}
