/** A run of atoms `first` to `last`, both included, of one type, with the model's probability of exactly that. */
export interface TaggedSpan {
  readonly first: number;
  readonly last: number;
  /** Index of the type: tags 2 type + 1 and 2 type + 2 are its `B-` and `I-`. */
  readonly type: number;
  readonly probability: number;
}

/** The chain over tags: transitions (from × to), starts and ends, as logarithms; forbidden steps are very low. */
export interface TagChain {
  readonly tags: number;
  readonly transitions: Float32Array;
  readonly starts: Float32Array;
  readonly ends: Float32Array;
}

/** Finds the likeliest tags of `length` atoms; `scores` holds one row of `stride` floats an atom. */
export type DecodeTags = (scores: Float32Array, stride: number, length: number) => readonly TaggedSpan[];

/** Viterbi for the tags, forward and backward sums for the probabilities of the spans found. */
export function createDecodeTags({ tags, transitions, starts, ends }: TagChain): DecodeTags {
  const weights = Float64Array.from(transitions, Math.exp);
  const endWeights = Float64Array.from(ends, Math.exp);
  // Most steps into an I- are forbidden: only its own B- and itself lead there. Those into tag j are `firstStep[j]` to `firstStep[j + 1]`.
  const allowed = Array.from({ length: tags * tags }, (_, k) => ({ from: k % tags, to: Math.floor(k / tags) })).filter(
    ({ from, to }) => (transitions[from * tags + to] as number) > -1000,
  );
  const firstStep = Int32Array.from({ length: tags + 1 }, (_, j) => allowed.filter(({ to }) => to < j).length);
  const stepFrom = Int32Array.from(allowed, ({ from }) => from);
  const stepScore = Float64Array.from(allowed, ({ from, to }) => transitions[from * tags + to] as number);
  const stepWeight = Float64Array.from(allowed, ({ from, to }) => weights[from * tags + to] as number);
  const startWeights = Float64Array.from(starts, Math.exp);
  let best = new Float64Array(0);
  let from = new Uint8Array(0);
  let forward = new Float64Array(0);
  let emission = new Float64Array(0);
  let norm = new Float64Array(0);

  const viterbi = (scores: Float32Array, stride: number, length: number): Uint8Array => {
    if (best.length < length * tags) {
      best = new Float64Array(length * tags * 2);
      from = new Uint8Array(length * tags * 2);
    }
    for (let j = 0; j < tags; j++) best[j] = (starts[j] as number) + (scores[j] as number);
    for (let t = 1; t < length; t++) {
      const row = t * tags;
      for (let j = 0; j < tags; j++) {
        let top = -Infinity;
        let arg = 0;
        const end = firstStep[j + 1] as number;
        for (let k = firstStep[j] as number; k < end; k++) {
          const i = stepFrom[k] as number;
          const value = (best[row - tags + i] as number) + (stepScore[k] as number);
          if (value > top) {
            top = value;
            arg = i;
          }
        }
        best[row + j] = top + (scores[t * stride + j] as number);
        from[row + j] = arg;
      }
    }
    let top = -Infinity;
    let tag = 0;
    for (let j = 0; j < tags; j++) {
      const value = (best[(length - 1) * tags + j] as number) + (ends[j] as number);
      if (value > top) {
        top = value;
        tag = j;
      }
    }
    const path = new Uint8Array(length);
    for (let t = length - 1; t >= 0; t--) {
      path[t] = tag;
      tag = from[t * tags + tag] as number;
    }
    return path;
  };

  /** Forward sums, each row scaled to one; backward is needed at ends of spans only and is folded into a sweep. */
  const probabilities = (scores: Float32Array, stride: number, length: number, spans: readonly TaggedSpan[]): TaggedSpan[] => {
    if (forward.length < length * tags) {
      forward = new Float64Array(length * tags * 2);
      emission = new Float64Array(length * tags * 2);
      norm = new Float64Array(length * 2);
    }
    for (let t = 0; t < length; t++) {
      let top = -Infinity;
      for (let j = 0; j < tags; j++) if ((scores[t * stride + j] as number) > top) top = scores[t * stride + j] as number;
      let sum = 0;
      for (let j = 0; j < tags; j++) {
        const e = Math.exp((scores[t * stride + j] as number) - top);
        emission[t * tags + j] = e;
        let paths = 0;
        if (t === 0) paths = startWeights[j] as number;
        else {
          const end = firstStep[j + 1] as number;
          for (let k = firstStep[j] as number; k < end; k++)
            paths += (forward[(t - 1) * tags + (stepFrom[k] as number)] as number) * (stepWeight[k] as number);
        }
        sum += forward[t * tags + j] = paths * e;
      }
      norm[t] = sum;
      for (let j = 0; j < tags; j++) forward[t * tags + j] = (forward[t * tags + j] as number) / sum;
    }
    let total = 0;
    for (let j = 0; j < tags; j++) total += (forward[(length - 1) * tags + j] as number) * (endWeights[j] as number);
    // `here[j]`: sum over the paths after t, given tag j at t, scaled by the same norms; `later` is that of t + 1.
    let here = Float64Array.from(endWeights);
    let later = Float64Array.from(endWeights);
    const found: TaggedSpan[] = new Array<TaggedSpan>(spans.length);
    let next = spans.length - 1;
    for (let t = length - 1; next >= 0; t--) {
      const span = spans[next];
      if (span?.last === t) {
        const inside = 2 * span.type + 2;
        const tag = span.first === span.last ? inside - 1 : inside;
        let after = 0;
        if (t === length - 1) after = endWeights[tag] as number;
        else {
          for (let j = 0; j < tags; j++) {
            if (j === inside) continue; // the span would go on
            after += (weights[tag * tags + j] as number) * (emission[(t + 1) * tags + j] as number) * (later[j] as number);
          }
          after /= norm[t + 1] as number;
        }
        let through = forward[span.first * tags + inside - 1] as number;
        for (let k = span.first + 1; k <= t; k++) {
          through *=
            ((weights[(k === span.first + 1 ? inside - 1 : inside) * tags + inside] as number) * (emission[k * tags + inside] as number)) /
            (norm[k] as number);
        }
        found[next] = { ...span, probability: Math.min(1, (through * after) / total) };
        next--;
      }
      if (next >= 0) {
        const earlier = later.fill(0);
        for (let j = 0; j < tags; j++) {
          const share = ((emission[t * tags + j] as number) * (here[j] as number)) / (norm[t] as number);
          const end = firstStep[j + 1] as number;
          for (let k = firstStep[j] as number; k < end; k++) {
            const i = stepFrom[k] as number;
            earlier[i] = (earlier[i] as number) + (stepWeight[k] as number) * share;
          }
        }
        later = here;
        here = earlier;
      }
    }
    return found;
  };

  return (scores, stride, length) => {
    if (length === 0) return [];
    const spans = spansOf(viterbi(scores, stride, length));
    return spans.length === 0 ? spans : probabilities(scores, stride, length, spans);
  };
}

/** The spans of a BIO2 path; an `I-` that continues nothing begins a span. */
export function spansOf(path: Uint8Array): TaggedSpan[] {
  const spans: TaggedSpan[] = [];
  for (let t = 0; t < path.length;) {
    const tag = path[t] as number;
    if (tag === 0) {
      t++;
      continue;
    }
    const type = (tag - 1) >> 1;
    let last = t;
    while (last + 1 < path.length && path[last + 1] === 2 * type + 2) last++;
    spans.push({ first: t, last, type, probability: 0 });
    t = last + 1;
  }
  return spans;
}
