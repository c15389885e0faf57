import type { ReviewScore, ScoreLine } from "../../src/model/review.js";
import { api } from "../api.js";
import { usePage } from "../shell/page-context.js";
import { useLoaded } from "../shell/use-loaded.js";
import { TEXTS } from "../texts.js";

const T = TEXTS.score;
const percent = (share: number | null): string => (share === null ? "–" : (100 * share).toFixed(1));
const whole = (share: number | null): string => (share === null ? "–" : String(Math.round(100 * share)));
const kindName = (kind: string): string => TEXTS.kinds[kind as keyof typeof TEXTS.kinds] ?? kind;

/** How good the program is: from rows drawn at random, from rows that were judged, and against gold. */
export function ScoreView() {
  const page = usePage();
  const { value: score, again } = useLoaded(api.score, "score");
  return (
    <div class="pages">
      <section class="pane page" aria-label={T.title}>
        <header class="page-head">
          <h2>{T.title}</h2>
          <button onClick={again}>{T.again}</button>
        </header>
        {score === null ? <p>{TEXTS.loading}</p> : <Scores score={score} onSample={() => page.go("review", "?why=sample")} />}
      </section>
    </div>
  );
}

function Scores({ score, onSample }: { readonly score: ReviewScore; readonly onSample: () => void }) {
  const { sample, reviewed, lines, articles } = score;
  return (
    <>
      <h3>{T.sample}</h3>
      {sample === null ? (
        <p class="meta">{T.noSample}</p>
      ) : (
        <>
          <p class="estimate">
            {sample.of === 0 ? T.pending : T.estimate(whole(sample.share), whole(sample.low), whole(sample.high), sample.of)}
          </p>
          <p class="meta">{T.ofDrawn(sample.of, sample.drawn)}</p>
          <button onClick={onSample}>{T.openSample}</button>
        </>
      )}
      <h3>{T.against}</h3>
      {articles === 0 ? (
        <p class="meta">{T.noGold}</p>
      ) : (
        <>
          <p class="meta">{T.articles(articles)}</p>
          <ScoreTable lines={lines} />
        </>
      )}
      <h3>{T.reviewed}</h3>
      <p class="meta">{T.reviewedNote}</p>
      <table class="scores">
        <thead>
          <tr>
            <th scope="col">{T.kind}</th>
            <th scope="col">{T.right}</th>
          </tr>
        </thead>
        <tbody>
          {reviewed.map(({ kind, estimate: { share, low, high, of } }) => (
            <tr key={kind}>
              <th scope="row">{kindName(kind)}</th>
              <td>{T.estimate(whole(share), whole(low), whole(high), of)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const withInterval = (share: number | null, interval: readonly [number, number] | null) => (
  <>
    {percent(share)} {interval && <span class="interval">{`${percent(interval[0])}–${percent(interval[1])}`}</span>}
  </>
);

function ScoreTable({ lines }: { readonly lines: readonly ScoreLine[] }) {
  return (
    <table class="scores">
      <thead>
        <tr>
          {[T.kind, T.labels, T.precision, T.recall, T.f1, T.change].map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, gold, precision, precisionInterval, recall, recallInterval, f1, change }) => (
          <tr key={name}>
            <th scope="row">{kindName(name)}</th>
            <td class="number">{gold}</td>
            <td class="number">{withInterval(precision, precisionInterval)}</td>
            <td class="number">{withInterval(recall, recallInterval)}</td>
            <td class="number">{percent(f1)}</td>
            <td class="number">{change === null ? "–" : `${change > 0 ? "+" : ""}${(100 * change).toFixed(1)}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
