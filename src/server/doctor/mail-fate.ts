import { AppError } from '#core/errors/app-error.ts';
import type { Db } from '#server/database/open-database.ts';
import { readHeld } from '#server/outbox/settle-held.ts';
import { good, type Verdict } from './finding.ts';

/** Whether it is known of every mail what became of it. */
export async function mailFate(db: Db): Promise<Verdict> {
  const { length: count } = await readHeld(db);
  if (count > 0) throw new AppError('UNKNOWN_MAIL', { count });
  return good();
}
