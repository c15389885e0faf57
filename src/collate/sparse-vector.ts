/** Weights of hashes, in order of the hashes; its length as a vector is 1 unless it is empty. */
export interface SparseVector {
  readonly hashes: Int32Array;
  readonly weights: Float32Array;
}

/** Keeps the heaviest weights and scales them as if all were kept, so that a cut makes two texts no more alike. */
export function sparseVector(weighed: readonly (readonly [hash: number, weight: number])[], kept: number): SparseVector {
  let squares = 0;
  for (const [, weight] of weighed) squares += weight * weight;
  const length = Math.sqrt(squares) || 1;
  const heaviest = [...weighed]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, kept)
    .sort((a, b) => a[0] - b[0]);
  return { hashes: Int32Array.from(heaviest, ([hash]) => hash), weights: Float32Array.from(heaviest, ([, weight]) => weight / length) };
}

/** The cosine of two vectors, from 0 to 1. */
export function cosine(a: SparseVector, b: SparseVector): number {
  let [i, j, sum] = [0, 0, 0];
  while (i < a.hashes.length && j < b.hashes.length) {
    const [x, y] = [a.hashes[i] as number, b.hashes[j] as number];
    if (x === y) sum += (a.weights[i++] as number) * (b.weights[j++] as number);
    else if (x < y) i++;
    else j++;
  }
  return sum;
}

/** Calls back with each hash that two ascending lists share. */
export function forShared(a: Int32Array, b: Int32Array, call: (hash: number) => void): void {
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] as number, b[j] as number];
    if (x === y) {
      call(x);
      i++;
      j++;
    } else if (x < y) i++;
    else j++;
  }
}
