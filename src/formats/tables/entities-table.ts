import type { CorpusEntity, CorpusEntityMember } from "../../model/corpus-entity.js";
import type { Table } from "./table.js";

export const ENTITIES_TABLE: Table<CorpusEntity, CorpusEntity> = {
  name: "entities",
  meaning: "One row a person, organization or place over all articles of the run.",
  columns: [
    { name: "name", type: "text", meaning: "Of its full names the most frequent one.", cell: ({ name }) => name },
    { name: "kind", type: "text", meaning: "person, organization or place.", cell: ({ kind }) => kind },
    {
      name: "aliases",
      type: "text",
      meaning: "Its other wordings, the more frequent first, separated by `; `.",
      cell: ({ aliases }) => aliases.join("; ") || null,
    },
    {
      name: "country",
      type: "text",
      meaning: "ISO 3166-1 code of the country that most articles put it in; empty where none says.",
      cell: ({ country }) => country,
    },
    {
      name: "roles",
      type: "text",
      meaning: "Titles and trades before a person's name, the more frequent first.",
      cell: ({ roles }) => roles.join("; ") || null,
    },
    {
      name: "latitude",
      type: "number",
      meaning: "Degrees north (WGS 84) of a place that the gazetteer knows.",
      cell: ({ location }) => location?.latitude ?? null,
    },
    { name: "longitude", type: "number", meaning: "Degrees east.", cell: ({ location }) => location?.longitude ?? null },
    { name: "articles", type: "integer", meaning: "How many articles name it.", cell: ({ articles }) => articles },
    { name: "mentions", type: "integer", meaning: "How often they name it, all together.", cell: ({ mentions }) => mentions },
    { name: "first_day", type: "date", meaning: "Day of publication of the first article that is dated.", cell: ({ first }) => first },
    { name: "last_day", type: "date", meaning: "Day of publication of the last one.", cell: ({ last }) => last },
    {
      name: "corpus_id",
      type: "text",
      meaning: "Its first member: `article_id#entity_id`. The same from run to run as long as that article stays the first.",
      cell: ({ id }) => id,
      folded: true,
    },
    {
      name: "confidence",
      type: "number",
      meaning: "How sure it is that all articles mean the same, 0 to 1: that of the least certain link.",
      cell: ({ confidence }) => confidence,
      folded: true,
    },
    {
      name: "decided",
      type: "text",
      meaning: "Lines of decisions.jsonl that made it what it is.",
      cell: ({ decided }) => decided.join("; ") || null,
      folded: true,
    },
  ],
  rows: (entity) => [entity],
};

interface MemberRow extends CorpusEntityMember {
  readonly corpusId: string;
}

export const ENTITY_MEMBERS_TABLE: Table<MemberRow, CorpusEntity> = {
  name: "entity_members",
  meaning: "One row an entity of an article: which entity of the corpus it is, and why.",
  columns: [
    { name: "corpus_id", type: "text", meaning: "The entity of the corpus; the same in entities.csv.", cell: ({ corpusId }) => corpusId },
    { name: "article_id", type: "text", meaning: "The article.", cell: ({ article }) => article },
    {
      name: "entity_id",
      type: "text",
      meaning: "The entity within the article; the same in people.csv, organizations.csv, places.csv and mentions.csv.",
      cell: ({ entity }) => entity,
    },
    {
      name: "reason",
      type: "text",
      meaning:
        "Why it belongs there: `name` (it bears the name), `alias` (another name that some article gives " +
        "it), `seed` (one that the program knows), `spelling`, `longer` or `shorter` (a name with more or " +
        "fewer words), `initial`, `surname` (one word of the name, and what surrounds it), `place`, `owner`, " +
        "`kind` (a name taken for another kind there) or `decision`.",
      cell: ({ reason }) => reason,
    },
    { name: "confidence", type: "number", meaning: "How sure that is, 0 to 1.", cell: ({ confidence }) => confidence },
  ],
  rows: ({ id, members }) => members.map((member) => ({ ...member, corpusId: id })),
};
