import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import type { OpenNudge } from './open-nudge.ts';

/** What a link may do to how its reader gets mail: change it, only end a pause, or nothing, since old mail is forwarded and found by others. */
export type LinkPower = 'change' | 'resume' | 'show';

/** The slowest pace brings another mail four weeks after the last, whose question was open for one; then there is another link. */
const newestChangesMs = 35 * dayMs;

/**
 * While its question is open a link may do everything. Afterwards that of the newest mail may for a while, so that everybody has one that does; and it may end
 * a pause however old it is, since a pause is why no newer mail came.
 */
export async function linkPower(
  db: Db,
  { nudge, closed }: Pick<OpenNudge, 'nudge' | 'closed'>,
  now: Instant,
): Promise<LinkPower> {
  if (!closed) return 'change';
  const newer = await db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .select('nudge.id')
    .where('nudge.person_id', '=', nudge.person_id)
    .where('nudge.id', '>', nudge.id)
    .where('message.state', 'in', ['accepted', 'sending', 'unknown'])
    .limit(1)
    .executeTakeFirst();
  if (newer) return 'show';
  return now < nudge.closes_at + newestChangesMs ? 'change' : 'resume';
}
