/** How a word before a number bounds it. */
export type Bound = "at-least" | "at-most" | "approximate" | "exact";

/** Words before a number that bound or soften it. `exact` keeps the number ("a total of 12") and its span apart. */
export const BOUNDS: readonly (readonly [string, Bound])[] = [
  ["at least", "at-least"], ["at the very least", "at-least"], ["no fewer than", "at-least"], ["no less than", "at-least"],
  ["not less than", "at-least"], ["not fewer than", "at-least"], ["a minimum of", "at-least"], ["minimum of", "at-least"],
  ["more than", "at-least"], ["over", "at-least"], ["well over", "at-least"], ["just over", "at-least"],
  ["upwards of", "at-least"], ["upward of", "at-least"], ["in excess of", "at-least"], ["exceeding", "at-least"],
  ["greater than", "at-least"], ["as few as", "at-least"], ["above", "at-least"], ["well above", "at-least"],
  ["slightly more than", "at-least"], ["little more than", "at-least"], ["atleast", "at-least"],
  ["up to", "at-most"], ["as many as", "at-most"], ["no more than", "at-most"], ["not more than", "at-most"],
  ["fewer than", "at-most"], ["less than", "at-most"], ["under", "at-most"], ["at most", "at-most"],
  ["a maximum of", "at-most"], ["just under", "at-most"], ["as much as", "at-most"], ["as high as", "at-most"],
  ["about", "approximate"], ["around", "approximate"], ["some", "approximate"], ["roughly", "approximate"],
  ["nearly", "approximate"], ["almost", "approximate"], ["approximately", "approximate"], ["an estimated", "approximate"],
  ["estimated", "approximate"], ["close to", "approximate"], ["approx", "approximate"], ["approx.", "approximate"],
  ["circa", "approximate"], ["in the region of", "approximate"], ["something like", "approximate"], ["~", "approximate"],
  ["near", "approximate"], ["an approximate", "approximate"], ["an average of", "approximate"], ["perhaps", "approximate"],
  ["reportedly around", "approximate"], ["or so", "approximate"], ["nearing", "approximate"],
  ["just short of", "approximate"], ["not quite", "approximate"], ["close on", "approximate"], ["getting on for", "approximate"], ["nigh on", "approximate"],
  ["north of", "at-least"], ["a little over", "at-least"], ["a little more than", "at-least"], ["a little under", "at-most"], ["slightly fewer than", "at-most"],
];

export const VAGUE = new Map<string, number>([
  ["several", 2], ["many", 2], ["multiple", 2], ["various", 2], ["numerous", 2], ["countless", 2], ["a few", 2],
  ["a number of", 2], ["an unknown number of", 2], ["unknown number of", 2], ["unspecified number of", 2], ["an unspecified number of", 2], ["an undetermined number of", 2],
  ["an undisclosed number of", 2], ["a large number of", 2], ["a small number of", 2], ["large numbers of", 2],
  ["an unconfirmed number of", 2], ["a growing number of", 2], ["a handful", 2], ["handful", 2], ["a score", 20],
  ["scores", 40], ["dozens", 24], ["tens", 20], ["hundreds", 200], ["thousands", 2000], ["millions", 2_000_000],
  ["tens of thousands", 20_000], ["hundreds of thousands", 200_000], ["tens of millions", 20_000_000],
  ["hundreds , if not thousands", 200], ["hundreds if not thousands", 200], ["dozens , if not hundreds", 24], ["dozens if not hundreds", 24], ["thousands , if not tens of thousands", 2000],
  ["several tens of thousands", 20_000], ["many tens of thousands", 20_000], ["several dozens", 24], ["several hundreds", 200], ["several thousands", 2000],
  ["many dozens", 24], ["many hundreds", 200], ["many thousands", 2000], ["dozens and dozens", 24], ["hundreds and hundreds", 200], ["thousands and thousands", 2000],
  ["a couple of dozen", 24], ["a couple dozen", 24], ["a couple of hundred", 200], ["a couple hundred", 200], ["a couple of thousand", 2000],
  ["hundreds of millions", 200_000_000], ["thousands upon thousands", 2000], ["lakhs", 200_000],
]);
export const SCALES = new Map([["dozen", 12], ["hundred", 100], ["thousand", 1000], ["million", 1e6], ["lakh", 1e5], ["score", 20]]);
export const FEW = new Set(["several", "few", "many"]);
export const INDIAN = new Map([["lakh", 1e5], ["lakhs", 1e5], ["lac", 1e5], ["crore", 1e7], ["crores", 1e7]]);
export const EXACT = new Map<string, number>([["both", 2], ["the couple", 2], ["a single", 1], ["a couple", 2], ["a couple of", 2], ["a pair of", 2], ["a trio of", 3], ["a quarter of a million", 250_000], ["quarter of a million", 250_000], ["three quarters of a million", 750_000], ["two score", 40], ["three score", 60]]);
export const ZERO = ["no one", "no-one", "noone", "nobody", "none", "no", "zero", "nil", "not one", "not a single", "without a single", "without any", "without"];
