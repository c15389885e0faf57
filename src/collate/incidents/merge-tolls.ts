import type { CorpusToll, IncidentReport, ToldToll } from "../../model/corpus-incident.js";
import { dayOfIso } from "../../recognize/dates/civil-day.js";

/** A report with the row that it has for an outcome. */
interface Told {
  readonly report: IncidentReport;
  readonly toll: ToldToll;
  readonly day: number | null;
  /** How much it counts. */
  readonly weight: number;
}

/** Days after which a report counts half as much as one of the last day. */
const HALF_LIFE = 3;
/** A number of at most half of what an earlier report said counts this much: later stories tell of single victims. */
const FALLEN = 0.15;
/** A report that is about something else counts this much. */
const ASIDE = 0.2;

/** Causes by which all who die are found at once: their number hardly rises, and who lies wounded may die of it. */
const SUDDEN: ReadonlySet<string> = new Set(["shooting", "stabbing", "beating", "suicide", "execution"]);
/** Of what is sudden, a number of dead below one that was told counts this much: later stories leave out the attacker. */
const LESSENED = 0.5;
/** A number of at most so many does not become more than twice as much where the dead lay side by side: that counts others too. */
const FEW = 4;

/**
 * The toll of an incident over its reports, a row an outcome: the number that most reports give, the later the more they
 * count, as a toll rises and is corrected; `low` and `high` over the reports of the last day. Reports that copy another
 * are not to be among them; they are in the order of publication.
 */
export function mergeTolls(reports: readonly IncidentReport[], cause = "unknown"): readonly CorpusToll[] {
  const alive = withoutThoseWhoDied(reports);
  const isSudden = SUDDEN.has(cause);
  const keys = new Set(reports.flatMap(({ tolls }) => tolls.map(({ outcome, modality }) => `${outcome} ${modality}`)));
  return [...keys].flatMap((key) => {
    const told = (key.startsWith("injured ") ? alive : reports).flatMap((report) =>
      report.tolls.filter((toll) => `${toll.outcome} ${toll.modality}` === key).map((toll) => ({ report, toll })),
    );
    const toll = mergeToll(isSudden ? withoutOutlier(told) : told, isSudden && key.startsWith("killed "));
    return toll ? [toll] : [];
  });
}

const bestOf = ({ tolls }: IncidentReport, outcome: string): number =>
  tolls.find((toll) => toll.outcome === outcome && toll.modality === "reported")?.best ?? 0;

/**
 * The reports without the wounded who died: where later ones count as many more dead, and nobody who is hurt, these were the
 * wounded of the first.
 */
function withoutThoseWhoDied(reports: readonly IncidentReport[]): readonly IncidentReport[] {
  let [deadLater, hurtLater] = [0, 0];
  return reports
    .toReversed()
    .map((report) => {
      const [dead, hurt] = [bestOf(report, "killed"), bestOf(report, "injured")];
      const haveDied = hurt > 0 && hurtLater === 0 && deadLater >= dead + hurt;
      [deadLater, hurtLater] = [Math.max(deadLater, dead), Math.max(hurtLater, hurt)];
      return haveDied
        ? { ...report, tolls: report.tolls.filter((toll) => toll.outcome !== "injured" || toll.modality !== "reported") }
        : report;
    })
    .toReversed();
}

/**
 * The rows without one that alone gives more than twice what the others give, where these give few, and more than the dead and
 * injured of any of them.
 */
function withoutOutlier(rows: readonly Pick<Told, "report" | "toll">[]): readonly Pick<Told, "report" | "toll">[] {
  const numbered = rows.flatMap(({ report, toll: { best } }) => (best !== null && best > 0 ? [{ report, best }] : []));
  return rows.filter(({ toll: { best } }) => {
    const others = numbered.filter((other) => other.best !== best);
    if (best === null || others.length === 0 || numbered.length - others.length > 1) return true;
    const most = Math.max(...others.map((other) => other.best));
    return most > FEW || best <= 2 * most || others.some(({ report }) => bestOf(report, "killed") + bestOf(report, "injured") >= best);
  });
}

function mergeToll(rows: readonly Pick<Told, "report" | "toll">[], isSudden: boolean): CorpusToll | null {
  let most = 0;
  const givers = new Map<number | null, number>();
  for (const { toll } of rows) givers.set(toll.best, (givers.get(toll.best) ?? 0) + 1);
  const judged = rows.map((row) => {
    const { best } = row.toll;
    const isFallen = best !== null && 2 * best <= most && givers.get(best) === 1;
    const counts = best === null || best >= most ? 1 : isFallen ? FALLEN : isSudden ? LESSENED : 1;
    if (row.report.main) most = Math.max(most, best ?? 0);
    return { ...row, day: row.report.publishedAt === null ? null : dayOfIso(row.report.publishedAt), counts };
  });
  // Years later a story tells of one of the dead: it makes nothing old that was told before.
  const days = judged.flatMap(({ day, counts }) => (day === null || counts === FALLEN ? [] : [day]));
  const last = days.length > 0 ? Math.max(...days) : null;
  const told = judged.map(({ counts, ...row }): Told => {
    const age = row.day === null || last === null ? 0 : Math.max(0, last - row.day);
    return { ...row, weight: (row.report.main ? 1 : ASIDE) * counts * 0.5 ** (age / HALF_LIFE) };
  });
  const first = told[0];
  if (!first) return null;
  const numbered = told.filter(({ toll }) => toll.best !== null);
  const votes = new Map<number, number>();
  for (const { toll, weight } of numbered) votes.set(toll.best as number, (votes.get(toll.best as number) ?? 0) + weight);
  // Of numbers that count the same the one told last.
  const chosen = [...numbered]
    .reverse()
    .reduce<Told | null>(
      (best, row) =>
        best && (votes.get(best.toll.best as number) as number) >= (votes.get(row.toll.best as number) as number) ? best : row,
      null,
    );
  const best = chosen?.toll.best ?? null;
  const giving = chosen ? numbered.filter(({ toll }) => toll.best === best) : [];
  const ofLastDay = told.filter(({ day, report }) => report.main && (last === null || day === last));
  const bounding = [...new Set([...(ofLastDay.length > 0 ? ofLastDay : told), ...giving.slice(-1)])].map(({ toll }) => toll);
  const lows = bounding.flatMap(({ low, best: number }) => low ?? number ?? []);
  const open =
    bounding.some(({ high, best: number }) => high === null && number === null) || giving.slice(-1).some(({ toll }) => toll.high === null);
  const highs = bounding.flatMap(({ high, best: number }) => high ?? number ?? []);
  return {
    outcome: first.toll.outcome,
    modality: first.toll.modality,
    best,
    low: lows.length > 0 ? Math.min(...lows) : null,
    high: open || highs.length === 0 ? null : Math.max(...highs),
    perpetrators: giving.flatMap(({ toll }) => toll.perpetrators ?? []).at(-1) ?? null,
    victims:
      giving
        .map(({ toll }) => toll.victims)
        .filter((victims) => Object.keys(victims).length > 0)
        .at(-1) ?? {},
    by:
      told.length === 1
        ? "only"
        : new Set(numbered.map(({ toll }) => toll.best)).size < 2
          ? "agreed"
          : best === numbered.at(-1)?.toll.best
            ? "latest"
            : "most-told",
    restsOn: (giving.length > 0 ? giving : told).map(({ report }) => report.article),
  };
}
