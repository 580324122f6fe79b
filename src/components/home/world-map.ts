import { geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** The map of the home page: land as one path, and a marker for each case that stands clear of the others. Pure. */
export type Place = { id: string; latitude: number; longitude: number };
export type Marker = { id: string; x: number; y: number; atX: number; atY: number };

/** The map's own units; the page scales them to whatever width it has. */
export const mapWidth = 1000;
/** The far south is left off: no land is drawn there. */
export const mapHeight = 474;

const projection = geoEqualEarth()
  .rotate([-11, 0])
  .scale(206)
  .translate([mapWidth / 2 - 26, 276]);

/** Land south of 58° S is left out: nothing is made there. */
export function landPath(topology: Topology<{ land: GeometryCollection }>): string {
  const path = geoPath(projection).digits(0);
  const land = feature(topology, topology.objects.land);
  const kept = land.features.flatMap((shape) =>
    shape.geometry.type === 'MultiPolygon'
      ? [
          {
            ...shape.geometry,
            coordinates: shape.geometry.coordinates.filter((rings) =>
              (rings[0] ?? []).some(([, latitude]) => (latitude ?? 0) > -58),
            ),
          },
        ]
      : [],
  );
  return kept.map((shape) => path(shape) ?? '').join('');
}

/** Markers that would cover one another are pushed apart, and keep a line to where they belong. */
export function spreadMarkers(places: readonly Place[], gapX: number, gapY: number): Marker[] {
  const markers = places.map(({ id, latitude, longitude }) => {
    const [x = 0, y = 0] = projection([longitude, latitude]) ?? [];
    return { id, x, y, atX: x, atY: y };
  });
  for (let round = 0; round < 200; round += 1) {
    if (!pushApart(markers, gapX, gapY)) break;
  }
  // Labels of one crowd stand on one edge.
  const edgeOf = (spot: Marker) =>
    Math.max(
      spot.x,
      ...markers
        .filter((other) => Math.abs(other.atX - spot.atX) < gapX / 3 && other.y !== other.atY)
        .map((other) => other.x),
    );
  return markers.map((spot) => ({
    id: spot.id,
    x: Math.round(Math.min(mapWidth - gapX / 2, Math.max(gapX / 2, spot.y === spot.atY ? spot.x : edgeOf(spot)))),
    y: Math.round(Math.min(mapHeight - gapY, Math.max(gapY, spot.y))),
    atX: Math.round(spot.atX),
    atY: Math.round(spot.atY),
  }));
}

function pushApart(markers: Marker[], gapX: number, gapY: number): boolean {
  let moved = false;
  for (const [index, one] of markers.entries()) {
    for (const other of markers.slice(index + 1)) {
      const overX = gapX - Math.abs(one.x - other.x);
      const overY = gapY - Math.abs(one.y - other.y);
      if (overX <= 0 || overY <= 0) continue;
      moved = true;
      // Up and down first: the labels are wider than they are high. Equal places part by their order.
      const sign = one.y <= other.y ? -1 : 1;
      one.y += (sign * (overY + 0.5)) / 2;
      other.y -= (sign * (overY + 0.5)) / 2;
    }
  }
  return moved;
}
