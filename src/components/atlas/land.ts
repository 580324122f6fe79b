import { type GeoPermissibleObjects, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type CloseUp, closeUpSize, closeUps, projections, type View } from './views.ts';

export type LandTopology = Topology<{ land: GeometryCollection }>;

export function isLand(value: unknown): value is LandTopology {
  return typeof value === 'object' && value !== null && 'objects' in value && 'arcs' in value;
}

/** Steps from point to point are shorter to write than places, and pack better. Points that fall together are written once. */
export function inSteps(path: string): string {
  let [atX, atY] = [0, 0];
  return path.replace(/([ML])(-?\d+),(-?\d+)/g, (_whole, command: string, x: string, y: string) => {
    const [dx, dy] = [Number(x) - atX, Number(y) - atY];
    if (command === 'L' && dx === 0 && dy === 0) return '';
    [atX, atY] = [Number(x), Number(y)];
    return command === 'M' ? `M${x} ${y}` : `l${dx}${dy < 0 ? '' : ' '}${dy}`;
  });
}

/** Land south of 58° S is left out: nothing is made there. Islands of no size at this scale drop out by themselves. */
export function landPath(topology: LandTopology, view: View): string {
  const path = geoPath(projections[view]).digits(0);
  const { features } = feature(topology, topology.objects.land);
  const polygons = features.flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [],
  );
  return polygons
    .filter(([outline = []]) => outline.some(([, latitude]) => (latitude ?? 0) > -58))
    .map((coordinates) => inSteps(path({ type: 'Polygon', coordinates }) ?? ''))
    .filter((text) => text.includes('l'))
    .join('');
}

/** The edge of a close-up as it runs over the world. */
export function framePath(view: CloseUp): string {
  const { width, height } = closeUpSize;
  const along = Array.from({ length: 13 }, (_, step) => step / 12);
  const edge: [number, number][] = [
    ...along.map((at): [number, number] => [at * width, 0]),
    ...along.map((at): [number, number] => [width, at * height]),
    ...along.map((at): [number, number] => [width - at * width, height]),
    ...along.map((at): [number, number] => [0, height - at * height]),
  ];
  const coordinates = edge.flatMap((point) => projections[view].invert?.(point) ?? []);
  const pairs = coordinates.flatMap((value, index) => (index % 2 ? [] : [[value, coordinates[index + 1] ?? 0]]));
  const line: GeoPermissibleObjects = { type: 'LineString', coordinates: pairs };
  return geoPath(projections.world).digits(0)(line) ?? '';
}

/** One picture as a file that every page may use, so that no page carries the coasts of the world. */
export function mapFile(topology: LandTopology, view: View): string {
  const frames = view === 'world' ? closeUps.map((name) => `<path id="${name}" d="${framePath(name)}"/>`).join('') : '';
  return `<svg xmlns="http://www.w3.org/2000/svg"><path id="land" d="${landPath(topology, view)}"/>${frames}</svg>`;
}
