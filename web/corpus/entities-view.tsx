import { useMemo, useState } from "preact/hooks";
import type { CorpusEntity } from "../../src/model/corpus-entity.js";
import type { Acted } from "../../src/model/review.js";
import { usePage } from "../shell/page-context.js";
import { SelectField } from "../shell/select-field.js";
import { TextField } from "../shell/text-field.js";
import { FOLLOWED_KINDS } from "../kinds.js";
import { TEXTS } from "../texts.js";
import { EntityDetail, memberName } from "./entity-detail.js";
import type { FindingLine } from "./finding-list.js";
import { ListPane } from "./list-pane.js";
import { useCorpus } from "./use-corpus.js";
import { useTicks } from "./use-ticks.js";

interface EntitiesViewProps {
  readonly shown: string;
  readonly undone: Acted | null;
}

const T = TEXTS.corpus;
const SHOWN = { all: T.all, unsure: T.unsure, several: T.several } as const;
type Shown = keyof typeof SHOWN;

const isShown = ({ members, confidence }: CorpusEntity, shown: Shown): boolean =>
  shown === "all" || (members.length > 1 && (shown === "several" || confidence < 0.6));

/** People, organizations and places over all articles: merged, split, renamed. */
export function EntitiesView({ shown, undone }: EntitiesViewProps) {
  const page = usePage();
  const { corpus, decide, agree } = useCorpus(undone);
  const [words, setWords] = useState("");
  const [kind, setKind] = useState("");
  const [which, setWhich] = useState<Shown>("all");
  const { ticked, tick, clear } = useTicks();
  const agreed = useMemo(() => new Set(corpus?.agreed ?? []), [corpus]);
  const lines = useMemo(() => {
    const wanted = words.toLowerCase();
    return (corpus?.entities ?? [])
      .filter(
        (one) =>
          isShown(one, which) &&
          (kind === "" || one.kind === kind) &&
          (wanted === "" || `${one.name} ${one.aliases.join(" ")}`.toLowerCase().includes(wanted)),
      )
      .sort((a, b) => b.mentions - a.mentions)
      .map((one): FindingLine => ({
        id: one.id,
        name: one.name,
        beside: `${TEXTS.kinds[one.kind]} · ${one.mentions}`,
        under: one.aliases.join(", "),
        agreed: agreed.has(one.id),
      }));
  }, [corpus, words, kind, which, agreed]);
  const active = corpus?.entities.find(({ id }) => id === shown) ?? null;
  const merge = async (ids: readonly string[]): Promise<void> => {
    const members = (corpus?.entities ?? []).filter(({ id }) => ids.includes(id)).flatMap((one) => one.members.slice(0, 1).map(memberName));
    if (members.length > 1 && (await decide({ decision: "merge", members }))) {
      clear();
      const [first] = members;
      if (first !== undefined) page.go("entities", first);
    }
  };
  const kinds = FOLLOWED_KINDS.map((name) => [name, TEXTS.kinds[name]] as const);
  return (
    <div class="corpus two">
      <ListPane
        label={T.entities}
        lines={corpus && lines}
        active={shown}
        ticked={ticked}
        onTick={tick}
        onChoose={(id) => page.go("entities", id)}
        onMerge={(ids) => void merge(ids)}
      >
        <TextField label={T.words} type="search" value={words} onCommit={setWords} />
        <SelectField label={T.kind} value={kind} options={[["", TEXTS.any], ...kinds]} onPick={setKind} />
        <SelectField label={T.show} value={which} options={Object.entries(SHOWN)} onPick={(value) => setWhich(value as Shown)} />
      </ListPane>
      <section class="pane detail" aria-label={TEXTS.record.title}>
        {active ? (
          <EntityDetail
            key={active.id}
            entity={active}
            agreed={agreed.has(active.id)}
            onDecide={decide}
            onAgree={() => void agree(active.id)}
          />
        ) : (
          <p class="empty">{T.choose}</p>
        )}
      </section>
    </div>
  );
}
