import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

export const verdicts = ['met', 'not applicable', 'missed'] as const;

export type Verdict = (typeof verdicts)[number];

const requirementSchema = z.strictObject({
  id: z.string().regex(/^\d+\.\d+\.\d+$/),
  level: z.union([z.literal(1), z.literal(2)]),
  /** In our own few words. */
  asks: z.string().min(3),
  verdict: z.enum(verdicts),
  /** How it is met, why it does not apply, or why it is missed. */
  because: z.string().min(3),
  files: z.array(z.string()).default([]),
  tests: z.array(z.string().regex(/\.(test|e2e)\.ts$/)).default([]),
});

export type Requirement = z.infer<typeof requirementSchema>;

/** Every requirement of levels 1 and 2, in the order of the standard. @throws ZodError when the file is not in form. */
export function readAsvs(): Requirement[] {
  return z.array(requirementSchema).parse(parse(readFileSync('scripts/security/asvs.yaml', 'utf8')));
}
