import { z } from 'zod';
import { line, slug } from './primitives.ts';
import { roleIds } from './roles.ts';

/** Two cases side by side: what they share is asked first, the rule comes after (Alfieri et al. 2013). */
const comparison = z.strictObject({
  left: slug,
  right: slug,
  shared: z.array(line(220, 20)).min(2, 'name two to four things the cases share').max(4, 'name two to four things'),
  differs: line(280, 30),
});

export const lessonSchema = z.strictObject({
  rule: line(110, 15),
  why: line(520, 80),
  roles: z.array(z.enum(roleIds)).min(1, 'name at least one role'),
  /** What forgetting it may cost: 1 a bad week, 2 a stopped line, 3 a stopped company or harmed people. */
  stake: z.union([z.literal(1), z.literal(2), z.literal(3)], 'give a stake of 1, 2 or 3'),
  step: z.strictObject({
    /** What the step is about, for the subject of a mail. */
    name: line(34, 8),
    action: line(280, 30),
    authority: z.enum(['individual', 'team']),
    minutes: z.number().int().min(5).max(240),
  }),
  comparisons: z.array(comparison).default([]),
  /** A draft is shown on the site as one, and never scheduled. */
  draft: line(160).optional().describe('why it is still a draft'),
});

export type LessonFile = z.infer<typeof lessonSchema>;
