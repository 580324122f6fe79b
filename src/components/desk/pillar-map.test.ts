import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawPillarMap, type MapItem, type MapMark, mapFrame } from './pillar-map.ts';

const item = (number: number, traits: Partial<MapItem> = {}): MapItem => ({
  number,
  colours: ['green'],
  autonomy: 50,
  indispensability: 50,
  ...traits,
});
const scores = fc.option(fc.nat({ max: 100 }));
const teams = fc
  .array(
    fc.record({
      colours: fc.constantFrom<MapItem['colours'][]>([], ['green'], ['green', 'blue']),
      autonomy: scores,
      indispensability: scores,
    }),
    { maxLength: 24 },
  )
  .map((items) => items.map((entry, index): MapItem => ({ number: index + 1, ...entry })));

/** Width and height that a mark takes: its shapes, and its number beside them. */
const boxOf = ({ left, top, numberX, number }: MapMark) => ({
  left,
  top,
  right: numberX + 7 * String(number).length,
  bottom: top + mapFrame.shape,
});

test('a mark alone lies on its scores: more autonomy to the right, more indispensability upwards', () => {
  const { marks } = drawPillarMap([
    item(1, { autonomy: 20, indispensability: 20 }),
    item(2, { autonomy: 80, indispensability: 80 }),
  ]);
  const [low, high] = marks;
  expect(low?.moved).toBe(false);
  expect(high?.at.x).toBeGreaterThan(low?.at.x ?? 0);
  expect(high?.at.y).toBeLessThan(low?.at.y ?? 0);
});

test('two items with the same scores both stay readable; the second is led to its place by a line', () => {
  const { marks } = drawPillarMap([item(1), item(2)]);
  expect(marks.map(({ moved }) => moved)).toEqual([false, true]);
  expect(marks[0]?.at).toEqual(marks[1]?.at);
});

test('an item of which nobody said whether it holds a lead lies in the strip below, by its autonomy', () => {
  const { marks, strips } = drawPillarMap([item(1, { indispensability: null })]);
  expect(marks).toEqual([]);
  expect(strips.map(({ missing }) => missing)).toEqual(['indispensability']);
  expect(strips[0]?.marks[0]?.top).toBeGreaterThan(mapFrame.plot.bottom);
});

test('an item of which not even the autonomy is known is given none: it lies in a strip of its own', () => {
  const { marks, strips } = drawPillarMap([
    item(1, { autonomy: null, indispensability: null }),
    item(2, { autonomy: null, indispensability: 0 }),
    item(3, { indispensability: null }),
  ]);
  expect(marks).toEqual([]);
  const numbers = strips.map((strip) => [strip.missing, ...strip.marks.map((mark) => mark.number)]);
  expect(numbers).toEqual([
    ['indispensability', 3],
    ['autonomy', 1, 2],
  ]);
  expect(strips[1]?.box.top).toBeGreaterThan(strips[0]?.box.bottom ?? 0);
});

test('no two marks of up to 24 items cover each other, and none leaves the drawing', () => {
  fc.assert(
    fc.property(teams, (items) => {
      const { marks, strips, height } = drawPillarMap(items);
      const all = [...marks, ...strips.flatMap((strip) => strip.marks)];
      expect(all.length).toBe(items.length);
      const boxes = all.map(boxOf);
      for (const [index, box] of boxes.entries()) {
        expect(box.left).toBeGreaterThanOrEqual(mapFrame.plot.left);
        expect(box.right).toBeLessThanOrEqual(mapFrame.width);
        expect(box.bottom).toBeLessThanOrEqual(height);
        for (const other of boxes.slice(index + 1)) {
          const apart =
            box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});
