import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usualWeights } from '#core/exposure/weights.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { PlannedPerson } from '#core/planning/planner-types.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aMorning, anExposure, aPlannedPerson, aPlannedTeam } from '#testing/a-planned-team.ts';
import { type HeatCell, memoryHeatmap } from './heatmap.ts';

const lessonId = 'keep-stock';

/** Somebody who answered a question on the lesson `daysAgo`, `answers` in all. */
function somebodyWhoMet(id: number, daysAgo: number, traits: Partial<PlannedPerson> & { answers?: number } = {}) {
  const { answers = 4, ...rest } = traits;
  const memory = { stability: 60, difficulty: 5, metAt: aMorning - daysAgo * dayMs };
  return aPlannedPerson(id, {
    memory: new Map([[lessonId, memory]]),
    answersGiven: new Map([[lessonId, answers]]),
    ...rest,
  });
}

function cellOf(people: readonly PlannedPerson[]): HeatCell {
  const rows = memoryHeatmap(aCatalogue(), [aPlannedTeam(people)], aMorning, usualWeights);
  const cell = rows[0]?.cells.find((entry) => entry.lessonId === lessonId);
  if (!cell) throw new RangeError(lessonId);
  return cell;
}

const people = fc.array(
  fc.record({ daysAgo: fc.integer({ min: 1, max: 300 }), answers: fc.integer({ min: 0, max: 20 }) }),
  { minLength: 1, maxLength: 9 },
);

test('the chance lies in its band, fades when nothing is sent, and no two cases of a team add up to more than one', () => {
  fc.assert(
    fc.property(people, (drawn) => {
      const cell = cellOf(drawn.map(({ daysAgo, answers }, index) => somebodyWhoMet(index, daysAgo, { answers })));
      expect(cell.low).toBeLessThanOrEqual(cell.chance);
      expect(cell.high).toBeGreaterThanOrEqual(cell.chance);
      expect(cell.inAQuarter).toBeLessThanOrEqual(cell.chance);
      if (drawn.length > 1) expect(cell.chance + cell.singleKeeper).toBeLessThanOrEqual(1 + 1e-9);
      expect(cell.answers).toBe(drawn.reduce((sum, { answers }) => sum + answers, 0));
    }),
  );
});

test('a lesson that one person has met hangs on that person: the team has nothing, the risk is their recall', () => {
  const cell = cellOf([somebodyWhoMet(1, 10), aPlannedPerson(2), aPlannedPerson(3)]);
  expect(cell.chance).toBe(0);
  expect(cell.singleKeeper).toBeCloseTo(cell.recalling, 10);
  expect(cell).toMatchObject({ met: 1, people: 3 });
});

test('a team of one remembers what its member does, and a colleague who knows nothing makes it two who must', () => {
  const alone = cellOf([somebodyWhoMet(1, 10)]);
  expect(alone.chance).toBeGreaterThan(0.8);
  expect(alone.chance).toBeCloseTo(alone.recalling, 10);
  expect(cellOf([somebodyWhoMet(1, 10), aPlannedPerson(2)]).chance).toBe(0);
});

test('a team of two that one of them leaves within the quarter keeps nothing at its end', () => {
  const cell = cellOf([somebodyWhoMet(1, 10), somebodyWhoMet(2, 10, { leavesOn: '2026-12-24' })]);
  expect(cell.chance).toBeGreaterThan(0.6);
  expect(cell.inAQuarter).toBe(0);
});

test('more answers make the band narrower', () => {
  const width = (answers: number) => {
    const { low, high } = cellOf([1, 2, 3].map((id) => somebodyWhoMet(id, 60, { answers })));
    return high - low;
  };
  expect(width(10)).toBeLessThan(width(1));
});

test('few answers are called few, and none at all is not: there is nothing to be uncertain about', () => {
  const thin = (answers: number) => cellOf([somebodyWhoMet(1, 10, { answers }), aPlannedPerson(2)]).thin;
  expect([thin(1), thin(7), thin(8)]).toEqual([true, true, false]);
  expect(cellOf([aPlannedPerson(1)]).thin).toBe(false);
});

test('whoever has left keeps nothing, and whoever leaves within the quarter keeps nothing at its end', () => {
  const staying = [somebodyWhoMet(1, 10), somebodyWhoMet(2, 10)];
  const left = somebodyWhoMet(3, 1, { leavesOn: '2026-11-23' });
  expect(cellOf([...staying, left])).toEqual(cellOf(staying));
  const leaving = (leavesOn: string) => cellOf([...staying, somebodyWhoMet(3, 1, { leavesOn })]);
  expect(leaving('2027-02-22').inAQuarter).toBe(cellOf(staying).inAQuarter);
  expect(leaving('2027-02-23').inAQuarter).toBeGreaterThan(cellOf(staying).inAQuarter);
  expect(leaving('2027-02-22').chance).toBeGreaterThan(cellOf(staying).chance);
});

test('a lesson relevant to nobody is kept and marked, so that the gap is seen', () => {
  const unlike = aPlannedTeam([aPlannedPerson(1, { role: 'hr' })], { exposure: anExposure([], { sector: null }) });
  const [row] = memoryHeatmap(aCatalogue(), [unlike], aMorning, usualWeights);
  expect(row?.cells.map((cell) => cell.relevant)).toEqual([false, false, false, false]);
});
