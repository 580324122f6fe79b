import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedAsText, withoutTextMark } from './text-mark.ts';

test.each([
  '=cmd()',
  '-20 °C bags',
  '+5 V regulators',
  '@team',
  '----DDNN@2026-01-05',
  '00417',
  '1E5',
  'MAR1',
  '3-4',
  '12月5日',
  "'quoted'",
  '1.200',
  'TRUE',
])('a spreadsheet would not leave %s as it is, so it is marked', (text) => {
  expect(markedAsText(text)).toBe(`'${text}`);
});

test.each(['Motors & drives', '高橋 美咲', 'Mei', 'Marta', 'A-1 valves', '7½ h; night', ''])(
  '%s needs no mark',
  (text) => {
    expect(markedAsText(text)).toBe(text);
  },
);

test('the apostrophe of a name stays', () => {
  expect(withoutTextMark("'t Hart")).toBe("'t Hart");
  expect(withoutTextMark("'Ndrina")).toBe("'Ndrina");
});

test('every text comes back as it went', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^['=+\-@\d.,:/ eE]{1,8}$/));
  fc.assert(
    fc.property(text, (one) => {
      expect(withoutTextMark(markedAsText(one))).toBe(one);
    }),
  );
});
