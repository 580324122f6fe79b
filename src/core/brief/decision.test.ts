import { expect, test } from 'vitest';
import { type DecisionDraft, decisionFaults } from './decision.ts';

const whole: DecisionDraft = {
  ask: 'Qualify a second magnet maker',
  cost: '€ 2 m',
  opportunity: 'A motor that others cannot build',
  programmes: ['jp-critical-materials'],
  noProgramme: false,
  deadline: '2027-03-31',
  owner: 'Head of purchasing',
};
const faultsOf = (more: Partial<DecisionDraft>) => [...decisionFaults({ ...whole, ...more })];

test('a decision has its cost and its opportunity, and says who pays or that nobody was found', () => {
  expect(faultsOf({})).toEqual([]);
  expect(faultsOf({ cost: ' ' })).toEqual([['cost', 'empty']]);
  expect(faultsOf({ opportunity: '' })).toEqual([['opportunity', 'empty']]);
  expect(faultsOf({ programmes: [] })).toEqual([['programmes', 'empty']]);
  expect(faultsOf({ programmes: [], noProgramme: true })).toEqual([]);
});

test('what has no room on two pages is refused, and so is a day that there is not', () => {
  expect(faultsOf({ ask: 'x'.repeat(201) })).toEqual([['ask', 'long']]);
  expect(faultsOf({ deadline: '2027-02-30' })).toEqual([['deadline', 'bad-date']]);
});
