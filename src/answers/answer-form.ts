import { z } from 'zod';
import { surenessLevels } from '../memory/recollection.ts';

/** What the answer page posts. */
export const answerFormSchema = z.object({
  choice: z.enum(['a', 'b', 'c', 'd']),
  sureness: z.enum(surenessLevels),
});

/** What an answer that was not understood lacks. */
export function missingFrom(error: z.ZodError): ('choice' | 'sureness')[] {
  const faulty = error.issues.map((issue) => issue.path[0]);
  return (['choice', 'sureness'] as const).filter((field) => faulty.includes(field));
}
