import { z } from 'zod';
import { conditionSchema } from '#core/exposure/condition.ts';
import { line, slug } from './primitives.ts';
import { roleIds } from './roles.ts';

/** Two cases side by side: what they share is asked first, the rule comes after (Alfieri et al. 2013). */
const comparison = z.strictObject({
  left: slug,
  right: slug,
  shared: z.array(line(220, 20)).min(2, 'name two to four things the cases share').max(4, 'name two to four things'),
  differs: line(280, 30),
});

/** One thing to do on Monday, within the daily work of the roles it names. */
const step = z.strictObject({
  roles: z.array(z.enum(roleIds)).min(1, 'name at least one role'),
  /** What the step is about, for the subject of a mail. */
  name: line(34, 8),
  action: line(280, 30),
  authority: z.enum(['individual', 'team']),
  minutes: z.number().int().min(5).max(240),
});

/** How many roles have a step of their own in a lesson at least: a step outside one's work is an order to somebody else. */
const leastRolesWithStep = 4;

const grade = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)], 'grade 0, 1, 2 or 3');

/** How much the lesson is a role's own work: 3 the core of it, 2 a part, 1 good to know, 0 none of it. */
const gradesSchema = z.strictObject({
  buyer: grade,
  planner: grade,
  logistics: grade,
  quality: grade,
  engineering: grade,
  it: grade,
  sales: grade,
  finance: grade,
  legal: grade,
  hr: grade,
} satisfies Record<(typeof roleIds)[number], typeof grade>);

export const lessonSchema = z.strictObject({
  rule: line(110, 15),
  why: line(520, 80),
  grades: gradesSchema,
  /** How widely it applies over all kinds of teams, 0 to 3: `npm run bench -- tailoring` says what readers made of it. */
  reach: z.number().min(0).max(3),
  /** What forgetting it may cost: 1 a bad week, 2 a stopped line, 3 a stopped company or harmed people. */
  stake: z.union([z.literal(1), z.literal(2), z.literal(3)], 'give a stake of 1, 2 or 3'),
  /** Facts of a team's profile that make it matter to the team: each entry that holds counts. */
  when: z.array(conditionSchema).min(1, 'name at least one condition'),
  steps: z
    .array(step)
    .min(1, 'give at least one step')
    .superRefine((steps, context) => {
      const roles = steps.flatMap((entry) => entry.roles);
      const twice = roles.find((role, index) => roles.indexOf(role) !== index);
      if (twice) context.addIssue({ code: 'custom', message: `${twice} stands in two steps; give each role one` });
      if (new Set(roles).size < leastRolesWithStep)
        context.addIssue({ code: 'custom', message: `give steps for at least ${leastRolesWithStep} roles` });
    }),
  comparisons: z.array(comparison).default([]),
  /** A draft is shown on the site as one, and never scheduled. */
  draft: line(160).optional().describe('why it is still a draft'),
});

export type LessonFile = z.infer<typeof lessonSchema>;
