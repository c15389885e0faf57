import { useEffect, useRef } from "preact/hooks";
import { TEXTS } from "../texts.js";

/** The list of keys. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{TEXTS.keys.title}</h2>
      <dl>
        {TEXTS.keys.rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button>{TEXTS.close}</button>
      </form>
    </dialog>
  );
}
