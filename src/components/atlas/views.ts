import { type GeoProjection, geoAzimuthalEqualArea, geoEqualEarth } from 'd3-geo';

/** The parts of the world that hold so many cases that they are drawn again, closer. */
export const closeUps = ['america', 'europe', 'asia'] as const;

export type CloseUp = (typeof closeUps)[number];
export type View = 'world' | CloseUp;

/** Each picture's own units; a page scales them to whatever width it has. */
export const worldSize = { width: 1000, height: 474 };
export const closeUpSize = { width: 400, height: 320 };

/** Equal-area maps: no continent looks emptier than it is because it is drawn larger. */
function closer(longitude: number, latitude: number, scale: number): GeoProjection {
  const { width, height } = closeUpSize;
  return geoAzimuthalEqualArea()
    .rotate([-longitude, -latitude])
    .scale(scale)
    .translate([width / 2, height / 2])
    .clipAngle(50)
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
}

/** The far south is left off the world: no land is drawn there. */
export const projections: Record<View, GeoProjection> = {
  world: geoEqualEarth()
    .rotate([-11, 0])
    .scale(206)
    .translate([worldSize.width / 2 - 26, 276]),
  america: closer(-93, 34, 430),
  europe: closer(14, 50, 610),
  asia: closer(127.5, 32, 760),
};

export type Place = { latitude: number; longitude: number };

export function project(view: View, { latitude, longitude }: Place): { x: number; y: number } {
  const [x = Number.NaN, y = Number.NaN] = projections[view]([longitude, latitude]) ?? [];
  return { x, y };
}

const { width, height } = closeUpSize;

/** The close-up a place can be seen in, if any. Pure. */
export function closeUpOf(place: Place): CloseUp | undefined {
  return closeUps.find((view) => {
    const { x, y } = project(view, place);
    return x > 4 && x < width - 4 && y > 4 && y < height - 34;
  });
}
