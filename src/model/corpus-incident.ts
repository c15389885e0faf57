import type { IsoDate } from "./calendar.js";
import type { Modality, Outcome } from "./casualty.js";
import type { VictimClass } from "./toll.js";

/**
 * What a row of the corpus is: a happening; a total over a period or several happenings; or a story, articles that tell
 * of one thing of which none gives casualties.
 */
export type CorpusIncidentKind = "incident" | "aggregate" | "story";

/** One outcome of one report: what an article says of the incident, with who said it and when. */
export interface ToldToll {
  readonly outcome: Outcome | "killed-or-missing";
  readonly modality: Modality;
  /** People; null where the article gives only vague words. */
  readonly best: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The dead attackers among them; null where nobody says. */
  readonly perpetrators: number | null;
  /** How many of `best` are known to be of a class; {} where nobody says. */
  readonly victims: Readonly<Partial<Record<VictimClass, number>>>;
}

/** Where an incident happened, as exactly as the reports say. */
export interface CorpusPlace {
  /** As the articles word it; of a part of a town or a site with the town behind it ("Old Harbor, Norvik"). */
  readonly name: string;
  /** Degrees (WGS 84); absent where the gazetteer does not tell. */
  readonly latitude?: number;
  readonly longitude?: number;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** Name of the first-level division. */
  readonly admin1?: string;
  /** Name of the second-level division. */
  readonly admin2?: string;
  readonly geonameid?: number;
  /** What it is: `country`, `admin1`, `city`, …; absent where the gazetteer does not tell. */
  readonly what?: string;
}

/** Both ends included. */
export interface DayRange {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Who did it, after the wording of the articles. */
export interface CorpusActor {
  readonly text: string;
  readonly certainty: "stated" | "claimed" | "accused" | "denied";
}

/** What one article tells of an incident of the corpus. */
export interface IncidentReport {
  readonly article: string;
  /** The incident within the article's record, `incident:1`; null for an article that names it without a figure. */
  readonly incident: string | null;
  /** True where it is what the article is about. */
  readonly main: boolean;
  readonly publishedAt: IsoDate | null;
  readonly source: string | null;
  readonly title: string | null;
  readonly place: string | null;
  readonly date: DayRange | null;
  readonly tolls: readonly ToldToll[];
  /** Words of the article: the sentence of its number of killed, else of another figure or victim; absent where only the title tells. */
  readonly sentence?: string;
  /** From 0 to 1: how sure it is that the article tells of this incident; 1 where it stands alone or a person decided. */
  readonly confidence: number;
}

/** The toll of an incident over its reports, one row an outcome. */
export interface CorpusToll extends ToldToll {
  /** The rule that chose `best`: `only`, `latest`, `agreed`, `decided`. */
  readonly by: string;
  /** The articles that give `best`. */
  readonly restsOn: readonly string[];
}

/** One happening, whatever the number of articles that tell of it. */
export interface CorpusIncident {
  /** Its first report, `ARTICLE#incident:1`: the same as long as that article stays the first. */
  readonly id: string;
  readonly kind: CorpusIncidentKind;
  readonly date: DayRange | null;
  readonly place: CorpusPlace | null;
  /** After `gold/guidelines/incidents.md`; `unknown` where nothing is said. */
  readonly cause: string;
  readonly actors: readonly CorpusActor[];
  /** Named victims and others whom the reports name in connection with it. */
  readonly people: readonly string[];
  readonly tolls: readonly CorpusToll[];
  /** In order of publication, then of the input. */
  readonly reports: readonly IncidentReport[];
  /** How sure the grouping is, 0 to 1: that of its least certain report. */
  readonly confidence: number;
  /** Fields and groupings that a person decided. */
  readonly decided: readonly string[];
}
