import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayName, oneLine } from './one-line.ts';

test('a name stays as it is, in whatever script it is written', () => {
  for (const name of ['Mei Tanaka', '渡辺 健二', 'ليلى الحداد', "Zoë O'Hara & Co", 'क्षमा', '👩‍🔧 Workshop'])
    expect([oneLine(name), displayName(name)]).toEqual([name, name]);
});

test('whatever it was, it is one line without edges, and nothing turns its direction', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          'a',
          '渡',
          '\u0301',
          '\r',
          '\n',
          '\u2028',
          '\u0085',
          '\u202e',
          '\u2067',
          '\u3000',
          '\0',
          '\x9f',
          '\t',
        ),
      }),
      (name) => {
        expect(oneLine(name)).toMatch(/^(?:[^\p{Cc}\s\u202a-\u202e\u2066-\u2069]| (?! |$))*$/u);
        expect(oneLine(name)).not.toMatch(/^ /);
      },
    ),
  );
});

test('a header carries at most 60 letters of a name, and never a part of one', () => {
  expect(displayName('Motors '.repeat(20))).toBe(`${'Motors '.repeat(8)}Mot…`);
  expect(displayName('👩‍🔧'.repeat(70))).toBe(`${'👩‍🔧'.repeat(59)}…`);
});

test('what looks like an encoded word is none any more', () => {
  expect(displayName('=?utf-8?Q?Mei?=')).toBe('= ?utf-8?Q?Mei?=');
});
