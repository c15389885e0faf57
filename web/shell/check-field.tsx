import { useId } from "preact/hooks";
import { Hint, hintId } from "./hint.js";

interface CheckFieldProps {
  readonly label: string;
  readonly field: string;
  readonly checked: boolean;
  readonly onCheck: (checked: boolean) => void;
}

/** A box to tick. */
export function CheckField({ label, field, checked, onCheck }: CheckFieldProps) {
  const id = useId();
  return (
    <div class="field check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-describedby={hintId(id, field)}
        onChange={(event) => onCheck(event.currentTarget.checked)}
      />
      <Hint id={id} field={field}>
        {label}
      </Hint>
    </div>
  );
}
