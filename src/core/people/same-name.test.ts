import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameName, nameKey } from './same-name.ts';

test('names that read alike are one, however they were typed', () => {
  for (const alike of [
    [
      'Gas desk',
      'gas desk',
      'GAS DESK',
      'Gas\u00a0desk',
      ' Gas  desk ',
      'Gas\u200b desk',
      'Ｇａｓ　ｄｅｓｋ',
      'Gas\tdesk',
    ],
    ['Einkauf München', 'Einkauf Mu\u0308nchen', 'EINKAUF MÜNCHEN'],
    ['Straßenverkehr', 'STRASSENVERKEHR', 'STRAẞENVERKEHR', 'strassenverkehr'],
    ['購買課', '購買課\u3000', '購買\ufeff課'],
    ['㈱物流～名古屋', '(株)物流~名古屋', '㈱物流〜名古屋', '（株）物流～名古屋'],
    ['ガス', 'ｶﾞｽ', 'カ\u3099ス'],
    ['Satın Alma İzmir', 'SATIN ALMA İZMİR', 'satın alma izmir'],
    ['Τμήμα Προμηθειών ΟΔΟΣ', 'τμήμα προμηθειών οδος', 'ΤΜΉΜΑ ΠΡΟΜΗΘΕΙΏΝ ΟΔΟΣ'],
  ])
    expect(new Set(alike.map(nameKey)).size, alike.join(' | ')).toBe(1);
});

test('letters of another script, accents and other words stay apart', () => {
  for (const [one, other] of [
    ['Gas desk', 'Gаs desk'],
    ['Einkauf Köln', 'Einkauf Koln'],
    ['ハス', 'バス'],
    ['Τμήμα Α', 'Τμήμα A'],
    ['Gasdesk', 'Gas desk'],
    ['Team 1', 'Team 11'],
  ] as const)
    expect(isSameName(one, other), `${one} | ${other}`).toBe(false);
});

const names = fc.string({ unit: 'binary', maxLength: 12 });

test('a key is its own key, and neither case, normal form nor space around a name changes it', () => {
  fc.assert(
    fc.property(names, (name) => {
      const key = nameKey(name);
      expect(nameKey(key)).toBe(key);
      for (const typed of [name.normalize('NFD'), name.normalize('NFC'), ` ${name}\u3000`])
        expect(nameKey(typed)).toBe(key);
      for (const letter of name)
        for (const cased of [letter.toLowerCase(), letter.toUpperCase()]) expect(nameKey(cased)).toBe(nameKey(letter));
    }),
    { numRuns: 1000 },
  );
});

test('every letter that has a case has the key of its capital and of its small letter', () => {
  for (let code = 0; code < 0x1_10000; code += 1) {
    const letter = String.fromCodePoint(code);
    if (letter.toUpperCase() === letter.toLowerCase()) continue;
    const key = nameKey(letter);
    if (nameKey(letter.toUpperCase()) !== key || nameKey(letter.toLowerCase()) !== key || nameKey(key) !== key)
      expect.fail(`U+${code.toString(16)} ${letter}`);
  }
});
