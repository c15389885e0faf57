import type { NameKind } from "./mention.js";

/** A name that the user knows better than the program: what it is wherever it stands, or that it is none. */
export interface UserName {
  /** As it stands in the articles, capitals included. */
  readonly text: string;
  /** `never`: these words are no name. */
  readonly kind: NameKind | "never";
  /** What it is called in the tables; absent where as it stands. Names of one kind that share it are one. */
  readonly name?: string | undefined;
  /** Of a place, degrees north and east (WGS 84). */
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
}

/** What such a name gives as its rule and as the reason of its place. */
export const USER_RULE = "user:names";
