import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapHeight, mapWidth, spreadMarkers } from './world-map.ts';

const place = fc.record({
  id: fc.uuid(),
  latitude: fc.double({ min: -40, max: 65, noNaN: true }),
  longitude: fc.double({ min: -125, max: 150, noNaN: true }),
});

test('markers near one another are parted and keep a line home', () => {
  const [kariya, toyota] = spreadMarkers(
    [
      { id: 'kariya', latitude: 34.99, longitude: 137 },
      { id: 'toyota', latitude: 35.08, longitude: 137.15 },
    ],
    60,
    24,
  );
  if (!kariya || !toyota) throw new Error('two places give two markers');
  expect(Math.abs(kariya.y - toyota.y)).toBeGreaterThanOrEqual(24);
  expect(Math.abs(kariya.atY - toyota.atY)).toBeLessThanOrEqual(2);
});

test('up to a dozen markers stay on the map', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 12 }), (places) => {
      for (const { x, y } of spreadMarkers(places, 60, 24)) {
        expect(x >= 0 && x <= mapWidth && y >= 0 && y <= mapHeight).toBe(true);
      }
    }),
  );
});
