import { useEffect, useState } from "preact/hooks";
import { NO_FILTER, type Filter } from "../api.js";
import { usePage } from "../shell/page-context.js";
import { asOptions, SelectField } from "../shell/select-field.js";
import { TextField } from "../shell/text-field.js";
import { TEXTS } from "../texts.js";

interface FilterBarProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

const T = TEXTS.queue;
const ALWAYS = new Set(["why", "kind", "order"]);

/** Which rows the queue shows. */
export function FilterBar({ filter, onFilter }: FilterBarProps) {
  const { session } = usePage();
  const hidden = Object.entries(filter).some(([name, value]) => !ALWAYS.has(name) && value !== "");
  const [open, setOpen] = useState(hidden);
  useEffect(() => {
    if (hidden) setOpen(true);
  }, [hidden]);
  const set = (change: Partial<Filter>): void => onFilter({ ...filter, ...change });
  const reasons = Object.entries(T.reasons).filter(([name]) => name !== "sample" || session.sampled > 0);
  const kinds = [...session.choices.kinds, "incident"].map((kind) => [kind, TEXTS.kinds[kind as keyof typeof TEXTS.kinds]] as const);
  return (
    <div class="filters" role="search" aria-label={T.filters}>
      <SelectField label={T.why} value={filter.why} options={reasons} onPick={(why) => set({ why })} />
      <SelectField label={T.kind} value={filter.kind} options={[["", TEXTS.any], ...kinds]} onPick={(kind) => set({ kind })} />
      {open && (
        <>
          <SelectField
            label={T.outcome}
            value={filter.outcome}
            options={asOptions(session.choices.outcomes, TEXTS.any)}
            onPick={(outcome) => set({ outcome })}
          />
          <SelectField label={T.status} value={filter.status} options={Object.entries(T.statuses)} onPick={(status) => set({ status })} />
          <TextField label={T.words} type="search" value={filter.words} onCommit={(words) => set({ words })} />
          <TextField label={T.article} type="search" value={filter.article} onCommit={(article) => set({ article })} />
          {session.sources.length > 0 && (
            <SelectField
              label={T.source}
              value={filter.source}
              options={asOptions(session.sources, TEXTS.any)}
              onPick={(source) => set({ source })}
            />
          )}
          <TextField label={T.from} type="date" value={filter.from} onCommit={(from) => set({ from })} />
          <TextField label={T.to} type="date" value={filter.to} onCommit={(to) => set({ to })} />
          <SelectField label={T.order} value={filter.order} options={Object.entries(T.orders)} onPick={(order) => set({ order })} />
        </>
      )}
      <button
        class="link"
        aria-expanded={open}
        onClick={() => (open ? (onFilter({ ...NO_FILTER, why: filter.why, kind: filter.kind }), setOpen(false)) : setOpen(true))}
      >
        {open ? T.fewer : T.more}
      </button>
    </div>
  );
}
