import { z } from 'zod';
import { decisionOutcomes } from '#core/brief/decision.ts';
import { indicatorIds } from '#core/brief/indicator-list.ts';
import { lossBands } from '#core/brief/loss-bands.ts';
import { inputKinds, lacks } from '#core/brief/reading.ts';
import { statuses } from '#core/brief/status.ts';

const number = z.number().nullable();
const text = z.string().nullable();

/** The same in each language, as it was when the brief was made: a library changes, a brief that was kept does not. */
const inEachLanguage = z.object({ en: z.string(), ja: z.string() });

export type InEachLanguage = z.infer<typeof inEachLanguage>;

const input = z.object({
  kind: z.enum(inputKinds),
  name: inEachLanguage,
  ref: text,
  value: number,
  of: number,
  holds: z.boolean().nullable(),
});

const indicator = z.object({
  id: z.enum(indicatorIds),
  value: number,
  beside: number,
  status: z.enum(statuses),
  amber: number,
  red: number,
  inputs: z.array(input),
  lacking: z.array(z.object({ what: z.enum(lacks), names: z.array(z.string()) })),
  /** What the last brief said, or null where it had no figure or there was none. */
  before: z.object({ value: number, status: z.enum(statuses) }).nullable(),
});

const nearCase = z.object({
  caseId: z.string(),
  title: inEachLanguage,
  happened: inEachLanguage,
  same: inEachLanguage,
  cost: inEachLanguage,
});

const decision = z.object({
  ask: z.string(),
  cost: z.string(),
  opportunity: z.string(),
  programmes: z.array(inEachLanguage),
  deadline: text,
  owner: z.string(),
});

const settled = z.object({ ask: z.string(), quarter: z.string(), outcome: z.enum(decisionOutcomes), note: text });

const scenario = z.object({
  name: z.string(),
  trigger: text,
  owner: text,
  daysToLoss: number,
  lossBand: z.enum(lossBands).nullable(),
  rehearsedOn: text,
});

const explain = z.object({ principle: z.number(), state: z.string(), dueOn: text });

/** A brief as it is kept: figures and words, and nobody's name. */
export const briefSchema = z.object({
  quarter: z.string(),
  asOf: z.string(),
  /** The quarter that it is compared with. */
  comparedWith: text,
  /** What somebody wrote; null leaves it to the facts. */
  ownPosition: text,
  indicators: z.array(indicator),
  cases: z.array(nearCase),
  decisions: z.array(decision),
  settled: z.array(settled),
  scenarios: z.array(scenario),
  /** Null where nobody keeps them. */
  explains: z.array(explain).nullable(),
  nearMisses: z.object({ bySource: z.record(z.string(), z.number()), open: z.number() }).nullable(),
  /** Teams whose figures of memory are not counted because they are too small, and how many teams are. */
  teams: z.object({ counted: z.number(), tooSmall: z.number() }),
});

export type Brief = z.infer<typeof briefSchema>;
export type BriefIndicator = z.infer<typeof indicator>;
export type BriefInput = z.infer<typeof input>;
