import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BandFrame, layBand } from './time-band.ts';

const frame: BandFrame = { width: 1000, laneHeight: 26, letterWidth: 7, from: 1990, to: 2027, tickYears: 5 };
const entry = fc.record({
  id: fc.uuid(),
  start: fc.integer({ min: 1990, max: 2025 }).map(String),
  label: fc.string({ minLength: 4, maxLength: 40 }),
});

test('no two bars with their labels touch in a lane, and none leaves the band', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 30 }), (cases) => {
      const { bars } = layBand(cases, frame);
      const spans = bars.map(({ x, width, textX, anchor, label, y }) => {
        const far = anchor === 'start' ? textX + label.length * 7 : textX - label.length * 7;
        return { y, from: Math.min(x, far), to: Math.max(x + width, far) };
      });
      for (const [index, one] of spans.entries()) {
        expect(one.to <= frame.width + 1).toBe(true);
        for (const other of spans.slice(index + 1)) {
          if (one.y === other.y) expect(one.to < other.from || other.to < one.from).toBe(true);
        }
      }
    }),
  );
});

test('a bar runs from the start to the end of its case', () => {
  const [bar] = layBand([{ id: 'a', start: '2010', end: '2014', label: 'Rare earths' }], frame).bars;
  expect(bar?.width).toBeGreaterThan(100);
});

test('ticks stand on round years', () => {
  expect(layBand([], frame).ticks.map((tick) => tick.year)).toEqual([1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025]);
});
