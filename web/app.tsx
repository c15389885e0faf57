import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Acted, Progress, ReviewSession } from "../src/model/review.js";
import { api, Refused } from "./api.js";
import { EntitiesView } from "./corpus/entities-view.js";
import { IncidentsView } from "./corpus/incidents-view.js";
import { GoldView } from "./gold/gold-view.js";
import { ScoreView } from "./gold/score-view.js";
import { ReviewView } from "./queue/review-view.js";
import { GuideDialog } from "./shell/guide-dialog.js";
import { KeysDialog } from "./shell/keys-dialog.js";
import { isTyping } from "./shell/is-typing.js";
import { PageContext, placeHash, readPlace, type Page, type View } from "./shell/page-context.js";
import { TopBar } from "./shell/top-bar.js";
import { TEXTS } from "./texts.js";

interface Notice {
  readonly text: string;
  readonly bad: boolean;
}

const GO_KEYS: Readonly<Record<string, View>> = { r: "review", i: "incidents", e: "entities", l: "gold", s: "score" };

/** The page: loads the session, then shows the view that the address names. */
export function App() {
  const [session, setSession] = useState<ReviewSession | null>(null);
  const [progress, setProgress] = useState<Progress>({ seen: 0, all: 0 });
  const [place, setPlace] = useState(() => readPlace(location.hash));
  const [notice, setNotice] = useState<Notice | null>(null);
  const [saved, setSaved] = useState(false);
  const [keys, setKeys] = useState(false);
  const [guide, setGuide] = useState(false);
  const [undone, setUndone] = useState<Acted | null>(null);
  const prefix = useRef(false);

  const complain = useCallback((error: unknown) => {
    const text = error instanceof Refused ? error.message : TEXTS.failed(String(error));
    setNotice({ text, bad: true });
  }, []);
  const acted = useCallback((result: Acted) => {
    setProgress(result.progress);
    setSaved(true);
    setNotice((shown) => (shown?.bad === true ? null : shown));
  }, []);
  const go = useCallback((view: View, shown = "") => void (location.hash = placeHash({ view, shown })), []);
  const undo = useCallback(async () => {
    try {
      const result = await api.undo();
      acted(result);
      setUndone(result);
      if (result.undone !== null) setNotice({ text: TEXTS.undone(result.undone), bad: false });
    } catch (error) {
      complain(error);
    }
  }, [acted, complain]);

  useEffect(() => {
    api.session().then((loaded) => {
      setSession(loaded);
      setProgress(loaded.progress);
    }, complain);
    const moved = (): void => setPlace(readPlace(location.hash));
    addEventListener("hashchange", moved);
    return () => removeEventListener("hashchange", moved);
  }, [complain]);
  useEffect(() => {
    if (!saved) return;
    const timer = setTimeout(() => setSaved(false), 1500);
    return () => clearTimeout(timer);
  }, [saved, progress]);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (isTyping(event) || keys) return;
      const view = prefix.current ? GO_KEYS[event.key] : undefined;
      prefix.current = event.key === "g";
      if (view) {
        event.stopImmediatePropagation();
        go(view);
      } else if (event.key === "?") setKeys(true);
      else if (event.key === "u") void undo();
    };
    addEventListener("keydown", press, { capture: true });
    return () => removeEventListener("keydown", press, { capture: true });
  }, [go, undo, keys]);

  const page = useMemo<Page | null>(
    () => session && { session, progress, acted, complain, say: (text) => setNotice({ text, bad: false }), go },
    [session, progress, acted, complain, go],
  );
  return (
    <>
      {page && session && (
        <PageContext.Provider value={page}>
          <TopBar
            session={session}
            progress={progress}
            view={place.view}
            saved={saved}
            onUndo={() => void undo()}
            onKeys={() => setKeys(true)}
            onGuide={() => setGuide(true)}
          />
          <main>
            {place.view === "review" && <ReviewView shown={place.shown} undone={undone} />}
            {place.view === "incidents" && <IncidentsView shown={place.shown} undone={undone} />}
            {place.view === "entities" && <EntitiesView shown={place.shown} undone={undone} />}
            {place.view === "gold" && <GoldView />}
            {place.view === "score" && <ScoreView />}
          </main>
          {guide && <GuideDialog onClose={() => setGuide(false)} />}
          {keys && <KeysDialog onClose={() => setKeys(false)} />}
        </PageContext.Provider>
      )}
      <div class="notices" role="status" aria-live="polite">
        {notice && (
          <div class={notice.bad ? "notice bad" : "notice"}>
            <span>{notice.text}</span>
            <button class="quiet" onClick={() => setNotice(null)} aria-label={TEXTS.dismiss}>
              ×
            </button>
          </div>
        )}
        {!session && !notice && <p class="loading">{TEXTS.loading}</p>}
      </div>
    </>
  );
}
