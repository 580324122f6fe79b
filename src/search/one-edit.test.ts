import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOneEditFrom } from './one-edit.ts';

const word = fc.string({ minLength: 1, maxLength: 9, unit: fc.constantFrom('a', 'b', 'c') });

test('a letter added, left out, changed or swapped with its neighbour is one slip', () => {
  fc.assert(
    fc.property(word, fc.nat(), (text, anywhere) => {
      const at = anywhere % text.length;
      const [before, letter, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
      expect(isOneEditFrom(text, `${before}${after}`)).toBe(true);
      expect(isOneEditFrom(text, `${before}x${letter}${after}`)).toBe(true);
      expect(isOneEditFrom(text, `${before}x${after}`)).toBe(true);
      expect(isOneEditFrom(`${before}x${letter}${after}`, `${before}${letter}x${after}`)).toBe(true);
    }),
  );
  expect(isOneEditFrom('earthqauk', 'earthquak')).toBe(true);
});

test('it works both ways, and a word is no slip of itself', () => {
  fc.assert(
    fc.property(word, word, fc.nat(), (one, other, anywhere) => {
      const at = anywhere % one.length;
      const [before, letter, after] = [one.slice(0, at), one.charAt(at), one.slice(at + 1)];
      // Two drawn words are seldom near one another, so some are made to be.
      const swapped = `${before}${after.charAt(0)}${letter}${after.slice(1)}`;
      for (const near of [other, swapped, `${before}${after}`, `${letter}${after}`, `${before}b${after}`])
        expect(isOneEditFrom(one, near)).toBe(isOneEditFrom(near, one));
      expect(isOneEditFrom(one, one)).toBe(false);
    }),
  );
});

test('two slips are too many', () => {
  expect(isOneEditFrom('helium', 'helmum')).toBe(true);
  expect(isOneEditFrom('helium', 'hellmum')).toBe(false);
});
