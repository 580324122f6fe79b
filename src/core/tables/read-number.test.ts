import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDoubtful, readNumber, signNeeded, tellsSign } from './read-number.ts';

test.each([
  ['12', 12, 12],
  ['1.200', 1.2, 1200],
  ['1,200', 1200, 1.2],
  ['1.200,50', null, 1200.5],
  ['1,200.50', 1200.5, null],
  ['80,5 %', null, 80.5],
  ['1 200,5', null, 1200.5],
  ['1\u202f200,5', null, 1200.5],
  ["1'200.50", 1200.5, null],
  ['1,00,000', 100_000, null],
  ['-3', -3, -3],
  ['0.125', 0.125, null],
  ['0,125', null, 0.125],
  ['１２．５', 12.5, null],
  ['1,00E+05', null, 100_000],
])('%s is %s with a point and %s with a comma', (text, point, comma) => {
  expect(readNumber(text)).toMatchObject({ point, comma });
});

test.each(['12 days', '', '1.2.3', '12,5,1', '08:30', '—'])('%s is no number', (text) => {
  expect(readNumber(text)).toBe(null);
});

test('what reads differently with each sign is doubtful, and what reads with one alone tells it', () => {
  const read = (text: string) => readNumber(text) ?? { point: null, comma: null, percent: false };
  expect(['1.200', '1,200', '12', '1.200,50'].map((text) => isDoubtful(read(text)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(['1.200', '80,5', '80.5', '12'].map((text) => signNeeded(read(text)))).toEqual([null, 'comma', 'point', null]);
});

test.each([
  ['80,00 %', true],
  ['80.00%', true],
  ['1.200,50', true],
  ['80%', false],
  ['1.200', false],
  ['v1.2', false],
])('that %s tells the sign wherever it stands: %s', (text, tells) => {
  expect(tellsSign.test(text)).toBe(tells);
});

test('a number that an office writes in its own way is among the readings', () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (hundredths) => {
      const number = hundredths / 100;
      for (const [language, sign] of [
        ['en-US', 'point'],
        ['de-DE', 'comma'],
        ['fr-FR', 'comma'],
        ['de-CH', 'point'],
        ['en-IN', 'point'],
      ] as const) {
        const text = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(number);
        expect(readNumber(text)?.[sign]).toBeCloseTo(number, 6);
      }
    }),
  );
});
