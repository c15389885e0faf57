import type { Account } from "./account.js";

/** Pairs of accounts that may tell of one incident, by their numbers: those of the first pair, of the second, and so on. */
export type Pairs = Int32Array;

/** Heaviest hashes of an account by which others find it. */
const KEYS = 24;
/** Followers in the list of a hash that an account meets. */
const MET = 40;
/** Most accounts, the most alike, that an account is compared with among those that follow it. */
const COMPARED = 30;
/** A hash is a key up to this share of all accounts. */
const COMMON = { share: 0.02, least: 60 } as const;

/**
 * The pairs worth a comparison: accounts that share rare words, marks or names, the nearest in time first. Each account
 * meets a bounded number of others, so that the work grows with the number of articles and not with its square. The
 * accounts are in order of time.
 *
 * @param isShared true for a hash that two articles hold at least: no other leads anywhere.
 */
export function findCandidates(accounts: readonly Account[], isShared: (hash: number) => boolean): Pairs {
  const keys = accounts.map((account) => keysOf(account, isShared));
  const lists = new Map<number, number[]>();
  for (const [number, own] of keys.entries()) {
    for (const hash of own.hashes) {
      const list = lists.get(hash);
      if (list) list.push(number);
      else lists.set(hash, [number]);
    }
  }
  const common = Math.max(COMMON.least, COMMON.share * accounts.length);
  let pairs = new Int32Array(4096);
  let used = 0;
  const reached = new Map<number, number>();
  for (const [number, own] of keys.entries()) {
    const met = new Map<number, number>();
    for (const [k, hash] of own.hashes.entries()) {
      const weight = own.weights[k] as number;
      const list = lists.get(hash) as number[];
      const at = (reached.get(hash) ?? 0) + 1;
      reached.set(hash, at);
      if (list.length > common) continue;
      for (let i = at; i < Math.min(list.length, at + MET); i++) met.set(list[i] as number, (met.get(list[i] as number) ?? 0) + weight);
    }
    const nearest = [...met].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, COMPARED);
    if (used + 2 * COMPARED > pairs.length) pairs = widen(pairs);
    for (const [other] of nearest) {
      if (!mayBeOne(accounts[number] as Account, accounts[other] as Account)) continue;
      pairs[used++] = number;
      pairs[used++] = other;
    }
  }
  return pairs.subarray(0, used);
}

/** An article tells its own incidents apart, and a total is no happening. */
const mayBeOne = (a: Account, b: Account): boolean => a.article !== b.article && a.kind === b.kind;

function widen(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(2 * list.length);
  wider.set(list);
  return wider;
}

/** The hashes by which an account is found, and what each weighs: in columns, since all accounts' lie in memory at once. */
interface Keys {
  readonly hashes: Int32Array;
  readonly weights: Float64Array;
}

function keysOf({ words, marks, people }: Account, isShared: (hash: number) => boolean): Keys {
  const heaviest = (vector: Account["words"], count: number): (readonly [number, number])[] =>
    [...vector.hashes]
      .map((hash, i) => [hash, vector.weights[i] as number] as const)
      .filter(([hash]) => isShared(hash))
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, count);
  const keys = new Map<number, number>([...heaviest(words, KEYS), ...heaviest(marks, KEYS / 2)]);
  for (const hash of people) if (isShared(hash)) keys.set(hash, 0.3);
  return { hashes: Int32Array.from(keys.keys()), weights: Float64Array.from(keys.values()) };
}
