import type { FieldPace } from './field-organisation.ts';
import type { FieldJob } from './field-report.ts';
import { fieldWorldIds } from './worlds/field-worlds.ts';

const paces: readonly FieldPace[] = ['weekly', 'monthly'];

/** What is played: 96 people for a year. Seeds below a hundred are for what is printed; the planner was tuned on those from 101. */
export const fieldJobs: readonly FieldJob[] = paces.flatMap((pace) =>
  fieldWorldIds.map((world): FieldJob => {
    return {
      kind: 'field',
      world,
      pace,
      shape: { teams: 12, teamSize: 8, lessons: 24, weeks: 52 },
      seeds: [1, 2, 3, 4],
    };
  }),
);
