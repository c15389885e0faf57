import type { CorpusIncident } from "../../model/corpus-incident.js";
import type { Collator } from "../collator.js";
import { memberName } from "../decisions.js";

/** Groups the reports of the same incident over all articles of a run. */
export function createIncidentCollator(): Collator<CorpusIncident> {
  let articles = 0;
  return {
    add: () => void articles++,
    *finish(articleAt) {
      for (let index = 0; index < articles; index++) {
        const { id, title, publishedAt, source, incidents } = articleAt(index);
        for (const sketch of incidents) {
          yield {
            id: memberName(id, sketch.id), kind: sketch.kind, date: sketch.date, place: sketch.place, cause: sketch.cause, actors: sketch.actors, people: sketch.people,
            tolls: sketch.tolls.map((toll) => ({ ...toll, by: "only", restsOn: [id] })),
            reports: [{ article: id, incident: sketch.id, main: sketch.main, publishedAt, source, title, place: sketch.place?.name ?? null, date: sketch.date, tolls: sketch.tolls, confidence: 1 }],
            confidence: 1, decided: [],
          };
        }
      }
    },
  };
}
