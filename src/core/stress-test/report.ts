import { z } from 'zod';
import { storedItemSchema } from '../exposure/stored-item.ts';
import { boardStepSchema, itemStepsSchema } from './steps.ts';

/** A stress test as it is read: what was chosen, what was typed, and where it stands. */
export const stressReportSchema = z.object({
  title: z.string(),
  startedOn: z.string(),
  finishedOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  board: boardStepSchema,
  items: z.array(
    z.object({
      place: z.number(),
      /** Null where the team is too small to be named beside its figures. */
      team: z.string().nullable(),
      /** As it stood when the test began. */
      item: storedItemSchema,
      said: itemStepsSchema,
    }),
  ),
});

export type StressReport = z.infer<typeof stressReportSchema>;

/** Items whose supplier did not answer, with the public source that stands for them. Pure. */
export function assumedIn({ items }: Pick<StressReport, 'items'>): { name: string; asked: boolean; source: string }[] {
  return items
    .filter(({ said }) => said.map.answered !== 'yes')
    .map(({ item, said }) => ({ name: item.name, asked: said.map.answered === 'no', source: said.map.source }));
}

/** Items that the house found significantly vulnerable. Pure. */
export function significantIn({ items }: Pick<StressReport, 'items'>): StressReport['items'] {
  return items.filter(({ said }) => said.vulnerability.verdict === 'significant');
}
