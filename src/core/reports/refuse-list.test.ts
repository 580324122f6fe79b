import { expect, test } from 'vitest';
import { type RefusedKind, refusedIn } from './refuse-list.ts';

const refusals: [RefusedKind, string][] = [
  ['price', 'We pay $4.50 for each ring.'],
  ['price', 'They asked for 450 yen more.'],
  ['price', 'The price went up by 12%.'],
  ['price', 'It cost EUR 900 to fly it in.'],
  ['price', '単価が12%上がった。'],
  ['price', '一個あたり450円で買っている。'],
  ['volume', 'We buy 40,000 injection-moulded housings.'],
  ['volume', 'Three tonnes were late.'],
  ['volume', 'Some four thousand pieces were missing.'],
  ['volume', 'Only 12 containers came.'],
  ['volume', '月に5,000個を使う。'],
  ['volume', 'コンテナ三十本が遅れた。'],
  ['capacity', 'Their capacity is two lines, of which 80% runs.'],
  ['capacity', '稼働率は90%だった。'],
  ['bid', 'We lost the tender to somebody else.'],
  ['bid', '入札の前だった。'],
  ['company', 'Kazehaya Motors Co., Ltd. had none.'],
  ['company', 'Our supplier Tanaka stopped.'],
  ['company', 'The customer called Shirakaba waited.'],
  ['company', '株式会社風早に頼んだ。'],
  ['company', '風早社の部品が止まった。'],
  ['contact', 'Write to mei@kazehaya.example for more.'],
  ['contact', 'Call 090-1234-5678.'],
  ['contact', 'It is told at https://kazehaya.example/news.'],
];

test.each(refusals)('a %s is refused: %s', (kind, text) => {
  expect(refusedIn(text).map((found) => found.kind)).toContain(kind);
});

test.each([
  'The line stood for 36 hours, and the ship was 400 km away.',
  'Our customer asked why. Another supplier had one.',
  'It took 120 days until the second source was tested.',
  'It came in 2024, as in 2011.',
  'One truck was late, and one pallet was wet.',
  'Stock covered two weeks, not the three months that recovery took.',
  '当社は運送会社と話し、他社の在庫を借りた。三週間止まった。',
  '担当者が一人しかいなかった。',
])('what tells nothing of price, amount or name is taken: %s', (text) => expect(refusedIn(text)).toEqual([]));

test('a refusal points at its place in the text, so that it can be shown there', () => {
  const text = 'It was late. We pay $4.50 for it.';
  expect(refusedIn(text)).toEqual([{ kind: 'price', at: text.indexOf('$4.50'), said: '$4.50' }]);
});
