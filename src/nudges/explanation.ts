import { z } from 'zod';

const reasonSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('input'), item: z.string(), input: z.string(), origin: z.string().nullable() }),
  z.object({ kind: z.literal('dependency'), item: z.string(), suppliers: z.number() }),
  z.object({ kind: z.literal('country'), item: z.string(), country: z.string() }),
  z.object({ kind: z.literal('sector'), sector: z.string() }),
  z.object({ kind: z.literal('role'), role: z.string() }),
]);

/** The form in which an explanation lies in the store (planning/world.ts `Explanation`). */
export const explanationSchema = z.object({
  reasons: z.array(reasonSchema),
  teamMemory: z.number(),
  gain: z.number(),
  assignmentId: z.number().nullable(),
});
