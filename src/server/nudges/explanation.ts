import { z } from 'zod';
import { alternatives } from '#core/exposure/exposure.ts';
import { hangsOnKinds } from '#core/exposure/relevance.ts';
import { sharedKinds } from '#core/exposure/weights.ts';
import { paces } from '#core/planning/pace.ts';

const item = z.string();

const factSchema = z.discriminatedUnion('fact', [
  z.object({ fact: z.enum(['stock-short', 'stock-ample']), item, stockDays: z.number(), recoveryDays: z.number() }),
  z.object({ fact: z.literal('stock-bare'), item, stockDays: z.number() }),
  z.object({ fact: z.enum(['foreign', 'licence-country', 'one-country']), item, country: z.string() }),
  z.object({ fact: z.enum(['one-supplier', 'makers-unseen']), item }),
  z.object({ fact: z.literal('suppliers'), item, suppliers: z.number() }),
  z.object({ fact: z.literal('alternative'), item, alternative: z.enum(alternatives) }),
  z.object({ fact: z.literal('recovery-long'), item, recoveryDays: z.number() }),
  z.object({ fact: z.enum(['essential', 'lead', 'leak', 'upheaval']), item }),
  z.object({ fact: z.literal('family'), item, family: z.string() }),
  z.object({ fact: z.literal('one-site'), site: z.string() }),
  z.object({ fact: z.literal('sites'), sites: z.number() }),
  z.object({ fact: z.literal('route'), route: z.string() }),
  z.object({ fact: z.literal('system'), system: z.string() }),
  z.object({ fact: z.literal('sector'), sector: z.string() }),
]);

const reasonSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('input'), item, input: z.string(), origin: z.string().nullable() }),
  z.object({ kind: z.literal('family'), item, family: z.string() }),
  z.object({ kind: z.literal('route'), route: z.string() }),
  z.object({ kind: z.literal('system'), system: z.string() }),
  z.object({
    kind: z.literal('dependency'),
    item,
    // Explanations written before there were others were all of one supplier.
    hangsOn: z.enum(hangsOnKinds).default('one-supplier'),
  }),
  z.object({ kind: z.literal('country'), item, country: z.string() }),
  z.object({ kind: z.literal('condition'), holds: factSchema }),
  z.object({ kind: z.literal('hazard'), hazard: z.string(), site: z.string(), country: z.string() }),
  z.object({ kind: z.literal('sector'), sector: z.string() }),
  z.object({ kind: z.literal('role'), role: z.string() }),
]);

const occasionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('memory') }),
  z.object({ kind: z.literal('assigned'), assignmentId: z.number(), reminded: z.boolean().default(false) }),
  z.object({ kind: z.literal('signal'), signalId: z.number() }),
  z.object({ kind: z.literal('anniversary'), years: z.number() }),
]);

/** The form in which an explanation lies in the store (core/planning/planner-types.ts `Explanation`). */
export const explanationSchema = z
  .object({
    reasons: z.array(reasonSchema),
    counts: z.array(z.object({ of: z.enum([...sharedKinds, 'text', 'reach']), points: z.number() })).default([]),
    score: z.number().default(0),
    occasion: occasionSchema.optional(),
    quietDays: z.number().default(0),
    witnessRatio: z.number().nullable().default(null),
    teamMemory: z.number(),
    gain: z.number(),
    assignmentId: z.number().nullable(),
    slowedTo: z.enum(paces).nullable().default(null),
  })
  .transform(({ occasion, ...rest }) => ({
    ...rest,
    // Before occasions were written down, an assignment was the only one.
    occasion:
      occasion ??
      (rest.assignmentId === null
        ? { kind: 'memory' as const }
        : { kind: 'assigned' as const, assignmentId: rest.assignmentId, reminded: false }),
  }));

/** Reads a stored explanation, of this version or an older one. */
export function readExplanation(stored: string): z.infer<typeof explanationSchema> {
  return explanationSchema.parse(JSON.parse(stored));
}
