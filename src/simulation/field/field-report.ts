import { round } from '../estimates.ts';
import { type FieldPace, type FieldShape, fieldOrganisation } from './field-organisation.ts';
import type { FieldRule } from './field-rule.ts';
import type { FieldOutcome } from './field-tally.ts';
import { playField } from './play-field.ts';
import { fieldRules, simpleRules } from './rules/all.ts';
import { clairvoyant } from './rules/clairvoyant.ts';
import { nodomoto } from './rules/nodomoto.ts';
import { nothing } from './rules/simple-rules.ts';
import { type FieldWorldId, fieldWorlds } from './worlds/field-worlds.ts';

/** One world at one pace; every rule meets the same people with the same luck, once for each seed. */
export type FieldJob = {
  kind: 'field';
  world: FieldWorldId;
  pace: FieldPace;
  shape: Omit<FieldShape, 'seed'>;
  seeds: readonly number[];
};

/** What a rule came to, averaged over the seeds, and how far it got from nothing to the clairvoyant: 1 is as far. */
export type FieldRow = FieldOutcome & { rule: string; recallShare: number; teamMemoryShare: number };

/** The planner beside the best simple rule in one measure; the goal is to fall no more than `allowedBelow` short of it. */
export type FieldGoal = { measure: Measure; best: string; difference: number; met: boolean };

export type FieldTable = { world: FieldWorldId; pace: FieldPace; rows: FieldRow[]; goals: FieldGoal[] };

const measures = ['teamMemory', 'recall'] as const;

type Measure = (typeof measures)[number];

export const allowedBelow = 0.005;

export function runField(job: FieldJob): FieldTable {
  const outcomes = new Map(fieldRules.map((rule) => [rule.name, meanOf(job, rule)]));
  const of = ({ name }: FieldRule, measure: Measure) => outcomes.get(name)?.[measure] ?? Number.NaN;
  const shareOf = (rule: FieldRule, measure: Measure) =>
    round((of(rule, measure) - of(nothing, measure)) / (of(clairvoyant, measure) - of(nothing, measure)));
  const rows = fieldRules.flatMap((rule): FieldRow[] => {
    const outcome = outcomes.get(rule.name);
    if (!outcome) return [];
    const shares = { recallShare: shareOf(rule, 'recall'), teamMemoryShare: shareOf(rule, 'teamMemory') };
    return [{ rule: rule.name, ...outcome, ...shares }];
  });
  const goals = measures.map((measure): FieldGoal => {
    const best = simpleRules.reduce((one, other) => (of(other, measure) > of(one, measure) ? other : one));
    const difference = round(of(nodomoto, measure) - of(best, measure));
    return { measure, best: best.name, difference, met: difference >= -allowedBelow };
  });
  return { world: job.world, pace: job.pace, rows, goals };
}

function meanOf({ world, pace, shape, seeds }: FieldJob, rule: FieldRule): FieldOutcome {
  const { fresh } = fieldWorlds[world];
  const outcomes = seeds.map((seed) => {
    const organisation = fieldOrganisation({ ...shape, seed });
    return playField({ organisation, fresh, pace, rule }, () => {});
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
