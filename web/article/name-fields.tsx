import type { ReviewArticle, ReviewLabel } from "../../src/model/review.js";
import { isName } from "../kinds.js";
import { usePage } from "../shell/page-context.js";
import { SelectField } from "../shell/select-field.js";
import { TEXTS } from "../texts.js";

interface NameFieldsProps {
  readonly article: ReviewArticle;
  readonly label: ReviewLabel;
  readonly onLabel: (label: ReviewLabel) => void;
}

/** Kind and entity of a name. */
export function NameFields({ article, label, onLabel }: NameFieldsProps) {
  const { choices } = usePage().session;
  const names = choices.kinds.filter(isName);
  return (
    <>
      <SelectField
        label="Kind"
        field="kind"
        value={label.kind}
        options={names.map((kind) => [kind, TEXTS.kinds[kind as keyof typeof TEXTS.kinds]] as const)}
        onPick={(kind) => onLabel(withKind(label, kind as ReviewLabel["kind"]))}
      />
      <SelectField
        label="Entity"
        field="entity"
        value={label.entity ?? ""}
        options={entityOptions(article, label)}
        onPick={(entity) => onLabel(withEntity(label, entity))}
      />
    </>
  );
}

/** A name of another kind has no entity of the old kind. */
export function withKind(label: ReviewLabel, kind: ReviewLabel["kind"]): ReviewLabel {
  const { entity, ...rest } = label;
  return { ...rest, kind, ...(entity?.startsWith(`${kind}:`) ? { entity } : {}) };
}

function withEntity({ entity: _entity, ...label }: ReviewLabel, entity: string): ReviewLabel {
  return entity === "" ? label : { ...label, entity };
}

function entityOptions({ entities, rows }: ReviewArticle, { kind }: ReviewLabel): readonly (readonly [string, string])[] {
  const named = new Map(entities.filter((entity) => entity.kind === kind).map(({ id, name }) => [id, `${name} (${id})`]));
  for (const { label } of rows)
    if (label.kind === kind && label.entity !== undefined && !named.has(label.entity))
      named.set(label.entity, `${label.text} (${label.entity})`);
  let next = 1;
  while (named.has(`${kind}:${next}`)) next++;
  return [["", TEXTS.none], ...named, [`${kind}:${next}`, `${TEXTS.record.newEntity} (${kind}:${next})`]];
}
