import type { Difference, ReviewAction, ReviewAgreement, ReviewLabel, ReviewRow } from "../../src/model/review.js";
import { api } from "../api.js";
import { sayLabel } from "../article/say-label.js";
import { usePage } from "../shell/page-context.js";
import { KindChip } from "../shell/signs.js";
import { useLoaded } from "../shell/use-loaded.js";
import { TEXTS } from "../texts.js";

const T = TEXTS.gold;
const number = (value: number | null): string => (value === null ? "–" : value.toFixed(3));

/** How far two reviewers agree, and each difference, to be settled. What is settled goes into the reviewer's own gold. */
export function AgreementPane() {
  const page = usePage();
  const { value: agreement, again } = useLoaded(api.agreement, "agreement");
  const settle = async (difference: Difference, taken: "first" | "second"): Promise<void> => {
    try {
      const article = await api.article(difference.article);
      const change = taken === "second" ? takeTheirs(difference, article.rows) : [];
      const note: ReviewAction = { do: "settle", article: article.id, difference: difference.id, taken };
      page.acted(await api.act(article.revision, [...change, note]));
      again();
    } catch (error) {
      page.complain(error);
    }
  };
  if (agreement === null) return <p>{TEXTS.loading}</p>;
  const open = agreement.differences.filter(({ settled }) => settled === null);
  return (
    <>
      <p class="meta">{T.over(agreement.articles)}</p>
      <AgreementTable agreement={agreement} />
      <h3>{T.differences}</h3>
      <p role="status">{agreement.differences.length === 0 ? T.noDifference : T.left(open.length)}</p>
      <ul class="differences">
        {agreement.differences.map((difference) => (
          <li key={`${difference.article} ${difference.id}`} class={difference.settled === null ? "" : "settled"}>
            <p>
              <a href={`#/review/${encodeURIComponent(difference.article)}`}>{difference.article}</a>{" "}
              <bdi class="context">… {difference.context} …</bdi>
            </p>
            <div class="sides">
              <Side name={T.first} label={difference.first} />
              <Side name={T.second} label={difference.second} />
            </div>
            {difference.settled === null ? (
              <p class="verdicts">
                <button onClick={() => void settle(difference, "first")}>{T.keepFirst}</button>
                <button onClick={() => void settle(difference, "second")}>{T.takeSecond}</button>
              </p>
            ) : (
              <p class="meta">{T.ready(difference.settled === "first" ? T.first : T.second)}</p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The actions that make the reviewer's gold say what the second one says. */
function takeTheirs({ article, first, second }: Difference, rows: readonly ReviewRow[]): readonly ReviewAction[] {
  const mine = first && rows.find(({ label, inTitle, status }) => !inTitle && status !== "wrong" && isSame(label, first));
  if (second === null) return mine ? [{ do: "wrong", article, key: mine.key }] : [];
  if (mine && mine.label.kind === second.kind) return [{ do: "keep", article, key: mine.key, label: { ...mine.label, ...second } }];
  return [...(mine ? [{ do: "wrong" as const, article, key: mine.key }] : []), { do: "add", article, inTitle: false, label: second }];
}

const isSame = (a: ReviewLabel, b: ReviewLabel): boolean =>
  a.kind === b.kind && a.start === b.start && a.end === b.end && a.outcome === b.outcome;

function Side({ name, label }: { readonly name: string; readonly label: ReviewLabel | null }) {
  return (
    <div class="side-label">
      <span class="meta">{name}</span>
      {label === null ? (
        <span>{T.nothing}</span>
      ) : (
        <>
          <KindChip kind={label.kind} /> <bdi>{label.text}</bdi>
          <span class="meta">
            {sayLabel(label)} {[label.qualifier, label.attribution].filter(Boolean).join(", ")}
          </span>
        </>
      )}
    </div>
  );
}

function AgreementTable({ agreement: { f1, rows } }: { readonly agreement: ReviewAgreement }) {
  return (
    <table class="scores">
      <thead>
        <tr>
          {[T.question, T.units, T.observed, T.kappa, T.alpha, T.f1].map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ question, units, observed, cohenKappa, krippendorffAlpha }) => (
          <tr key={`${question} ${units}`}>
            <th scope="row">{question}</th>
            <td class="number">{units}</td>
            <td class="number">{number(observed)}</td>
            <td class="number">{number(cohenKappa)}</td>
            <td class="number">{number(krippendorffAlpha)}</td>
            <td class="number">{number(f1[question === "all kinds" ? "all" : question] ?? null)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
