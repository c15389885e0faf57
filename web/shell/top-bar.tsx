import type { Progress, ReviewSession } from "../../src/model/review.js";
import { TEXTS } from "../texts.js";
import { placeHash, VIEWS, type View } from "./page-context.js";
import { switchTheme } from "./theme.js";

interface TopBarProps {
  readonly session: ReviewSession;
  readonly progress: Progress;
  readonly view: View;
  readonly saved: boolean;
  readonly onUndo: () => void;
  readonly onKeys: () => void;
  readonly onGuide: () => void;
}

/** The name of a folder without the way to it. */
const lastName = (path: string): string => path.split(/[\\/]/).findLast((name) => name !== "") ?? path;

const number = new Intl.NumberFormat("en-US");

/** Where the reviewer is, and how far. */
export function TopBar({ session, progress, view, saved, onUndo, onKeys, onGuide }: TopBarProps) {
  const { seen, all } = progress;
  return (
    <header class="top-bar">
      <h1>
        <span class="brand">dateline</span>{" "}
        <span class="folder" title={session.folder}>
          {lastName(session.folder)}
        </span>
      </h1>
      <nav aria-label={TEXTS.title}>
        {VIEWS.map((name) => (
          <a key={name} href={placeHash({ view: name, shown: "" })} aria-current={name === view ? "page" : undefined}>
            {TEXTS.views[name]}
          </a>
        ))}
      </nav>
      <div class="progress">
        <progress value={seen} max={Math.max(1, all)} aria-label={TEXTS.seen(number.format(seen), number.format(all))} />
        <span>{TEXTS.seen(number.format(seen), number.format(all))}</span>
        <span class="saved" role="status">
          {saved ? TEXTS.saved : ""}
        </span>
      </div>
      <div class="tools">
        <button class="quiet" onClick={onUndo}>
          {TEXTS.undo} <kbd>u</kbd>
        </button>
        <button class="quiet" onClick={onGuide}>
          {TEXTS.guide}
        </button>
        <button class="quiet" onClick={onKeys}>
          {TEXTS.help} <kbd>?</kbd>
        </button>
        <button class="quiet icon" onClick={switchTheme} aria-label={TEXTS.theme} title={TEXTS.theme}>
          ◐
        </button>
      </div>
    </header>
  );
}
