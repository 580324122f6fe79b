import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

export const verdicts = ['met', 'not applicable', 'missed'] as const;

export type Verdict = (typeof verdicts)[number];

/** Parts of the product that a row may wait for. */
const waitedFor = ['http', 'contention', 'overview', 'desk-privacy', 'data-life', 'doors'] as const;

const requirementSchema = z.strictObject({
  id: z.string().regex(/^\d+\.\d+\.\d+$/),
  level: z.union([z.literal(1), z.literal(2)]),
  /** In our own few words. */
  asks: z.string().min(3),
  verdict: z.enum(verdicts),
  /** How it is met, why it does not apply, or why it is missed. Empty while the part that it waits for has not told. */
  because: z.string(),
  files: z.array(z.string()).default([]),
  tests: z.array(z.string().regex(/\.(test|e2e)\.ts$/)).default([]),
  waits: z.enum(waitedFor).optional(),
});

export type Requirement = z.infer<typeof requirementSchema>;

/** Every requirement of levels 1 and 2, in the order of the standard. @throws ZodError when the file is not in form. */
export function readAsvs(): Requirement[] {
  return z.array(requirementSchema).parse(parse(readFileSync('scripts/security/asvs.yaml', 'utf8')));
}
