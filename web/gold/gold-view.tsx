import type { ArticleLine } from "../../src/model/review.js";
import { api } from "../api.js";
import { usePage } from "../shell/page-context.js";
import { useLoaded } from "../shell/use-loaded.js";
import { VirtualList } from "../shell/virtual-list.js";
import { TEXTS } from "../texts.js";
import { AgreementPane } from "./agreement-pane.js";

const T = TEXTS.gold;

/** Which articles are gold, layer by layer, and where two reviewers differ. */
export function GoldView() {
  const { session } = usePage();
  const { value: lines } = useLoaded(api.articles, "articles");
  return (
    <div class="pages two">
      <section class="pane page" aria-label={T.title}>
        <header class="page-head">
          <h2>{T.title}</h2>
        </header>
        <p class="meta">
          {T.explain} {session.gold === null ? TEXTS.layers.noGold : T.file(session.gold)}
        </p>
        {lines === null ? (
          <p>{TEXTS.loading}</p>
        ) : (
          <VirtualList
            label={TEXTS.queue.rows}
            count={lines.length}
            rowHeight={48}
            active={-1}
            row={(index) => <GoldLine line={lines[index]} />}
          />
        )}
      </section>
      <section class="pane page" aria-label={T.agreement}>
        <header class="page-head">
          <h2>{T.agreement}</h2>
        </header>
        {session.second === null ? <p class="meta">{T.noSecond}</p> : <AgreementPane />}
      </section>
    </div>
  );
}

function GoldLine({ line }: { readonly line: ArticleLine | undefined }) {
  const { session } = usePage();
  if (!line) return null;
  const done = new Set(line.complete);
  return (
    <a class="gold-line" href={`#/review/${encodeURIComponent(line.id)}`}>
      <bdi class="wording">{line.title ?? line.id}</bdi>
      <span class="meta">{TEXTS.seen(String(line.seen), String(line.rows))}</span>
      <span class="layer-signs">
        {session.choices.layers.map((layer) => (
          <span key={layer} class={done.has(layer) ? "layer done" : "layer"}>
            {done.has(layer) ? "✓" : "○"} {TEXTS.layers[layer]}
          </span>
        ))}
      </span>
    </a>
  );
}
