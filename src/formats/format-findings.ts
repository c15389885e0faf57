import type { Finding } from "../score/findings.js";
import type { Label } from "../score/label.js";

const VERB = { missed: "missed", spurious: "spurious", mismatch: "differs", content: "wrong" } as const;

/** Findings as lines for a terminal, article by article, each with its sentence. */
export function formatFindings(findings: readonly Finding[], limit: number): string {
  const lines: string[] = [];
  let article: string | null = null;
  for (const finding of findings.slice(0, limit)) {
    if (finding.article !== article) lines.push(`${finding.article}`);
    article = finding.article;
    lines.push(`  ${VERB[finding.type].padEnd(8)} ${describe(finding)}`);
    if (finding.sentence !== null) lines.push(`           ${oneLine(finding.sentence)}`);
  }
  const rest = findings.length - limit;
  if (rest > 0) lines.push(`… and ${rest} more; --errors all lists them, --json and --report hold them all`);
  return lines.length > 0 ? lines.join("\n") + "\n" : "";
}

/** Both sides of a finding in one line: `person "Ann Lee" → organization "Ann Lee"`. */
export function describe({ gold, predicted }: Finding): string {
  return [gold, predicted]
    .filter((label) => label !== null)
    .map(describeLabel)
    .join(" → ");
}

export function describeLabel(label: Label): string {
  const wording = label.text === undefined ? `${label.start}–${label.end}` : JSON.stringify(oneLine(label.text));
  if (label.kind === "date") return `date ${wording}${label.value === undefined ? "" : ` ${label.value}`}`;
  if (label.kind === "casualty") return `casualty ${wording} ${[label.outcome, figureText(label)].filter(Boolean).join(" ")}`;
  return `${label.kind} ${wording}`;
}

/** The numbers of a figure: `12`, `4–10`, `≥ 30`, `≤ 15`, or its qualifier. */
export function figureText({ value, low, high, qualifier }: Label): string {
  if (typeof value === "number" && !(qualifier === "at-least" || qualifier === "at-most")) return String(value);
  if (typeof low === "number" && typeof high === "number") return low === high ? String(low) : `${low}–${high}`;
  if (typeof low === "number") return `≥ ${low}`;
  if (typeof high === "number") return `≤ ${high}`;
  return qualifier ?? "";
}

const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();
