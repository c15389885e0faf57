import type { ComponentChildren } from "preact";
import { GUIDE } from "../texts.js";

/** The id of what the guide says of a field, for `aria-describedby`; undefined for what is no field of a record. */
export const hintId = (id: string, field: string | undefined): string | undefined =>
  field !== undefined && GUIDE[field] !== undefined ? `${id}-hint` : undefined;

interface HintProps {
  /** The id of the input that is named. */
  readonly id: string;
  /** The field that the guide defines. */
  readonly field: string | undefined;
  readonly children: ComponentChildren;
}

/** The name of a field. The guide's definition shows when the pointer rests on it; readers of screens hear it with the input. */
export function Hint({ id, field, children }: HintProps) {
  const definition = field === undefined ? undefined : GUIDE[field];
  if (definition === undefined) return <label for={id}>{children}</label>;
  return (
    <>
      <label class="hint" for={id}>
        {children}
      </label>
      <span class="hint-text" role="tooltip" id={hintId(id, field)}>
        {definition}
      </span>
    </>
  );
}
