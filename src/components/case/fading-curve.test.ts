import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDate } from '#i18n/format.ts';
import { wordsIn } from '#i18n/words.ts';
import { drawFading, type FadingFrame, type FadingMoment, type FadingWords, heatAt } from './fading-curve.ts';

const phone: FadingFrame = { width: 320, plotHeight: 110, textSize: 12.5, labelWidth: 250 };
const desk: FadingFrame = { width: 660, plotHeight: 130, textSize: 13, labelWidth: 330 };

const inEnglish: FadingWords = { date: (date) => formatDate(date, 'en'), moment: wordsIn('en').case.fadingMoment };
const inJapanese: FadingWords = { date: (date) => formatDate(date, 'ja'), moment: wordsIn('ja').case.fadingMoment };

const moment = fc.record({
  on: fc
    .tuple(fc.integer({ min: 1990, max: 2026 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`),
  label: fc
    .array(fc.constantFrom('a', 'warning', 'in', 'print', 'law', 'shortage', '工場が止まり、', '備蓄法が成立'), {
      minLength: 1,
      maxLength: 8,
    })
    .map((words) => words.join(' ').slice(0, 60)),
  kind: fc.constantFrom<FadingMoment['kind']>('spark', 'mark'),
});
const moments = fc
  .array(moment, { minLength: 2, maxLength: 5 })
  .map((list) => list.sort((a, b) => a.on.localeCompare(b.on)));

test('labels never overlap and never leave the frame', () => {
  fc.assert(
    fc.property(moments, fc.constantFrom(phone, desk), fc.constantFrom(inEnglish, inJapanese), (list, frame, say) => {
      const { labels, width } = drawFading(list, frame, say);
      for (const label of labels) expect(label.left >= 0 && label.right <= width + 0.5).toBe(true);
      for (const [index, one] of labels.entries()) {
        for (const other of labels.slice(index + 1)) {
          const apart =
            one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});

test('heat is full at a spark and halves over a half-life', () => {
  expect(heatAt(2017, [2017], 1.5)).toBe(1);
  expect(heatAt(2018.5, [2017], 1.5)).toBeCloseTo(0.5);
});

test('there is no heat before the first spark, and a second spark lights it again', () => {
  expect(heatAt(2016, [2017, 2024], 1)).toBe(0);
  expect(heatAt(2024, [2017, 2024], 1)).toBe(1);
});

test('each spark draws one area', () => {
  const list: FadingMoment[] = [
    { on: '2017-09', label: 'Maria', kind: 'spark' },
    { on: '2018', label: 'A warning', kind: 'mark' },
    { on: '2024-09', label: 'Helene', kind: 'spark' },
  ];
  expect(drawFading(list, desk, inEnglish).areas).toHaveLength(2);
});

test('a story of some months has ticks in months, one of decades has ticks in years', () => {
  const within = (last: string) =>
    drawFading(
      [
        { on: '2022-02', label: 'a', kind: 'spark' },
        { on: last, label: 'b', kind: 'mark' },
      ],
      desk,
      inEnglish,
    ).ticks.map((tick) => tick.label);
  expect(within('2022-10')).toContain('Apr 2022');
  expect(within('2034-02')).toContain('2024');
});
