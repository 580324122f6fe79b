import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { readSafeguard, type Safeguard } from './read-safeguards.ts';
import { isSafeguardId } from './safeguard-id.ts';

/** What of a safeguard anybody may read who stands beside the machine: no team, no owner, nobody who did anything. */
export type PublicSafeguard = Pick<Safeguard, 'title' | 'since' | 'caseId' | 'reason'> & {
  retired: { on: string; why: string } | null;
};

/** `null` where none has the id. */
export async function readPublicSafeguard(db: Db, id: string, now: Instant): Promise<PublicSafeguard | null> {
  const found = isSafeguardId(id) ? await readSafeguard(db, id, now) : null;
  if (!found) return null;
  const { title, since, caseId, reason, standing } = found;
  const retired = standing.retired && { on: standing.retired.on, why: standing.retired.why };
  return { title, since, caseId, reason, retired };
}
