/** Whole numbers below 2³², in order: four bytes each, where an array of them takes eight and more. */
export interface GrowingNumbers {
  readonly push: (value: number) => void;
  readonly at: (index: number) => number;
  readonly size: () => number;
}

export function createGrowingNumbers(): GrowingNumbers {
  let values = new Uint32Array(1024);
  let size = 0;
  return {
    push: (value) => {
      if (size === values.length) {
        const grown = new Uint32Array(2 * size);
        grown.set(values);
        values = grown;
      }
      values[size++] = value;
    },
    at: (index) => values[index] ?? 0,
    size: () => size,
  };
}

/** For each group 0 to `groups` − 1 the indices of the items that belong to it, in order: a counting sort. */
export function invertGroups(groupOf: (item: number) => number, items: number, groups: number): (group: number) => Uint32Array {
  const starts = new Uint32Array(groups + 1);
  for (let item = 0; item < items; item++) starts[groupOf(item) + 1] = (starts[groupOf(item) + 1] ?? 0) + 1;
  for (let group = 0; group < groups; group++) starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  const next = starts.slice(0, groups);
  const sorted = new Uint32Array(items);
  for (let item = 0; item < items; item++) {
    const group = groupOf(item);
    sorted[next[group] ?? 0] = item;
    next[group] = (next[group] ?? 0) + 1;
  }
  return (group) => sorted.subarray(starts[group] ?? 0, starts[group + 1] ?? 0);
}
