import { useEffect, useRef } from "preact/hooks";
import { api } from "../api.js";
import { TEXTS } from "../texts.js";
import { usePage } from "./page-context.js";
import { useLoaded } from "./use-loaded.js";

/** The whole guide, page by page, as it is written. */
export function GuideDialog({ onClose }: { readonly onClose: () => void }) {
  const { session } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  const { value: guide } = useLoaded(api.guide, "guide");
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="keys guide" aria-labelledby="guide-title" onClose={onClose}>
      <h2 id="guide-title">{TEXTS.guide}</h2>
      {guide === null ? (
        <p>{TEXTS.loading}</p>
      ) : (
        session.choices.layers.map((layer) => (
          <details key={layer}>
            <summary>
              {TEXTS.layers[layer]} <span class="meta">{TEXTS.guideVersion(guide[layer].version)}</span>
            </summary>
            <pre>{guide[layer].text}</pre>
          </details>
        ))
      )}
      <form method="dialog">
        <button>{TEXTS.close}</button>
      </form>
    </dialog>
  );
}
