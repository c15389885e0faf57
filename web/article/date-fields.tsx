import type { ReviewLabel } from "../../src/model/review.js";
import { usePage } from "../shell/page-context.js";
import { asOptions, SelectField } from "../shell/select-field.js";
import { TextField } from "../shell/text-field.js";
import { TEXTS } from "../texts.js";

interface DateFieldsProps {
  readonly label: ReviewLabel;
  readonly onLabel: (label: ReviewLabel) => void;
}

const toDay = (written: string): string | null => (written === "" ? null : written);

/** Type and value of a date, with a calendar. */
export function DateFields({ label, onLabel }: DateFieldsProps) {
  const { choices } = usePage().session;
  const set = (change: Partial<ReviewLabel>): void => onLabel({ ...label, ...change });
  const value = typeof label.value === "string" ? label.value : "";
  return (
    <>
      <SelectField
        label="Type"
        field="type"
        value={label.type ?? ""}
        options={asOptions(choices.timexTypes)}
        onPick={(type) => set({ type: type as NonNullable<ReviewLabel["type"]> })}
      />
      <TextField label="Value" field="timex" value={value} onCommit={(written) => set({ value: written, ...daysOf(written) })} />
      <TextField
        label={TEXTS.record.calendar}
        type="date"
        value={/^\d{4}-\d\d-\d\d$/.test(value) ? value : ""}
        onCommit={(day) => set({ type: "DATE", value: day, from: toDay(day), to: toDay(day) })}
      />
      <SelectField
        label="Modifier"
        field="mod"
        value={label.mod ?? ""}
        options={asOptions(choices.timexMods, TEXTS.none)}
        onPick={(mod) => set({ mod: mod === "" ? null : (mod as NonNullable<ReviewLabel["mod"]>) })}
      />
      <TextField label="First day" field="days" type="date" value={label.from ?? ""} onCommit={(day) => set({ from: toDay(day) })} />
      <TextField label="Last day" field="days" type="date" value={label.to ?? ""} onCommit={(day) => set({ to: toDay(day) })} />
    </>
  );
}

/** The days of a value that names a day, a month or a year; nothing for any other. */
function daysOf(value: string): Partial<Pick<ReviewLabel, "from" | "to">> {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value) ?? [];
  if (year === undefined) return {};
  if (day !== undefined) return { from: value, to: value };
  const last = month === undefined ? "12-31" : `${month}-${new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()}`;
  return { from: `${year}-${month ?? "01"}-01`, to: `${year}-${last}` };
}
