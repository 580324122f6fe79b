import { expect, test } from 'vitest';
import { readWeights } from './read-weights.ts';
import { usualWeights } from './weights.ts';

test('nothing written leaves the published weights', () => {
  expect(readWeights('')).toEqual({ ok: true, weights: usualWeights });
});

test('what is named changes, the rest stays', () => {
  expect(readWeights('route=4, quietRise=0.2')).toEqual({
    ok: true,
    weights: { ...usualWeights, quietRise: 0.2, points: { ...usualWeights.points, route: 4 } },
  });
});

test.each(['rout=4', 'route', 'route=much', 'route=-1', 'quietDays=0', 'points=3'])(
  '%s is refused with the mend',
  (text) => {
    const read = readWeights(text);
    expect(read).toMatchObject({ ok: false });
  },
);
