import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Eight characters that change when a case's story, questions or mail do: a translation names those it was made from. */
export function caseFingerprint(folder: string, caseId: string): string {
  const files = ['index.mdx', 'questions.yaml', 'mail.yaml'].map((name) => join(folder, 'cases', caseId, name));
  // A file that is missing is a fault of its own, named elsewhere.
  const told = files.map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : ''));
  return createHash('sha256').update(told.join('\n')).digest('hex').slice(0, 8);
}
