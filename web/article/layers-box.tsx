import type { ReviewArticle, ReviewLayer } from "../../src/model/review.js";
import { familyOf } from "../kinds.js";
import { usePage } from "../shell/page-context.js";
import { TEXTS } from "../texts.js";

interface LayersBoxProps {
  readonly article: ReviewArticle;
  readonly onComplete: (layer: ReviewLayer) => void;
  readonly onReopen: (layer: ReviewLayer) => void;
}

/** Says layer by layer whether the article is gold, and lets the reviewer say so. */
export function LayersBox({ article, onComplete, onReopen }: LayersBoxProps) {
  const { session } = usePage();
  return (
    <div class="layers">
      <h3>{TEXTS.layers.title}</h3>
      <p class="meta">{session.gold === null ? TEXTS.layers.noGold : TEXTS.layers.explain}</p>
      <ul hidden={session.gold === null}>
        {session.choices.layers.map((layer) => {
          const done = article.complete[layer];
          const unseen = article.rows.filter(({ label, status }) => familyOf(label.kind) === layer && status === "unseen").length;
          return (
            <li key={layer}>
              <strong>{TEXTS.layers[layer]}</strong>
              {done ? (
                <>
                  <span class="done">✓ {TEXTS.layers.done(done.who, done.at.slice(0, 10))}</span>
                  <button class="quiet" onClick={() => onReopen(layer)}>
                    {TEXTS.layers.reopen}
                  </button>
                </>
              ) : (
                <button onClick={() => onComplete(layer)}>{unseen > 0 ? TEXTS.layers.completeRest(unseen) : TEXTS.layers.complete}</button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
