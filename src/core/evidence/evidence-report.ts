import { z } from 'zod';
import { policyIds, settingIds, worldIds } from './names.ts';

const share = z.number();
const world = z.enum(worldIds);
const policy = z.enum(policyIds);
const setting = z.enum(settingIds);

/** Mean over the seeds with its 95 % confidence interval (Student's t; low = high = mean when there is one seed). */
const estimate = z.strictObject({ mean: z.number(), low: z.number(), high: z.number() });

/** How one policy did in one world under one limit. Recall and team memory are 0 to 1, averaged over the weeks and weighted. */
const result = z.strictObject({
  setting,
  world,
  policy,
  recall: estimate,
  /** (recall - recall when nothing is sent) / (bound - recall when nothing is sent); 1 cannot be passed but by chance. */
  share: estimate,
  /** Chance that at least two of a team recall a lesson. */
  teamMemory: estimate,
  mailsPerPersonWeek: estimate,
  /** Mean recall of the tenth of people who recall least. */
  worstDecile: estimate,
  /** Share of person-weeks without any e-mail. */
  quietWeeks: estimate,
});

/** No policy can recall more than `recallBound` in this world under this limit, on average over what is random. */
const bound = z.strictObject({
  setting,
  world,
  recallNothing: estimate,
  recallBound: estimate,
  /** Steps of the subgradient method; more can only lower the bound. */
  iterations: z.int(),
});

/** What the planner reaches with how many e-mails: the points between which `savings` are interpolated. */
const frontierPoint = z.strictObject({
  /** The setting whose organisation this is; the e-mails are pooled, at most two a person a week. */
  setting,
  world,
  policy,
  mailsPerPersonWeek: z.number(),
  recall: z.number(),
  teamMemory: z.number(),
});

/** E-mails `policy` needs to reach what `baseline` reaches, as a share of the baseline's e-mails: 0.5 is half. Null: not reached on the frontier. */
const saving = z.strictObject({
  setting,
  world,
  policy,
  baseline: policy,
  measure: z.enum(['recall', 'teamMemory']),
  mails: estimate.nullable(),
});

/** Predicted chance of a right answer against answers given, for lessons met before. Lower is better for both figures. */
const calibration = z.strictObject({
  world,
  answers: z.int(),
  logLoss: z.strictObject({ planner: estimate, movingAverage: estimate }),
  rmseBins: z.strictObject({ planner: estimate, movingAverage: estimate }),
  bins: z.array(z.strictObject({ predicted: share, observed: share, answers: z.int() })),
});

/** The same world and limit with one assumption about people changed. */
const sweep = z.strictObject({
  assumption: z.enum(['read-without-answering', 'leaving-a-month', 'answer-rate']),
  value: z.number(),
  world,
  policy,
  recall: estimate,
  teamMemory: estimate,
  mailsPerPersonWeek: estimate,
});

/** People who unsubscribe the sooner, the more e-mails they get: outside the bound. */
const fatigue = z.strictObject({
  world,
  policy,
  mailsPerPersonWeek: estimate,
  unsubscribed: estimate,
  recall: estimate,
  teamMemory: estimate,
});

/** A goal set before the figures were known. */
const goal = z.strictObject({
  id: z.enum([
    'share-weekly',
    'share-pooled',
    'below-best-baseline',
    'below-best-baseline-pooled',
    'below-best-baseline-monthly',
    'below-best-baseline-pooled-monthly',
    'team-memory-equal-mails',
    'team-memory-half-mails',
    'mails-against-round-robin',
    'mails-against-fsrs-90',
    'calibration',
  ]),
  sentence: z.string(),
  target: z.number(),
  measured: z.number(),
  /** Where the figure was worst, when it spans worlds. */
  world: world.nullable(),
  met: z.boolean(),
});

const organisation = z.strictObject({
  id: z.enum(['roles-and-weights', 'equal-lessons']),
  people: z.int(),
  teams: z.int(),
  lessons: z.int(),
  roles: z.int(),
  answerRates: z.array(z.number()),
  leavingAMonth: z.number(),
  readWithoutAnswering: z.number(),
});

export const evidenceReport = z.strictObject({
  size: z.enum(['full', 'quick']),
  command: z.string(),
  weeks: z.int(),
  /** The worlds are random; each seed is one draw of all people, and the same draw for every policy. */
  seeds: z.array(z.int()),
  organisations: z.array(organisation),
  goals: z.array(goal),
  results: z.array(result),
  bounds: z.array(bound),
  savings: z.array(saving),
  frontier: z.array(frontierPoint),
  calibration: z.array(calibration),
  sweeps: z.array(sweep),
  fatigue: z.array(fatigue),
});

export type EvidenceReport = z.infer<typeof evidenceReport>;
export type Estimate = z.infer<typeof estimate>;
export type PolicyResult = z.infer<typeof result>;
export type Bound = z.infer<typeof bound>;
export type FrontierPoint = z.infer<typeof frontierPoint>;
export type Saving = z.infer<typeof saving>;
export type Calibration = z.infer<typeof calibration>;
export type Sweep = z.infer<typeof sweep>;
export type Fatigue = z.infer<typeof fatigue>;
export type Goal = z.infer<typeof goal>;
