import { expect, it } from 'vitest';
import { room, sizeFor } from './density.ts';

const text = (letters: number) => 'a'.repeat(letters);

it('a side that says little is set large', () => {
  expect(sizeFor([text(500)], room.caseFront)).toBe(1);
});

it('a side that says more is set smaller, and never smaller than can be read', () => {
  const sizes = [4000, 4500, 5000, 5500, 6000, 9000].map((letters) => sizeFor([text(letters)], room.caseBack));
  expect(sizes).toEqual([1, 2, 3, 4, 5, 5]);
});

it('Japanese letters take more room than Latin ones', () => {
  expect(sizeFor(['字'.repeat(1900)], room.caseBack)).toBeGreaterThan(sizeFor([text(1900)], room.caseBack));
});
