import { memberName } from "../collate/decisions.js";
import { mergeTolls } from "../collate/incidents/merge-tolls.js";
import { setField } from "../collate/incidents/set-fields.js";
import type { CorpusEntity, CorpusEntityMember } from "../model/corpus-entity.js";
import type { CorpusIncident, IncidentReport } from "../model/corpus-incident.js";
import type { ReviewDecision } from "../model/review.js";

/** How findings of one kind are taken apart and put together. */
interface Grouping<Found, Member> {
  readonly membersOf: (found: Found) => readonly Member[];
  readonly nameOf: (member: Member) => string;
  /** The finding with other members: what it says of itself is that of the first of `from`. */
  readonly regroup: (from: readonly Found[], members: readonly Member[]) => Found;
  readonly set: (found: Found, field: string, value: unknown) => Found;
}

/**
 * Applies decisions to what a run wrote, so that the page shows at once what the next run will make of them. Merged and
 * split findings are joined from their members as they stand; the next run reads the articles again.
 */
function decide<Found extends { readonly id: string }, Member>(
  found: readonly Found[],
  decisions: readonly ReviewDecision[],
  { membersOf, nameOf, regroup, set }: Grouping<Found, Member>,
): readonly Found[] {
  if (decisions.length === 0) return found;
  const rows = new Map(found.map((one, index) => [index, one]));
  const home = new Map<string, number>();
  found.forEach((one, index) => membersOf(one).forEach((member) => home.set(nameOf(member), index)));
  let next = found.length;
  for (const decision of decisions) {
    const at = [...new Set(decision.members.flatMap((name) => home.get(name) ?? []))].sort((a, b) => a - b);
    const [first] = at;
    if (first === undefined) continue;
    const touched = at.flatMap((index) => rows.get(index) ?? []);
    if (decision.decision === "merge") {
      const joined = regroup(touched, touched.flatMap(membersOf));
      for (const index of at) rows.delete(index);
      rows.set(first, joined);
      for (const member of membersOf(joined)) home.set(nameOf(member), first);
    } else if (decision.decision === "split") {
      const named = new Set(decision.members);
      const apart = touched.flatMap(membersOf).filter((member) => named.has(nameOf(member)));
      for (const index of at) {
        const one = rows.get(index);
        if (!one) continue;
        const rest = membersOf(one).filter((member) => !named.has(nameOf(member)));
        if (rest.length === 0) rows.delete(index);
        else rows.set(index, regroup([one], rest));
      }
      rows.set(next, regroup(touched, apart));
      for (const member of apart) home.set(nameOf(member), next);
      next++;
    } else if (decision.decision === "drop") for (const index of at) rows.delete(index);
    else if (decision.decision === "set") {
      const one = rows.get(first);
      if (one) rows.set(first, set(one, decision.field, decision.value));
    }
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, one]) => one);
}

const reportName = ({ article, incident }: IncidentReport): string => memberName(article, incident ?? "article");

/** The incidents of a run with decisions applied. */
export const decideIncidents = (incidents: readonly CorpusIncident[], decisions: readonly ReviewDecision[]): readonly CorpusIncident[] =>
  decide(incidents, decisions, {
    membersOf: ({ reports }) => reports,
    nameOf: reportName,
    regroup: regroupIncident,
    set: (found, field, value) => ({ ...setField(found, field, value), decided: [...new Set([...found.decided, field])] }),
  });

function regroupIncident(from: readonly CorpusIncident[], members: readonly IncidentReport[]): CorpusIncident {
  const reports = [...members].sort((a, b) => ((a.publishedAt ?? "9") < (b.publishedAt ?? "9") ? -1 : 1));
  const first = reports[0] as IncidentReport;
  const base = from.reduce((best, one) => (one.reports.length > best.reports.length ? one : best));
  const alone = reports.length === 1;
  const cause = base.cause !== "unknown" ? base.cause : (from.find((one) => one.cause !== "unknown")?.cause ?? "unknown");
  return {
    ...base,
    id: reportName(first),
    date: alone && first.date ? first.date : (base.date ?? from.find(({ date }) => date !== null)?.date ?? null),
    place: base.place ?? from.find(({ place }) => place !== null)?.place ?? null,
    cause,
    people: [...new Set(from.flatMap(({ people }) => people))],
    actors: from.flatMap(({ actors }) => actors),
    tolls: mergeTolls(reports, cause),
    reports,
    confidence: 1,
    decided: [...new Set([...base.decided, "reports"])],
  };
}

const entityName = ({ article, entity }: CorpusEntityMember): string => memberName(article, entity);

/** The entities of a run with decisions applied. */
export const decideEntities = (entities: readonly CorpusEntity[], decisions: readonly ReviewDecision[]): readonly CorpusEntity[] =>
  decide(entities, decisions, {
    membersOf: ({ members }) => members,
    nameOf: entityName,
    regroup: regroupEntity,
    set: (found, field, value) => (["name", "kind", "country"].includes(field) ? { ...found, [field]: value } : found),
  });

function regroupEntity(from: readonly CorpusEntity[], members: readonly CorpusEntityMember[]): CorpusEntity {
  const base = from.reduce((best, one) => (one.mentions > best.mentions ? one : best));
  const all = from.reduce((sum, one) => sum + one.members.length, 0);
  const names = new Set(from.flatMap(({ name, aliases }) => [name, ...aliases]));
  names.delete(base.name);
  return {
    ...base,
    id: entityName(members[0] as CorpusEntityMember),
    aliases: [...names],
    articles: new Set(members.map(({ article }) => article)).size,
    // How many mentions each member has the run does not say: shared out evenly until the next run counts them.
    mentions: Math.max(1, Math.round((from.reduce((sum, one) => sum + one.mentions, 0) * members.length) / all)),
    members,
    confidence: 1,
  };
}

/** True for an incident whose reports give different numbers for one outcome. */
export const hasRivalTolls = ({ reports, tolls, decided }: CorpusIncident): boolean =>
  tolls.some(
    ({ outcome, modality }) =>
      modality === "reported" &&
      !decided.includes(outcome) &&
      new Set(
        reports.flatMap((report) =>
          report.tolls.flatMap((toll) => (toll.outcome === outcome && toll.modality === modality && toll.best !== null ? [toll.best] : [])),
        ),
      ).size > 1,
  );
