import type { ReviewArticle, ReviewLabel, ReviewRow } from "../../src/model/review.js";
import { KindChip, StatusSign } from "../shell/signs.js";
import { GUIDE, TEXTS } from "../texts.js";
import { DateFields } from "./date-fields.js";
import { FigureFields } from "./figure-fields.js";
import { NameFields } from "./name-fields.js";
import { stepSpan, type SpanStep } from "./word-steps.js";

interface RecordPaneProps {
  readonly article: ReviewArticle;
  readonly row: ReviewRow;
  readonly onLabel: (label: ReviewLabel) => void;
  readonly onAccept: () => void;
  readonly onWrong: () => void;
  readonly onNext: () => void;
}

const T = TEXTS.record;
const STEPS: readonly (readonly [step: SpanStep, sign: string, name: string, key: string])[] = [
  ["extend-start", "⟵", T.extendStart, "{"],
  ["shrink-start", "⟶", T.shrinkStart, "}"],
  ["shrink-end", "⟵", T.shrinkEnd, "["],
  ["extend-end", "⟶", T.extendEnd, "]"],
];

/** The row that is looked at: its verdict, span and every field. */
export function RecordPane({ article, row, onLabel, onAccept, onWrong, onNext }: RecordPaneProps) {
  const { label, found, status, by, confidence, doubt, inTitle } = row;
  const text = inTitle ? (article.title ?? "") : article.text;
  const origin = found === null ? T.added : by === "gold" ? T.gold : `${T.found} ${by}, ${T.confidence} ${Math.round(confidence * 100)}%`;
  return (
    <section class="record" aria-label={T.title}>
      <header>
        <p class="record-wording">
          <StatusSign status={status} />
          <KindChip kind={label.kind} />
          <bdi>{label.text}</bdi>
        </p>
        <p class="meta">{origin}</p>
        {doubt !== null && (
          <p class="doubt">
            {T.doubt}: <strong>{doubt}</strong>
          </p>
        )}
      </header>
      <div class="verdicts">
        <button class="accept" onClick={onAccept}>
          {T.accept} <kbd>a</kbd>
        </button>
        <button class="wrong" onClick={onWrong}>
          {T.wrong} <kbd>w</kbd>
        </button>
        <button onClick={onNext}>
          {T.next} <kbd>n</kbd>
        </button>
      </div>
      <div class="span-steps" role="group" aria-label={T.span}>
        <span class="hint" title={GUIDE["span"]}>
          {T.span}
        </span>
        {STEPS.map(([step, sign, name, key]) => (
          <button
            key={step}
            class="quiet"
            aria-label={name}
            title={`${name} (${key})`}
            onClick={() => onLabel(stepSpan(label, text, step))}
          >
            {sign} <kbd>{key}</kbd>
          </button>
        ))}
      </div>
      <div class="fields">
        {label.kind === "casualty" ? (
          <FigureFields article={article} label={label} onLabel={onLabel} />
        ) : label.kind === "date" ? (
          <DateFields label={label} onLabel={onLabel} />
        ) : (
          <NameFields article={article} label={label} onLabel={onLabel} />
        )}
      </div>
    </section>
  );
}
