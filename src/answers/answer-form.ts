import { z } from 'zod';
import { surenessLevels } from '../memory/recollection.ts';

/** What the answer page posts. */
export const answerFormSchema = z.object({
  choice: z.enum(['a', 'b', 'c', 'd'], 'Choose one of the answers.'),
  sureness: z.enum(surenessLevels, 'Say how sure you are.'),
});

/** The fields of a posted form as plain text; files and repeated fields are left out. */
export async function formFields(request: Request): Promise<Record<string, string>> {
  const form = await request.formData();
  return Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
