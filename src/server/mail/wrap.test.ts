import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsWide } from '#i18n/text-width.ts';
import { wrap, wrapLongLines } from './wrap.ts';

const word = fc.oneof(
  { weight: 20, arbitrary: fc.stringMatching(/^[a-z]{1,9}$/) },
  fc.stringMatching(/^[a-z]{60,90}$/),
);
const words = fc.array(word, { minLength: 1, maxLength: 200, size: 'max' });

test('no line is longer than 72 characters, unless it is one long word', () => {
  fc.assert(
    fc.property(words, (list) => {
      for (const line of wrap(list.join(' ')).split('\n')) expect(line.length <= 72 || !line.includes(' ')).toBe(true);
    }),
  );
});

test('wrapping keeps every word, in its order', () => {
  fc.assert(
    fc.property(words, (list) => {
      expect(wrap(list.join(' ')).split(/\s/)).toEqual(list);
    }),
  );
});

test('a line is filled before the next begins', () => {
  fc.assert(
    fc.property(words, (list) => {
      const lines = wrap(list.join(' ')).split('\n');
      for (const [index, line] of lines.slice(1).entries())
        expect((lines[index] ?? '').length + 1 + (line.split(' ')[0] ?? '').length).toBeGreaterThan(72);
    }),
  );
});

test('a link is never broken', () => {
  const link = `https://nodomoto.example/n/${'x'.repeat(80)}`;
  expect(wrap(`Read it here: ${link} when you can.`).split('\n')).toContain(link);
});

test('Japanese is broken at 36 letters, and no line begins with a full stop', () => {
  const text = '1997年2月1日の夜明け前、愛知県刈谷市の工場が火災で焼け落ちました。'.repeat(4);
  const lines = wrap(text).split('\n');
  expect(lines.join('')).toBe(text);
  for (const line of lines) expect([line.length <= 38, /^[、。]/.test(line)]).toEqual([true, false]);
});

test('a line that grew beyond 78 columns is broken, and every other stays as it was', () => {
  const short = 'x'.repeat(78);
  const link = `   https://nodomoto.example/n/${'x'.repeat(80)}?choice=a`;
  const long =
    'Your team depends on brake valves from one supplier in one country. So did they, and nobody knew of it.';
  const [first, second, ...rest] = wrapLongLines([short, '', link, long].join('\n')).split('\n\n');
  expect([first, rest]).toEqual([short, []]);
  expect(second?.startsWith(`${link}\n`)).toBe(true);
  expect(second?.slice(link.length + 1).split('\n')).toHaveLength(2);
});

test('a Japanese line is measured in columns', () => {
  const line = 'あなたのチームは日本のブレーキ部品に頼っています。'.repeat(3);
  for (const part of wrapLongLines(line).split('\n')) expect(columnsWide(part)).toBeLessThanOrEqual(78);
});

test('a name without a blank is cut where a line is full, and nothing of it is lost', () => {
  const line = `Nodomoto for ${'Schienenfahrzeugantriebe'.repeat(9)}, 供給${'網'.repeat(90)}`;
  const parts = wrapLongLines(line).split('\n');
  for (const part of parts) expect(columnsWide(part)).toBeLessThanOrEqual(78);
  expect(parts.join('').replaceAll(' ', '')).toBe(line.replaceAll(' ', ''));
});
