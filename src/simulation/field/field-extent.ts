import { fieldPaces, fieldWorldIds } from '#core/evidence/field-evidence.ts';
import type { FieldJob } from './field-report.ts';

/** What is played: 96 people for a year. Seeds below a hundred are for what is printed; the planner was tuned on those from 101. */
const common = {
  kind: 'field',
  shape: { teams: 12, teamSize: 8, lessons: 24, weeks: 52 },
  seeds: [1, 2, 3, 4],
} as const;

export const fieldJobs = fieldPaces.flatMap((pace) =>
  fieldWorldIds.map((world): FieldJob & typeof common => ({ ...common, world, pace })),
);

/** Any of the jobs stands for what they have in common. */
export const fieldSize: FieldJob = { ...common, world: 'multiscale', pace: 'weekly' };
