import { expect, test } from 'vitest';
import { fillLines, lettersWide } from './text-width.ts';

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
