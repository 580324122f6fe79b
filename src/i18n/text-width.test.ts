import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakablePieces, fillLines, lettersWide, shortened } from './text-width.ts';

test('a full-width letter is nearly as wide as two Latin ones', () => {
  expect(lettersWide('rare earths')).toBe(11);
  expect(lettersWide('レアアース')).toBe(9);
});

test('Latin breaks between words, and a long word stays whole', () => {
  expect(fillLines('a warning in print', 10)).toEqual(['a warning', 'in print']);
  expect(fillLines('Schiffahrtsgesellschaft', 10)).toEqual(['Schiffahrtsgesellschaft']);
});

test('Japanese breaks anywhere, but no line begins with a full stop, a comma or a closing bracket', () => {
  const text = '1997年2月1日 バルブの工場が燃え、「四時間分」しか残らなかった。';
  for (let most = 8; most < 60; most += 1) {
    const lines = fillLines(text, most);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    for (const line of lines) expect(line).not.toMatch(/^[、。」]|「$/);
  }
});

test('a figure keeps its counter', () => {
  expect(fillLines('工場が1997年に燃えた', 11)).toContain('1997年に');
});

test('a counter in tens of thousands stays with its figure, and a suffix of one letter with its word', () => {
  expect(breakablePieces('1日に1万4,000台を造る')).toContain('1万4,000台を');
  expect(breakablePieces('遅れは何回ありましたか')).toContain('何回ありましたか');
  expect(breakablePieces('ブレーキ用バルブ')).toEqual(['ブレーキ用', 'バルブ']);
});

test('a text that is too long for a line is cut between words, and says that there is more', () => {
  expect(shortened('Two weeks more in every plan', 40)).toBe('Two weeks more in every plan');
  expect(shortened('Two weeks more in every plan that goes through the canal', 47)).toBe(
    'Two weeks more in every plan that goes through…',
  );
  fc.assert(
    fc.property(fc.lorem({ maxCount: 12 }), fc.integer({ min: 20, max: 60 }), (text, most) => {
      expect(lettersWide(shortened(text, most))).toBeLessThanOrEqual(most);
    }),
  );
  expect(
    lettersWide(shortened('運河を通るすべての計画に二週間の余裕を持たせ、毎年春に見直すこと', 40)),
  ).toBeLessThanOrEqual(40);
});
