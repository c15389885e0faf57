import { useState } from "preact/hooks";

/** A set of ticked boxes. */
export interface Ticks {
  readonly ticked: ReadonlySet<string>;
  readonly tick: (id: string) => void;
  readonly clear: () => void;
}

export function useTicks(): Ticks {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  return {
    ticked,
    tick: (id) =>
      setTicked((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      }),
    clear: () => setTicked(new Set()),
  };
}
