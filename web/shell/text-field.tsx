import { useEffect, useId, useState } from "preact/hooks";
import { Hint, hintId } from "./hint.js";

interface TextFieldProps {
  readonly label: string;
  readonly field?: string;
  readonly value: string;
  readonly type?: "text" | "number" | "date" | "search";
  readonly placeholder?: string;
  /** Called when the reviewer leaves the field or presses Enter, with what it holds, if that changed. */
  readonly onCommit: (value: string) => void;
}

/** A field that is saved when it is left. */
export function TextField({ label, field, value, type = "text", placeholder, onCommit }: TextFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const commit = (): void => {
    if (draft.trim() !== value) onCommit(draft.trim());
  };
  const attributes: Readonly<Record<string, string | number>> = {
    type,
    ...(type === "number" ? { min: 0, step: 1 } : {}),
    ...(type === "text" || type === "search" ? { dir: "auto" } : {}),
    ...(placeholder === undefined ? {} : { placeholder }),
  };
  return (
    <div class="field">
      <Hint id={id} field={field}>
        {label}
      </Hint>
      <input
        id={id}
        aria-describedby={hintId(id, field)}
        {...attributes}
        value={draft}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
        }}
      />
    </div>
  );
}
