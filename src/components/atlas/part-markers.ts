/** A marker where it belongs (`homeX`, `homeY`) and where it is drawn, clear of the others. */
export type Marker = { id: string; homeX: number; homeY: number; x: number; y: number };
export type Home = { id: string; x: number; y: number };
/** The room for the centres of markers, and how far apart they must stand. */
export type Room = { left: number; top: number; right: number; bottom: number; apart: number };

const rounds = 600;
/** Markers drift back towards where they belong in the first rounds, so that a crowd stays small. */
const drifting = 300;
const drift = 0.03;
/** Two markers on one spot part by their order, each at its own angle. */
const goldenAngle = 2.399963;

function within({ left, top, right, bottom }: Room, marker: Marker): void {
  marker.x = Math.min(right, Math.max(left, marker.x));
  marker.y = Math.min(bottom, Math.max(top, marker.y));
}

function part(one: Marker, other: Marker, index: number, apart: number): boolean {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const distance = Math.hypot(dx, dy);
  if (distance >= apart) return false;
  const angle = distance < 0.01 ? index * goldenAngle : Math.atan2(dy, dx);
  const step = (apart - distance) / 2 + 0.05;
  one.x -= Math.cos(angle) * step;
  one.y -= Math.sin(angle) * step;
  other.x += Math.cos(angle) * step;
  other.y += Math.sin(angle) * step;
  return true;
}

/** Moves markers apart until none covers another, and no further than that. The same homes give the same places. Pure. */
export function partMarkers(homes: readonly Home[], room: Room): Marker[] {
  const markers = homes.map(({ id, x, y }) => ({ id, homeX: x, homeY: y, x, y }));
  for (let round = 0; round < rounds; round += 1) {
    let moved = false;
    for (const marker of markers) {
      if (round < drifting) marker.x += (marker.homeX - marker.x) * drift;
      if (round < drifting) marker.y += (marker.homeY - marker.y) * drift;
    }
    for (const [index, one] of markers.entries()) {
      for (const other of markers.slice(index + 1)) moved = part(one, other, index + 1, room.apart) || moved;
    }
    for (const marker of markers) within(room, marker);
    if (!moved && round >= drifting) break;
  }
  return markers.map((marker) => ({
    ...marker,
    homeX: Math.round(marker.homeX),
    homeY: Math.round(marker.homeY),
    x: Math.round(marker.x),
    y: Math.round(marker.y),
  }));
}
