import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { GUIDE } from "../texts.js";

interface HintProps {
  /** The field that the guide defines. */
  readonly field: string;
  readonly children: ComponentChildren;
}

/** The name of a field. The guide's definition shows when the pointer rests on it, or when its input has the focus. */
export function Hint({ field, children }: HintProps) {
  const id = useId();
  const definition = GUIDE[field];
  if (definition === undefined) return <span>{children}</span>;
  return (
    <span class="hint" aria-describedby={id}>
      {children}
      <span class="hint-text" role="tooltip" id={id}>
        {definition}
      </span>
    </span>
  );
}
