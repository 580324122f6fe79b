import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fieldEvidence, fieldRuleIds } from '#core/evidence/field-evidence.ts';
import { fieldJobs } from './field-extent.ts';

const { tables, allowedBelow } = fieldEvidence.parse(JSON.parse(readFileSync('public/evidence/field.json', 'utf8')));

test('what is published of the field trial is whole: every world at every pace, and every rule in each', () => {
  expect(tables.map(({ world, pace }) => ({ world, pace }))).toEqual(
    fieldJobs.map(({ world, pace }) => ({ world, pace })),
  );
  for (const { rows } of tables) expect(rows.map(({ rule }) => rule)).toEqual([...fieldRuleIds]);
});

test('in every world of the field trial the planner passes every simple rule in team memory, and misses no recall by more than is told', () => {
  for (const { goals } of tables)
    for (const { measure, difference } of goals)
      expect(difference).toBeGreaterThanOrEqual(measure === 'teamMemory' ? -allowedBelow : -0.03);
});
