import { expect, test } from 'vitest';
import { inSteps } from './land.ts';
import { closeUpOf, project } from './views.ts';

test('a path in steps ends where the path of places ended', () => {
  expect(inSteps('M10,20L12,18L12,18L9,30Z')).toBe('M10 20l2-2l-3 12Z');
});

test.each([
  ['Kariya', 34.99, 137, 'asia'],
  ['Kumamoto', 32.8, 130.7, 'asia'],
  ['Shenzhen', 22.5, 114.1, 'asia'],
  ['Marion, North Carolina', 35.68, -82.01, 'america'],
  ['Puerto Rico', 18.2, -66.4, 'america'],
  ['Long Beach', 33.8, -118.2, 'america'],
  ['Marl', 51.66, 7.09, 'europe'],
  ['Rugby', 52.37, -1.26, 'europe'],
  ['Mariupol', 47.1, 37.55, 'europe'],
  ['Suez', 30.0, 32.55, undefined],
  ['Colón, Panama', 9.35, -79.9, undefined],
  ['Ayutthaya', 14.35, 100.57, undefined],
])('%s is seen in its close-up, if it has one', (_name, latitude, longitude, view) => {
  expect(closeUpOf({ latitude, longitude })).toBe(view);
});

test('the world shows Puerto Rico left of Marl, and Marl left of Kariya', () => {
  const x = (latitude: number, longitude: number) => project('world', { latitude, longitude }).x;
  expect(x(18.2, -66.4)).toBeLessThan(x(51.66, 7.09));
  expect(x(51.66, 7.09)).toBeLessThan(x(34.99, 137));
});
