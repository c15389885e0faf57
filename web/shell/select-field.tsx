import { useId } from "preact/hooks";
import { Hint, hintId } from "./hint.js";

interface SelectFieldProps {
  readonly label: string;
  /** The field of the guide; absent for what is no field of a record. */
  readonly field?: string;
  readonly value: string;
  /** Values with what is shown for them. */
  readonly options: readonly (readonly [value: string, shown: string])[];
  readonly onPick: (value: string) => void;
}

/** A choice among named values. */
export function SelectField({ label, field, value, options, onPick }: SelectFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <Hint id={id} field={field}>
        {label}
      </Hint>
      <select id={id} value={value} aria-describedby={hintId(id, field)} onChange={(event) => onPick(event.currentTarget.value)}>
        {options.map(([option, shown]) => (
          <option key={option} value={option} selected={option === value}>
            {shown}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Values that are shown as they are. */
export const asOptions = (values: readonly string[], none?: string): readonly (readonly [string, string])[] => [
  ...(none === undefined ? [] : [["", none] as const]),
  ...values.map((value) => [value, value] as const),
];
