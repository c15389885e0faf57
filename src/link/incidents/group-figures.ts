import type { IsoDate } from "../../model/calendar.js";
import type { IncidentKind } from "../../model/incident.js";
import { describeMembership, describeNewGroup } from "./describe-membership.js";
import type { LocationOf } from "./describe-place.js";
import { MEMBERSHIP_WEIGHTS } from "./membership-weights.js";
import type { Grounds } from "./read-grounds.js";
import { weighEvidence, type EvidenceWeights } from "./weigh-evidence.js";

/** Figures that tell of one happening, or of one total over several. */
export interface FigureGroup<T> {
  readonly kind: IncidentKind;
  readonly main: boolean;
  readonly told: readonly T[];
}

interface Group<T> {
  readonly grounds: Grounds[];
  readonly told: T[];
}

/**
 * Puts every figure of an article into exactly one group, in order of the text: each goes to the group before it that it most
 * likely tells of, or opens one of its own where that is likelier (a conditional logit over groups; Rahman and Ng 2009 call such
 * models cluster rankers).
 */
export function groupFigures<T extends { readonly grounds: Grounds }>(
  told: readonly T[],
  locationOf: LocationOf,
  publishedAt: IsoDate | null,
  titleSentences: number,
  weights: EvidenceWeights = MEMBERSHIP_WEIGHTS,
): readonly FigureGroup<T>[] {
  const groups: Group<T>[] = [];
  for (const one of told) {
    const best = groups.length === 0 ? -1 : likeliest(one.grounds, groups, locationOf, publishedAt, weights);
    const group = groups[best];
    if (group) {
      group.grounds.push(one.grounds);
      group.told.push(one);
    } else groups.push({ grounds: [one.grounds], told: [one] });
  }
  joinHeadline(groups, titleSentences);
  const main = groups.find(({ grounds }) =>
    grounds.some(({ figure }) => figure.modality !== "hypothetical" && figure.modality !== "denied"),
  );
  return groups.map((group) => ({ kind: kindOf(group.grounds), main: group === main, told: group.told }));
}

/**
 * A headline tells of what the text below it tells: a first group that no figure of the text joined takes in the first one that
 * counts as many of the same outcome, else the first that is no total.
 */
function joinHeadline<T>(groups: Group<T>[], titleSentences: number): void {
  const [head, ...others] = groups;
  if (!head || others.length === 0 || !head.grounds.every(({ anchor }) => anchor.sentence < titleSentences)) return;
  const counts = new Set(head.grounds.map(({ figure }) => `${figure.outcome} ${figure.value}`));
  const own = kindOf(head.grounds);
  const alike = others.filter((group) => kindOf(group.grounds) === own);
  const body = alike.find(({ grounds }) => grounds.some(({ figure }) => counts.has(`${figure.outcome} ${figure.value}`))) ?? alike[0];
  if (!body) return;
  head.grounds.push(...body.grounds);
  head.told.push(...body.told);
  groups.splice(groups.indexOf(body), 1);
}

/** The index of the group that a figure most likely belongs to; -1 for one of its own. */
function likeliest(
  one: Grounds,
  groups: readonly { readonly grounds: readonly Grounds[] }[],
  locationOf: LocationOf,
  publishedAt: IsoDate | null,
  weights: EvidenceWeights,
): number {
  const all = groups.map(({ grounds }) => grounds);
  const { candidates, none } = weighEvidence(
    all.map((group) => describeMembership(one, group, all, locationOf)),
    describeNewGroup(one, all, locationOf, publishedAt),
    weights,
  );
  const best = candidates.indexOf(Math.max(...candidates));
  return (candidates[best] ?? 0) > none ? best : -1;
}

/** A total over a period where half of its figures are. */
function kindOf(group: readonly Grounds[]): IncidentKind {
  const totals = group.filter(({ figure, era }) => figure.scope === "cumulative" || era).length;
  return 2 * totals >= group.length ? "aggregate" : "incident";
}
