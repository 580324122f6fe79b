import { randomUUID } from 'node:crypto';
import type { AccessAct } from '#core/privacy/access-acts.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';

/** Who did what; `teamId` null is no team, or several; `subject` is the address it was about, where it was about one. */
export type Access = { who: string; act: AccessAct; teamId: number | null; subject: string | null };

export type AccessLine = Access & { at: Instant; teamName: string | null };

/** Whoever has the store at hand, and no session: a name of the system's would say more than is needed. */
export const atTheCommandLine = 'the command line';

/** Looking at the same names again within an hour is one look. */
const oneLookMs = 3_600_000;

/** Writes down what somebody did. */
export async function noteAccess(db: Db, { who, act, teamId, subject }: Access, now: Instant): Promise<void> {
  await db.insertInto('access').values({ key: randomUUID(), at: now, who, act, team_id: teamId, subject }).execute();
}

/** Writes down that somebody was shown names, unless they were shown the same lately. */
export async function noteLook(db: Db, who: string, teamId: number | null, now: Instant): Promise<void> {
  const lately = await db
    .selectFrom('access')
    .select('key')
    .where('at', '>', now - oneLookMs)
    .where('who', '=', who)
    .where('act', '=', 'saw-names')
    .where('team_id', teamId === null ? 'is' : '=', teamId)
    .executeTakeFirst();
  if (!lately) await noteAccess(db, { who, act: 'saw-names', teamId, subject: null }, now);
}

/** The newest first, so many from `skip` on, none older than `since`. */
export async function readAccess(
  db: Db,
  { since, skip, most }: { since: Instant; skip: number; most: number },
): Promise<AccessLine[]> {
  const rows = await db
    .selectFrom('access')
    .leftJoin('team', 'team.id', 'access.team_id')
    .selectAll('access')
    .select('team.name as team_name')
    .where('access.at', '>=', since)
    .orderBy('access.at', 'desc')
    .orderBy('access.key')
    .offset(skip)
    .limit(most)
    .execute();
  return rows.map(({ at, who, act, team_id, subject, team_name }) => ({
    at,
    who,
    act,
    teamId: team_id,
    subject,
    teamName: team_name,
  }));
}

/** Forgets what was written down before an instant, and says how much that was. */
export async function cutAccess(db: Db, before: Instant): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('access').where('at', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}
