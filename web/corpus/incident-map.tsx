import { useMemo, useState } from "preact/hooks";
import type { CorpusIncident } from "../../src/model/corpus-incident.js";
import { api } from "../api.js";
import { useLoaded } from "../shell/use-loaded.js";
import { TEXTS } from "../texts.js";
import { nameIncident, sayTolls } from "./incidents-view.js";

interface PictureProps {
  readonly incidents: readonly CorpusIncident[];
  readonly active: string;
  readonly onChoose: (id: string) => void;
}

/** Tenths of a degree, y to the south, as the shapes of countries have it. */
const WORLD = { x: -1800, y: -850, width: 3600, height: 1450 } as const;

interface Point {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly name: string;
}

/** Where incidents happened. What stands in the list by name is reached there by keyboard; the map is for the eye. */
export function IncidentMap({ incidents, active, onChoose }: PictureProps) {
  const { value: shapes } = useLoaded(api.shapes, "shapes");
  const [zoom, setZoom] = useState(1);
  const points = useMemo(() => incidents.flatMap(pointOf), [incidents]);
  const middle = points.find(({ id }) => id === active) ?? null;
  const [width, height] = [WORLD.width / zoom, WORLD.height / zoom];
  const center = zoom > 1 && middle ? middle : { x: WORLD.x + WORLD.width / 2, y: WORLD.y + WORLD.height / 2 };
  return (
    <div class="map" role="group" aria-label={TEXTS.corpus.map}>
      <svg viewBox={`${center.x - width / 2} ${center.y - height / 2} ${width} ${height}`} role="img" aria-label={TEXTS.corpus.map}>
        <g class="land">
          {(shapes ?? []).map(([code, path]) => (
            <path key={code} d={path} />
          ))}
        </g>
        {points.map(({ id, x, y, size, name }) => (
          <circle
            key={id}
            class={id === active ? "spot active" : "spot"}
            cx={x}
            cy={y}
            r={(id === active ? size * 1.5 : size) / zoom}
            onClick={() => onChoose(id)}
          >
            <title>{name}</title>
          </circle>
        ))}
      </svg>
      <div class="map-tools">
        <button class="quiet" onClick={() => setZoom(Math.min(64, zoom * 2))}>
          {TEXTS.corpus.zoomIn}
        </button>
        <button class="quiet" onClick={() => setZoom(Math.max(1, zoom / 2))} disabled={zoom === 1}>
          {TEXTS.corpus.zoomOut}
        </button>
        <button class="quiet" onClick={() => setZoom(1)} disabled={zoom === 1}>
          {TEXTS.corpus.whole}
        </button>
        <span class="meta">{TEXTS.corpus.unplaced(incidents.length - points.length)}</span>
      </div>
    </div>
  );
}

function pointOf(incident: CorpusIncident): readonly Point[] {
  const { place, tolls, id } = incident;
  if (place?.latitude === undefined || place.longitude === undefined) return [];
  const killed = tolls.find(({ outcome, modality }) => outcome === "killed" && modality === "reported")?.best ?? 0;
  return [
    {
      id,
      x: place.longitude * 10,
      y: -place.latitude * 10,
      size: 14 + 6 * Math.log10(1 + killed),
      name: `${nameIncident(incident)}: ${sayTolls(incident)}`,
    },
  ];
}
