import { z } from 'zod';

/**
 * The steps of a stress test, after Article 24 of the EU's Critical Raw Materials Act (Regulation 2024/1252): map where it is extracted, processed and
 * recycled; analyse what could affect supply; assess vulnerability; mitigate where it is significant; report to the board.
 */
export const stepIds = ['map', 'factors', 'vulnerability', 'mitigate', 'board'] as const;

export type StepId = (typeof stepIds)[number];

/** The steps that are taken item by item. */
export const itemStepIds = ['map', 'factors', 'vulnerability', 'mitigate'] as const;

export type ItemStepId = (typeof itemStepIds)[number];

export const supplierAnswers = ['yes', 'no', 'not-asked'] as const;

export const supplyFactors = [
  'export-control',
  'conflict',
  'regulation',
  'natural',
  'accident',
  'logistics',
  'supplier-failure',
  'demand-surge',
  'cyber',
  'labour',
] as const;

export const verdicts = ['significant', 'not-significant'] as const;

export const measures = [
  'diversify',
  'substitute',
  'stock',
  'recycle',
  'joint-purchase',
  'redesign',
  'accept',
] as const;

/** Longer than anybody reads in a report of two pages. */
const text = z.string().trim().max(400);
const line = z.string().trim().max(120);
/** Not said is empty, in every field. */
const choice = <Word extends string>(words: readonly Word[]) => z.union([z.enum(words), z.literal('')]);

/** What was typed of one item, step by step. */
export const itemStepsSchema = z.object({
  map: z.object({
    mined: line,
    processed: line,
    recycled: line,
    answered: choice(supplierAnswers),
    /** Where the figures come from when the supplier did not answer. */
    source: line,
  }),
  factors: z.object({ which: z.array(z.enum(supplyFactors)), why: text }),
  vulnerability: z.object({ verdict: choice(verdicts), why: text }),
  mitigate: z.object({
    which: z.array(z.enum(measures)),
    what: text,
    /** A function of the house, never a name. */
    owner: line,
    by: z.union([z.iso.date(), z.literal('')]),
    cost: line,
    opportunity: line,
  }),
});

export type ItemSteps = z.infer<typeof itemStepsSchema>;

export const boardStepSchema = z.object({
  position: text,
  decision: text,
  /** A function of the house, never a name. */
  prepared: line,
});

export type BoardStep = z.infer<typeof boardStepSchema>;

export const nothingOnBoard: BoardStep = { position: '', decision: '', prepared: '' };
