/** The parts of a TopoJSON file that shapes of countries need. */
interface Topology {
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] };
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  readonly objects: { readonly countries: { readonly geometries: readonly Geometry[] } };
}

interface Geometry {
  readonly type: "Polygon" | "MultiPolygon";
  /** ISO 3166-1 numeric; absent where it has none. */
  readonly id?: string;
  readonly properties: { readonly name: string };
  readonly arcs: readonly (readonly number[])[] | readonly (readonly (readonly number[])[])[];
}

type Point = readonly [number, number];

/** Tenths of a degree that a line may be drawn off its course, and that an island must measure to be drawn. */
const TOLERANCE = 1.2;
const SMALLEST = 1;

/** Countries whose shape has no number, by the name that Natural Earth gives them. */
const UNNUMBERED: Readonly<Record<string, string>> = { Kosovo: "XK", Somaliland: "SO", "N. Cyprus": "CY" };

/**
 * Draws the countries of a TopoJSON file as paths of SVG in tenths of a degree, y to the south: `[code, path]`, in order
 * of the code. Borders are thinned arc by arc, so that neighbors share them still.
 */
export function drawCountries(json: string, codes: ReadonlyMap<number, string>): readonly (readonly [code: string, path: string])[] {
  const topology = JSON.parse(json) as Topology;
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return thin(
      arc.map(([dx, dy]): Point => {
        x += dx;
        y += dy;
        return [(x * scale[0] + translate[0]) * 10, -(y * scale[1] + translate[1]) * 10];
      }),
    );
  });
  const paths = new Map<string, string>();
  for (const { type, id, properties, arcs: parts } of topology.objects.countries.geometries) {
    const code = codes.get(Number(id)) ?? UNNUMBERED[properties.name] ?? "";
    if (code === "" || code === "AQ") continue;
    const polygons = (type === "Polygon" ? [parts] : parts) as readonly (readonly (readonly number[])[])[];
    const path = polygons.flatMap((rings) => rings.map((ring) => drawRing(ring, arcs))).join("");
    paths.set(code, (paths.get(code) ?? "") + path);
  }
  return [...paths].filter(([, path]) => path !== "").sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A ring as a closed path of whole steps; empty where it is too small to see. */
function drawRing(ring: readonly number[], arcs: readonly (readonly Point[])[]): string {
  const points = ring.flatMap((arc, i) => {
    const forward = arcs[arc < 0 ? ~arc : arc] ?? [];
    const directed = arc < 0 ? [...forward].reverse() : forward;
    return i === 0 ? directed : directed.slice(1);
  });
  const whole = acrossTheDateLine(points).map(([x, y]): Point => [Math.round(x), Math.round(y)]);
  const path = drawPath(whole);
  // What reaches over the edge of the map is drawn at the other edge as well.
  const over = whole.find(([x]) => Math.abs(x) > HALF)?.[0] ?? 0;
  return over !== 0 ? path + drawPath(whole.map(([x, y]): Point => [x + (over > 0 ? -2 : 2) * HALF, y])) : path;
}

/** Half of the world's width in tenths of a degree. */
const HALF = 1800;

/** Points of a ring that jumps from one edge of the map to the other, carried on over the edge. */
function acrossTheDateLine(points: readonly Point[]): readonly Point[] {
  let shift = 0;
  let before = points[0]?.[0] ?? 0;
  return points.map(([x, y]): Point => {
    if (x - before > HALF) shift -= 2 * HALF;
    if (before - x > HALF) shift += 2 * HALF;
    before = x;
    return [x + shift, y];
  });
}

function drawPath(points: readonly Point[]): string {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  if (Math.max(...xs) - Math.min(...xs) < SMALLEST && Math.max(...ys) - Math.min(...ys) < SMALLEST) return "";
  let [atX, atY] = points[0] ?? [0, 0];
  const steps: number[] = [];
  for (const [x, y] of points.slice(1, -1)) {
    if (x === atX && y === atY) continue;
    steps.push(x - atX, y - atY);
    [atX, atY] = [x, y];
  }
  return steps.length < 4 ? "" : `M${points[0]?.join(" ")}l${steps.join(" ").replaceAll(" -", "-")}z`;
}

/** Leaves out points that lie within {@link TOLERANCE} of the line of their neighbors (Douglas and Peucker, 1973). */
function thin(points: readonly Point[]): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 3) return points;
  let [most, at] = [0, 0];
  for (let i = 1; i < points.length - 1; i++) {
    const off = distanceToLine(points[i] as Point, first, last);
    if (off > most) [most, at] = [off, i];
  }
  if (most <= TOLERANCE) return [first, last];
  return [...thin(points.slice(0, at + 1)).slice(0, -1), ...thin(points.slice(at))];
}

function distanceToLine([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = Math.hypot(bx - ax, by - ay);
  return length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}
