import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Marker, partMarkers } from './part-markers.ts';

const room = { left: 12, top: 12, right: 388, bottom: 280, apart: 24 };
const home = fc.record({
  id: fc.uuid(),
  x: fc.integer({ min: 12, max: 388 }),
  y: fc.integer({ min: 12, max: 280 }),
});

function nearest(markers: readonly Marker[]): number {
  const gaps = markers.flatMap((one, index) =>
    markers.slice(index + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
  );
  return Math.min(Number.POSITIVE_INFINITY, ...gaps);
}

test('no marker covers another, and none leaves its room', () => {
  fc.assert(
    fc.property(fc.array(home, { maxLength: 40 }), (homes) => {
      const markers = partMarkers(homes, room);
      // Rounding to whole units may bring two nearer by one and a half.
      expect(nearest(markers)).toBeGreaterThan(room.apart - 1.5);
      for (const { x, y } of markers) expect(x >= 12 && x <= 388 && y >= 12 && y <= 280).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('thirty cases in one town still stand apart', () => {
  const homes = Array.from({ length: 30 }, (_, index) => ({ id: `case-${index}`, x: 300, y: 150 }));
  expect(nearest(partMarkers(homes, room))).toBeGreaterThan(room.apart - 1.5);
});

test('a marker that meets no other stays where it belongs', () => {
  const [alone] = partMarkers([{ id: 'panama', x: 100, y: 200 }], room);
  expect(alone).toEqual({ id: 'panama', homeX: 100, homeY: 200, x: 100, y: 200 });
});
