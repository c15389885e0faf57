import type { CorpusEntity, CorpusEntityMember } from "../../src/model/corpus-entity.js";
import type { ReviewDecision } from "../../src/model/review.js";
import { SelectField } from "../shell/select-field.js";
import { KindChip } from "../shell/signs.js";
import { TextField } from "../shell/text-field.js";
import { FOLLOWED_KINDS } from "../kinds.js";
import { TEXTS } from "../texts.js";
import { useTicks } from "./use-ticks.js";

interface EntityDetailProps {
  readonly entity: CorpusEntity;
  readonly agreed: boolean;
  readonly onDecide: (decision: ReviewDecision, reason?: string | null) => Promise<boolean>;
  readonly onAgree: () => void;
}

const T = TEXTS.corpus;

export const memberName = ({ article, entity }: CorpusEntityMember): string => `${article}#${entity}`;

/** One person, organization or place, and the entities of articles that it is made of. */
export function EntityDetail({ entity, agreed, onDecide, onAgree }: EntityDetailProps) {
  const { ticked, tick, clear } = useTicks();
  const { members, name, kind, aliases, country, location, roles, confidence } = entity;
  const [first] = members;
  const set = (field: string, value: string): void => {
    if (first) void onDecide({ decision: "set", members: [memberName(first)], field, value });
  };
  const kinds = FOLLOWED_KINDS.map((one) => [one, TEXTS.kinds[one]] as const);
  return (
    <div class="detail-body">
      <h2>
        <KindChip kind={kind} /> <bdi>{name}</bdi>
      </h2>
      <p class="meta">
        {T.articles(entity.articles)}, {Math.round(confidence * 100)}% {T.confidence}. <code>{entity.id}</code>
      </p>
      <div class="verdicts">
        <button class="accept" onClick={onAgree} disabled={agreed}>
          {agreed ? `✓ ${T.agreed}` : T.agree}
        </button>
        <button class="wrong" onClick={() => void onDecide({ decision: "drop", members: members.map(memberName) })}>
          {T.drop}
        </button>
      </div>
      <div class="fields">
        <TextField label={T.name} value={name} onCommit={(written) => written !== "" && set("name", written)} />
        <SelectField label={T.kind} value={kind} options={kinds} onPick={(picked) => set("kind", picked)} />
        <TextField
          label={T.country}
          value={country ?? ""}
          onCommit={(written) => /^[A-Z]{2}$/i.test(written) && set("country", written.toUpperCase())}
        />
      </div>
      <p class="meta">
        {[roles.join(", "), location && [location.name, location.admin1, location.country].filter(Boolean).join(", ")]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {aliases.length > 0 && (
        <>
          <h3>{T.aliases}</h3>
          <p>
            {aliases.map((alias) => (
              <span class="chip" key={alias}>
                <bdi>{alias}</bdi>
              </span>
            ))}
          </p>
        </>
      )}
      <h3>{T.members}</h3>
      <ul class="reports">
        {members.map((member) => {
          const id = memberName(member);
          return (
            <li key={id}>
              {members.length > 1 && (
                <input type="checkbox" checked={ticked.has(id)} onChange={() => tick(id)} aria-label={T.tick(member.article)} />
              )}
              <div>
                <a href={`#/review/${encodeURIComponent(member.article)}`}>{member.article}</a>
                <p class="meta">
                  {member.entity} · {member.reason} · {Math.round(member.confidence * 100)}%
                </p>
              </div>
            </li>
          );
        })}
      </ul>
      {ticked.size > 0 && ticked.size < members.length && (
        <button
          onClick={() =>
            void onDecide({ decision: "split", members: [...ticked] }).then((done) => {
              if (done) clear();
            })
          }
        >
          {T.split(ticked.size)}
        </button>
      )}
      <p class="meta note">{T.nextRun}</p>
    </div>
  );
}
