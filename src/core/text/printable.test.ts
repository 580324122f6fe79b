import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from './printable.ts';

test('what a terminal would obey is shown instead', () => {
  expect(printable('Mei\u001b[2J\u0007 Ono')).toBe('Mei\\u001b[2J\\u0007 Ono');
  expect(printable('\u009b31mred')).toBe('\\u009b31mred');
  expect(printable('gnp.\u202egpj')).toBe('gnp.\\u202egpj');
  expect(printable('over\rwritten')).toBe('over\\u000dwritten');
});

test('letters of every script, line breaks and tabs stay', () => {
  for (const text of ['小野 芽衣', 'Zoë\tÅström', 'one\r\ntwo\nthree', 'שלום', '👩‍🏭'])
    expect(printable(text)).toBe(text);
});

test('no character that moves the cursor or the direction is left, and JSON stays JSON', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const left = printable(text).replaceAll(/\r\n|[\n\t]/g, '');
      expect(left).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      expect(JSON.parse(printable(JSON.stringify(text)))).toBe(text);
    }),
  );
});
