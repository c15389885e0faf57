import type { CollatedArticle } from "../../collate/collator.js";
import { dateCandidates } from "../../collate/incidents/date-candidates.js";
import { placeCandidates } from "../../collate/incidents/place-candidates.js";
import type { Telling } from "../../collate/incidents/telling.js";
import { foldPlain } from "../../collate/incidents/weigh-articles.js";
import type { Ballot } from "./fit-votes.js";
import type { GoldArticle } from "./gold-article.js";

/** The values of an incident that reports vote on. */
export const VOTED = ["date", "place"] as const;
export type Voted = (typeof VOTED)[number];

/** A ballot, and the incident that folds are cut by. */
export interface NamedBallot extends Ballot {
  readonly incident: string;
}

/** The ballots of a set: its incidents by their gold articles, each with the candidates that these give. */
export function readBallots(
  gold: readonly GoldArticle[],
  articles: readonly CollatedArticle[],
): Readonly<Record<Voted, readonly NamedBallot[]>> {
  const incidents = new Map<string, { readonly article: GoldArticle; readonly tellings: Telling[] }>();
  const inTime = [...gold.keys()].sort((a, b) => ((articles[a]?.publishedAt ?? "9") < (articles[b]?.publishedAt ?? "9") ? -1 : 1));
  for (const i of inTime) {
    const [known, article] = [gold[i], articles[i]];
    const sketch = article?.incidents.find(({ main }) => main);
    if (!known?.incident || !article || !sketch) continue;
    const incident = incidents.get(known.incident) ?? { article: known, tellings: [] };
    incident.tellings.push({ article, sketch });
    incidents.set(known.incident, incident);
  }
  const named = [...incidents];
  return {
    date: named.flatMap(([incident, { article, tellings }]) => {
      const day = factsOf(article).date;
      const candidates = dateCandidates(tellings);
      const right = candidates.map(({ value }) => value.from === day && Date.parse(value.to) - Date.parse(value.from) < 27 * 86_400_000);
      return day === null ? [] : [{ incident, candidates: candidates.map(({ evidence }) => evidence), right, weight: 1 }];
    }),
    place: named.flatMap(([incident, { article, tellings }]) => {
      const place = foldPlain((factsOf(article).place ?? "").replace(/\([^()]*\)/g, " "));
      const candidates = placeCandidates(tellings);
      const same = candidates.map(({ value }) => foldPlain(value.name) === place);
      const holds = candidates.map(({ value }) => ` ${foldPlain(value.name)} `.includes(` ${place} `));
      const right = same.some(Boolean) ? same : holds;
      return place === "" ? [] : [{ incident, candidates: candidates.map(({ evidence }) => evidence), right, weight: 1 }];
    }),
  };
}

function factsOf({ incident, events = [], eventDate, place }: GoldArticle): {
  readonly date: string | null;
  readonly place: string | null;
} {
  const event = events.find((other) => other.incident === incident);
  return { date: event?.date ?? eventDate ?? null, place: event?.place ?? place ?? null };
}
