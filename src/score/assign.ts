/**
 * Pairs rows with columns, one to one, so that the sum of the weights is greatest (Kuhn–Munkres, after Jonker and
 * Volgenant's shortest augmenting paths; O(rows² × columns) with rows ≤ columns). `weight(row, column)` is at least 0;
 * where it is 0 the two are never paired.
 *
 * @returns for each row its column, or -1.
 */
export function assign(rows: number, columns: number, weight: (row: number, column: number) => number): Int32Array {
  if (rows > columns) {
    const result = new Int32Array(rows).fill(-1);
    assign(columns, rows, (r, c) => weight(c, r)).forEach((row, column) => {
      if (row >= 0) result[row] = column;
    });
    return result;
  }
  if (rows === 1) return Int32Array.of(heaviest(columns, weight));
  return augment(rows, columns, weight);
}

function heaviest(columns: number, weight: (row: number, column: number) => number): number {
  let best = -1;
  let most = 0;
  for (let c = 0; c < columns; c++) {
    const w = weight(0, c);
    if (w > most) {
      most = w;
      best = c;
    }
  }
  return best;
}

function augment(rows: number, columns: number, weight: (row: number, column: number) => number): Int32Array {
  // Cost is negative weight. Index 0 of rows and columns is a sentinel.
  const at = (a: Float64Array | Int32Array, i: number): number => a[i] ?? 0;
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const previous = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    let column = 0;
    const slack = new Float64Array(columns + 1).fill(Infinity);
    const seen = new Uint8Array(columns + 1);
    do {
      seen[column] = 1;
      const current = at(rowOf, column);
      let delta = Infinity;
      let next = 0;
      for (let c = 1; c <= columns; c++) {
        if (seen[c]) continue;
        const reduced = -weight(current - 1, c - 1) - at(rowPotential, current) - at(columnPotential, c);
        if (reduced < at(slack, c)) {
          slack[c] = reduced;
          previous[c] = column;
        }
        if (at(slack, c) < delta) {
          delta = at(slack, c);
          next = c;
        }
      }
      for (let c = 0; c <= columns; c++) {
        if (seen[c]) {
          rowPotential[at(rowOf, c)] = at(rowPotential, at(rowOf, c)) + delta;
          columnPotential[c] = at(columnPotential, c) - delta;
        } else slack[c] = at(slack, c) - delta;
      }
      column = next;
    } while (at(rowOf, column) !== 0);
    do {
      const before = at(previous, column);
      rowOf[column] = at(rowOf, before);
      column = before;
    } while (column !== 0);
  }
  const result = new Int32Array(rows).fill(-1);
  for (let c = 1; c <= columns; c++) {
    const row = at(rowOf, c);
    if (row > 0 && weight(row - 1, c - 1) > 0) result[row - 1] = c - 1;
  }
  return result;
}
