/** Ways of writing one sound in Latin letters, applied in order to a word in plain letters. */
const SOUNDS: readonly (readonly [pattern: RegExp, sound: string])[] = [
  [/sch|tch|ch/g, "c"],
  [/sh/g, "s"],
  [/ck|c(?=[kq])/g, "k"],
  [/ph/g, "f"],
  [/kh|gh|q/g, "k"],
  [/g/g, "k"],
  [/dh/g, "d"],
  [/th/g, "t"],
  [/zh|dj/g, "j"],
  [/x/g, "ks"],
  [/w/g, "v"],
  [/ou|oo/g, "u"],
  [/ee|ii|iy|yy|ij|y/g, "i"],
  [/ey|ai|ei/g, "e"],
  [/h(?![aeiou])/g, ""],
  [/-/g, ""],
  [/(.)\1+/g, "$1"],
];

/** Vowels that transcribers take for each other. */
const NEAR_VOWELS = new Set(["ae", "ea", "ei", "ie", "ou", "uo"]);
const NEAR_CONSONANTS = new Set(["sz", "zs", "vf", "fv", "bv", "vb", "jk", "kj", "cs", "sc", "ck", "kc"]);
const isVowel = (letter: string): boolean => "aeiou".includes(letter);

/** Shares of the longer word: what two spellings of one name may differ by. */
const LIMIT = 0.13;
/** Letters of a word that may be spelled in several ways; shorter ones differ too easily. */
const LEAST = 5;

/**
 * Whether two words in plain letters may be spellings of one name ("Muhammad", "Mohamed"; "Gaddafi", "Qadhafi"):
 * their sounds are a cheap edit apart. An `a` or `o` more at the end tells women from men and is dear; so is another
 * first sound, another consonant, and a vowel far from the other ("Hassan", "Hussein").
 */
export function areSimilarWords(a: string, b: string): boolean {
  if (a === b) return true;
  const least = Math.min(a.length, b.length);
  if (least < LEAST - 1 || Math.abs(a.length - b.length) > 3) return false;
  const [left, right] = [soundOf(a), soundOf(b)];
  if (left === right) return true;
  const starts = (left[0] ?? "") + (right[0] ?? "");
  return (
    least >= LEAST &&
    (left[0] === right[0] || NEAR_VOWELS.has(starts)) &&
    editCost(left, right) <= LIMIT * Math.max(left.length, right.length)
  );
}

/** Letters of a word of which a slip of the keyboard is told from another word. */
const LONG = 6;

/**
 * Whether `slip` is `word` with one letter within it too many, too few, or swapped with its neighbor ("Burzek" for "Buzek",
 * "Chrylser" for "Chrysler"). Words in plain letters; short ones, and ones that begin or end otherwise, are other words.
 */
export function isSlipOf(slip: string, word: string): boolean {
  if (Math.max(slip.length, word.length) < LONG || slip === word || slip[0] !== word[0] || slip.at(-1) !== word.at(-1)) return false;
  if (!/^\p{L}+$/u.test(slip + word)) return false;
  const at = [...slip].findIndex((letter, i) => letter !== word[i]);
  const [x, y] = [slip.slice(at), word.slice(at)];
  if (x.length === y.length) return x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2);
  return x.slice(1) === y || y.slice(1) === x;
}

/** The forms of a word without one of its inner letters, and itself: a word and its slips share one. */
export function slipKeys(word: string): readonly string[] {
  if (word.length < LONG - 1) return [];
  return [word, ...Array.from({ length: word.length - 2 }, (_, i) => word.slice(0, i + 1) + word.slice(i + 2))];
}

/** The sounds of a word in plain letters: equal for most spellings of one name. */
export function soundOf(word: string): string {
  return SOUNDS.reduce((sound, [pattern, plain]) => sound.replace(pattern, plain), word);
}

/** The consonants of a word's sounds: spellings of one name share them, and a few other names besides. Looks words up. */
export function consonantsOf(word: string): string {
  const sound = soundOf(word);
  return (sound.replace(/[aeiouhj]/g, "") || sound).replace(/[zc]/g, "s").replace(/[fb]/g, "v");
}

function editCost(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j * 2);
  for (let i = 1; i <= a.length; i++) {
    const next = [i * 2];
    for (let j = 1; j <= b.length; j++) {
      const [x, y] = [a[i - 1] ?? "", b[j - 1] ?? ""];
      let cost = Math.min(
        (row[j - 1] ?? 0) + substitution(x, y, i === a.length && j === b.length),
        (row[j] ?? 0) + insertion(x, i === a.length),
        (next[j - 1] ?? 0) + insertion(y, j === b.length),
      );
      if (i > 1 && j > 1 && x === b[j - 2] && y === a[i - 2]) cost = Math.min(cost, (before[j - 2] ?? 0) + 0.8);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

function substitution(x: string, y: string, last: boolean): number {
  if (x === y) return 0;
  if (isVowel(x) && isVowel(y)) return last && (x === "a" || y === "a" || x === "o" || y === "o") ? 2 : NEAR_VOWELS.has(x + y) ? 0.3 : 1;
  return NEAR_CONSONANTS.has(x + y) ? 0.5 : 2;
}

const insertion = (x: string, last: boolean): number => (x === "h" ? 0.2 : isVowel(x) ? (last && x !== "e" ? 2 : 0.6) : 1.2);
