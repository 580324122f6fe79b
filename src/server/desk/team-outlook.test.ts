import { expect, test } from 'vitest';
import { usualWeights } from '#core/exposure/weights.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { PlannedPerson } from '#core/planning/planner-types.ts';
import type { ShowByName } from '#core/privacy/show-by-name.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aMorning, anExposure, aPlannedPerson, aPlannedTeam } from '#testing/a-planned-team.ts';
import { memoryHeatmap } from './heatmap.ts';
import { shownRows } from './shown-cells.ts';
import { teamOutlook } from './team-outlook.ts';

function outlookOf(people: readonly PlannedPerson[], exposure = anExposure([]), showByName: ShowByName = 'results') {
  const catalogue = aCatalogue();
  const team = aPlannedTeam(people, exposure.items.length > 0 || exposure.sector === null ? { exposure } : {});
  const rows = memoryHeatmap(catalogue, [team], aMorning, usualWeights);
  const cells = shownRows(rows, [team], { showByName, smallestTeam: 1 }, aMorning)[0]?.cells ?? [];
  return teamOutlook(catalogue, team, cells, aMorning, usualWeights);
}

/** Memories of lessons by their stability in days, all met yesterday. */
function remembering(stabilities: Record<string, number>) {
  const metAt = aMorning - dayMs;
  return new Map(
    Object.entries(stabilities).map(([lesson, stability]) => [lesson, { stability, difficulty: 5, metAt }]),
  );
}

test('what fades next is what loses most in a quarter, the largest loss first; what is held or gone is not named', () => {
  const memory = remembering({ 'keep-stock': 20, 'know-your-maker': 4, 'second-source': 5000 });
  const { fading } = outlookOf([1, 2, 3].map((id) => aPlannedPerson(id, { memory })));
  expect(fading.map((cell) => cell.lessonId)).toEqual(['know-your-maker', 'keep-stock']);
});

test('a lesson that hangs on one person names the person, the worst first', () => {
  const outlook = outlookOf([
    aPlannedPerson(1, { name: 'Mei', memory: remembering({ 'keep-stock': 300 }) }),
    aPlannedPerson(2, { name: 'Jan', memory: remembering({ 'know-your-maker': 0.5 }) }),
    aPlannedPerson(3, { name: 'Ana' }),
  ]);
  expect(outlook.singleKeepers.map(({ cell, keeper }) => [cell.lessonId, keeper])).toEqual([
    ['keep-stock', 'Mei'],
    ['know-your-maker', 'Jan'],
  ]);
});

test('without results by name nobody is named whom a lesson hangs on', () => {
  const people = [
    aPlannedPerson(1, { name: 'Mei', memory: remembering({ 'keep-stock': 300 }) }),
    aPlannedPerson(2, { name: 'Jan' }),
  ];
  const { singleKeepers } = outlookOf(people, anExposure([]), 'done');
  expect(singleKeepers.length).toBeGreaterThan(0);
  expect(JSON.stringify(singleKeepers)).not.toMatch(/Mei|Jan/);
});

test('whoever was in post in the year of a case was there; unknown years count for nobody', () => {
  const { witnessed } = outlookOf([
    aPlannedPerson(1, { name: 'Mei', joinedYear: 2009 }),
    aPlannedPerson(2, { name: 'Jan', joinedYear: 2011 }),
    aPlannedPerson(3, { name: 'Ana', joinedYear: 2020 }),
    aPlannedPerson(4, { name: 'Ben' }),
  ]);
  expect(witnessed.map(({ year, witnesses, known }) => [year, witnesses, known])).toEqual([
    ['2011', ['Mei', 'Jan'], 3],
    ['2010', ['Mei'], 3],
    ['2012', ['Mei', 'Jan'], 3],
  ]);
});

test('when a witness leaves, what is left of the ratio is said; when somebody else leaves, it is not', () => {
  const people = (mei: string | null, ana: string | null) => [
    aPlannedPerson(1, { name: 'Mei', joinedYear: 2009, leavesOn: mei }),
    aPlannedPerson(2, { name: 'Ana', joinedYear: 2020, leavesOn: ana }),
  ];
  const after = (mei: string | null, ana: string | null) => outlookOf(people(mei, ana)).witnessed[0]?.afterLeaving;
  expect(after('2027-03-31', null)).toEqual({ witnesses: 0, known: 1 });
  expect(after(null, '2027-03-31')).toBe(null);
});

test('those who leave are named with their day, the first to leave first; those who have left are not', () => {
  const { leaving } = outlookOf([
    aPlannedPerson(1, { name: 'Mei', leavesOn: '2027-03-31' }),
    aPlannedPerson(2, { name: 'Jan', leavesOn: '2026-11-30' }),
    aPlannedPerson(3, { name: 'Ana', leavesOn: '2026-11-20' }),
  ]);
  expect(leaving).toEqual([
    { name: 'Jan', on: '2026-11-30' },
    { name: 'Mei', on: '2027-03-31' },
  ]);
});

test('a team like no case, with nothing met, has nothing to look at', () => {
  const person = aPlannedPerson(1, { role: 'hr', joinedYear: 2009 });
  expect(outlookOf([person], anExposure([], { sector: null }))).toEqual({
    fading: [],
    singleKeepers: [],
    witnessed: [],
    leaving: [],
  });
});
