import {
  type FieldEvidence,
  type FieldGoal,
  type FieldRow,
  type FieldRuleId,
  type FieldTable,
  type FieldWorldId,
  fieldRuleIds,
  simpleRuleIds,
} from '#core/evidence/field-evidence.ts';
import { round } from '../estimates.ts';
import { type FieldPace, type FieldShape, fieldOrganisation } from './field-organisation.ts';
import type { FieldOutcome } from './field-tally.ts';
import { playField } from './play-field.ts';
import { fieldRules } from './rules/all.ts';
import { fieldWorlds } from './worlds/field-worlds.ts';

/** One world at one pace; every rule meets the same people with the same luck, once for each seed. */
export type FieldJob = {
  kind: 'field';
  world: FieldWorldId;
  pace: FieldPace;
  shape: Omit<FieldShape, 'seed'>;
  seeds: readonly number[];
};

/** How far below the best simple rule the planner may be, in any world, at any pace, in either measure. */
const allowedBelow = 0.005;

type Measure = FieldGoal['measure'];

/** The tables of all jobs, which differ in nothing but world and pace. */
export function fieldEvidenceOf({ shape, seeds }: FieldJob, tables: FieldTable[]): FieldEvidence {
  const { teams, teamSize, lessons, weeks } = shape;
  return {
    command: 'npm run nudge -- simulate --field',
    people: teams * teamSize,
    teams,
    lessons,
    weeks,
    seeds: [...seeds],
    allowedBelow,
    tables,
  };
}

export function runField(job: FieldJob): FieldTable {
  const outcomes = new Map(fieldRuleIds.map((rule) => [rule, meanOf(job, rule)]));
  const of = (rule: FieldRuleId, measure: Measure) => outcomes.get(rule)?.[measure] ?? Number.NaN;
  const shareOf = (rule: FieldRuleId, measure: Measure) =>
    round((of(rule, measure) - of('nothing', measure)) / (of('clairvoyant', measure) - of('nothing', measure)));
  const rows = [...outcomes].map(([rule, outcome]): FieldRow => {
    return { rule, ...outcome, recallShare: shareOf(rule, 'recall'), teamMemoryShare: shareOf(rule, 'teamMemory') };
  });
  const goalIn = (measure: Measure): FieldGoal => {
    const best = simpleRuleIds.reduce((one, other) => (of(other, measure) > of(one, measure) ? other : one));
    const difference = round(of('nodomoto', measure) - of(best, measure));
    return { measure, best, difference, met: difference >= -allowedBelow };
  };
  return { world: job.world, pace: job.pace, rows, goals: [goalIn('teamMemory'), goalIn('recall')] };
}

function meanOf({ world, pace, shape, seeds }: FieldJob, rule: FieldRuleId): FieldOutcome {
  const outcomes = seeds.map((seed) => {
    const organisation = fieldOrganisation({ ...shape, seed });
    return playField({ organisation, fresh: fieldWorlds[world], pace, rule: fieldRules[rule] }, () => {});
  });
  const mean = (measure: keyof FieldOutcome) =>
    round(outcomes.reduce((sum, outcome) => sum + outcome[measure], 0) / outcomes.length);
  return {
    recall: mean('recall'),
    teamMemory: mean('teamMemory'),
    mailsPerPersonWeek: mean('mailsPerPersonWeek'),
    steps: mean('steps'),
  };
}
