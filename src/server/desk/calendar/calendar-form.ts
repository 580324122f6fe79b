import { z } from 'zod';
import type { CalendarChange } from './calendar-desk.ts';

const formSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('region'), region: z.string().max(20) }),
  z.object({
    act: z.literal('add'),
    day: z.enum(['closed', 'worked']),
    from: z.string().max(20),
    until: z.string().max(20),
  }),
  z.object({ act: z.literal('take-away'), mark: z.string().max(40) }),
]);

/** The change that a form asks for; `null` for a form that is not ours. */
export function readCalendarForm(fields: Readonly<Record<string, string>>): CalendarChange | null {
  const parsed = formSchema.safeParse(fields);
  return parsed.success ? parsed.data : null;
}
