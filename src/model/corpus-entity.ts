import type { IsoDate } from "./calendar.js";
import type { Location } from "./entity.js";
import { kindsWith, type KindWith } from "./kinds.js";

/** The kinds of name that are followed across articles. */
export type CorpusEntityKind = KindWith<"followed", true>;
export const CORPUS_ENTITY_KINDS = kindsWith("followed", true);

/**
 * Why an article's entity is taken for an entity of the corpus: `name` (it bears its name), `alias` (another name that
 * some article of the corpus gives it), `seed` (one of `lexicons/entity-aliases.tsv`), `spelling` (its name written
 * otherwise), `longer` and `shorter` (a full name with more or fewer words), `initial` (an abbreviated given name),
 * `surname` (a single word of the name, and what surrounds it), `place` (the same place of the gazetteer), `owner` (a
 * body told by the country that it belongs to), `kind` (a name that was taken for another kind there), `decision`
 * (somebody said so).
 */
export type JoinReason =
  "name" | "alias" | "seed" | "spelling" | "longer" | "shorter" | "initial" | "surname" | "place" | "owner" | "kind" | "decision";

/** An entity of an article that belongs to one of the corpus. */
export interface CorpusEntityMember {
  readonly article: string;
  /** The entity within the article's record, `person:1`. */
  readonly entity: string;
  readonly reason: JoinReason;
  /** From 0 to 1. */
  readonly confidence: number;
}

/** One person, organization or place over all articles of a run. */
export interface CorpusEntity {
  /** `ARTICLE#ENTITY` of its first member: it lasts while the corpus grows. */
  readonly id: string;
  readonly kind: CorpusEntityKind;
  /** Of its full names the most frequent one. */
  readonly name: string;
  /** The other wordings, the more frequent first. */
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-2: where most articles put it; null where none says. */
  readonly country: string | null;
  /** Titles and trades of a person, the more frequent first. */
  readonly roles: readonly string[];
  /** Places that the gazetteer knows. */
  readonly location: Location | null;
  readonly articles: number;
  readonly mentions: number;
  /** First and last day of publication; null where no article is dated. */
  readonly first: IsoDate | null;
  readonly last: IsoDate | null;
  /** The least confidence of its members: how far the row is to be trusted. */
  readonly confidence: number;
  /** In the order of the input. */
  readonly members: readonly CorpusEntityMember[];
  /** Lines of `decisions.jsonl` that made it what it is. */
  readonly decided: readonly number[];
}
