import { z } from 'zod';
import { surenessLevels } from '../memory/recollection.ts';

/** What the answer page posts. */
export const answerFormSchema = z.object({
  choice: z.enum(['a', 'b', 'c', 'd'], 'Choose one of the answers.'),
  sureness: z.enum(surenessLevels, 'Say how sure you are.'),
});
