import { z } from 'zod';

/** How memory truly works in a world of the field trial; none is of the planner's family. */
export const fieldWorldIds = [
  'performance-equation',
  'multiscale',
  'wickelgren',
  'memory-chain',
  'contextual-fluctuation',
] as const;

export type FieldWorldId = (typeof fieldWorldIds)[number];

/** Rules of the field trial: those that a line of code can follow, the real plan, and one that knows what is true. */
export const simpleRuleIds = [
  'newsletter',
  'round-robin-relevant',
  'fsrs-90',
  'lowest-recall',
  'lowest-recall-weighted',
] as const;

export type SimpleRuleId = (typeof simpleRuleIds)[number];

export const fieldRuleIds = ['nothing', ...simpleRuleIds, 'nodomoto', 'clairvoyant'] as const;

export type FieldRuleId = (typeof fieldRuleIds)[number];

export const fieldPaces = ['weekly', 'monthly'] as const;

export const fieldWorldNames: Record<FieldWorldId, string> = {
  'performance-equation': 'predictive performance equation (Walsh, Gluck et al. 2018)',
  multiscale: 'multiscale context model (Mozer et al. 2009)',
  wickelgren: 'Wickelgren power law (1974)',
  'memory-chain': 'memory chain model (Chessa & Murre 2007)',
  'contextual-fluctuation': 'contextual fluctuation (Mensink & Raaijmakers 1988)',
};

export const fieldRuleNames: Record<FieldRuleId, string> = {
  nothing: 'nothing is sent',
  newsletter: 'newsletter',
  'round-robin-relevant': 'round robin over relevant lessons',
  'fsrs-90': 'FSRS at 90 %',
  'lowest-recall': 'lowest recall',
  'lowest-recall-weighted': 'lowest recall x weight',
  nodomoto: 'Nodomoto',
  clairvoyant: 'clairvoyant, greedy over a quarter',
};

/** How a rule did, averaged over the seeds. Recall and team memory are 0 to 1, averaged over the weeks and weighted by what is true. */
const row = z.strictObject({
  rule: z.enum(fieldRuleIds),
  recall: z.number(),
  /** Chance that at least two of a team recall a lesson. */
  teamMemory: z.number(),
  mailsPerPersonWeek: z.number(),
  /** Share of mails that were about a step. */
  steps: z.number(),
  /** How far from nothing to the clairvoyant: 1 is as far. */
  recallShare: z.number(),
  teamMemoryShare: z.number(),
});

/** The planner less the best simple rule in one measure. */
const goal = z.strictObject({
  measure: z.enum(['teamMemory', 'recall']),
  best: z.enum(simpleRuleIds),
  difference: z.number(),
  met: z.boolean(),
});

const table = z.strictObject({
  world: z.enum(fieldWorldIds),
  pace: z.enum(fieldPaces),
  rows: z.array(row),
  goals: z.array(goal),
});

export const fieldEvidence = z.strictObject({
  command: z.string(),
  people: z.int(),
  teams: z.int(),
  lessons: z.int(),
  weeks: z.int(),
  seeds: z.array(z.int()),
  /** How far below the best simple rule the planner may be. */
  allowedBelow: z.number(),
  tables: z.array(table),
});

export type FieldEvidence = z.infer<typeof fieldEvidence>;
export type FieldTable = z.infer<typeof table>;
export type FieldRow = z.infer<typeof row>;
export type FieldGoal = z.infer<typeof goal>;
