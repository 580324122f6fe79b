import { expect, test } from 'vitest';
import { usualWeights } from '#core/exposure/weights.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { PlannedPerson } from '#core/planning/planner-types.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aMorning, aPlannedPerson, aPlannedTeam } from '#testing/a-planned-team.ts';
import { memoryHeatmap } from './heatmap.ts';
import { type DeskRules, shownRows } from './shown-cells.ts';

const done: DeskRules = { showByName: 'done', smallestTeam: 5 };
const results: DeskRules = { showByName: 'results', smallestTeam: 5 };

/** What is shown of a team of six who all met one lesson ten days ago; `changes` are those of the first of them. */
function shownOf(rules: DeskRules, changes: Partial<PlannedPerson> = {}) {
  const memory = new Map([['keep-stock', { stability: 30, difficulty: 5, metAt: aMorning - 10 * dayMs }]]);
  const people = [1, 2, 3, 4, 5, 6].map((id) => aPlannedPerson(id, { memory, ...(id === 1 ? changes : {}) }));
  const teams = [aPlannedTeam(people)];
  const rows = memoryHeatmap(aCatalogue(), teams, aMorning, usualWeights);
  const [row] = shownRows(rows, teams, rules, aMorning);
  const cell = row?.cells.find(({ lessonId }) => lessonId === 'keep-stock');
  return { held: row?.held, cells: row?.cells.length, cell, exact: rows[0]?.cells[0] };
}

test('where results are shown by name a cell is told to the digit, with its band and number of answers', () => {
  const { cell, exact } = shownOf(results);
  expect(cell?.chance).toBe(exact?.chance);
  expect(cell?.exact).toEqual({ low: exact?.low, high: exact?.high, answers: exact?.answers });
});

test('a stronger or weaker memory of one person within a step is not seen', () => {
  const of = (stability: number) =>
    shownOf(done, { memory: new Map([['keep-stock', { stability, difficulty: 5, metAt: aMorning - 10 * dayMs }]]) });
  expect(of(29).exact?.chance).not.toBe(of(31).exact?.chance);
  expect(of(29).cell).toEqual(of(31).cell);
});

test('when one of them leaves within the quarter, nothing is told of it beside now', () => {
  expect(shownOf(done).cell?.inAQuarter).not.toBeNull();
  expect(shownOf(done, { leavesOn: '2026-12-31' }).cell?.inAQuarter).toBeNull();
  expect(shownOf(results, { leavesOn: '2026-12-31' }).cell?.inAQuarter).not.toBeNull();
});

test('a team that somebody just left, or of too few, has a row that says why and no cell', () => {
  expect(shownOf(done, { leavesOn: '2026-11-20' })).toMatchObject({ held: 'just-left', cells: 0 });
  expect(shownOf({ ...results, smallestTeam: 7 })).toMatchObject({ held: 'too-few', cells: 0 });
});
