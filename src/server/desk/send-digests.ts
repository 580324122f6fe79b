import type { Library } from '#catalogue/catalogue.ts';
import { digestDue } from '#core/delivery/digest-day.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import { anyTrainers, isAnyOf } from '#core/privacy/desk-roles.ts';
import type { Language } from '#i18n/languages.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { addMessage } from '#server/outbox/outbox.ts';
import { readWall, type Wall } from '#server/walls/read-wall.ts';
import { readAssignments, readLate } from './assignment-list.ts';
import { type DigestNews, digestLetter } from './digest-letter.ts';
import { readAccessOf, scopeOn } from './roles/desk-access.ts';
import { idsOf, type TeamScope } from './team-scope.ts';

/** What sending digests needs of the app. */
export type DigestDesk = { db: Db; library: Library; trainers: readonly string[]; siteUrl: string };

/** A digest of last week is of no use. */
const letterLifeMs = 2 * dayMs;

/** Somebody is told once that others became late, in the week in which they did. */
const weekDays = 7;

/** Writes the digests that are due, and returns how many: none where nothing moved. Whoever is no trainer any more gets none. */
export async function sendDigests(desk: DigestDesk, now: Instant): Promise<number> {
  const { db, trainers } = desk;
  const wishes = await db.selectFrom('digest_wish').selectAll().where('weekday', '>', 0).execute();
  let sent = 0;
  for (const wish of wishes) {
    const trained = await trainedBy(db, trainers, wish.email);
    if (trained === null) continue;
    const { scope, wall } = trained;
    const today = digestDue({ weekday: wish.weekday, sentOn: wish.sent_on }, await zoneOf(wall.db, scope), now);
    if (today === null || !(await claim(db, wish.email, wish.sent_on, today))) continue;
    const news = await readNews({ ...desk, db: wall.db }, wish.language, scope, wish.looked_at, now);
    if (!hasMoved(news, wish.looked_at)) continue;
    const offUrl = `${desk.siteUrl}/u/digest/${wish.key}`;
    const letter = digestLetter(news, wish.language, { siteUrl: desk.siteUrl, offUrl });
    await db.transaction().execute(async (trx) => {
      await trx.updateTable('digest_wish').set({ looked_at: now }).where('email', '=', wish.email).execute();
      await addMessage(trx, {
        purpose: 'digest',
        address: wish.email,
        due_at: now,
        expires_at: now + letterLifeMs,
        created_at: now,
        letter: JSON.stringify({ ...letter, unsubscribeUrl: offUrl }),
      });
    });
    sent += 1;
  }
  return sent;
}

/** The teams somebody trains, and the store as their side sees it; `null` where they are no trainer any more. */
async function trainedBy(
  db: Db,
  trainers: readonly string[],
  email: string,
): Promise<{ scope: TeamScope; wall: Wall } | null> {
  const access = await readAccessOf(db, trainers, email);
  if (!access || !isAnyOf(access.standings, anyTrainers)) return null;
  return { scope: scopeOn(access, false), wall: await readWall(db, access.side) };
}

/** Whether this process is the one to write it: of several on one store, one does. */
async function claim(db: Db, email: string, before: string | null, today: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('digest_wish')
    .set({ sent_on: today })
    .where('email', '=', email)
    .where('sent_on', before === null ? 'is' : '=', before)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The clock of their first team: nobody knows where a trainer is. */
async function zoneOf(db: Db, scope: TeamScope): Promise<string> {
  const team = await db
    .selectFrom('team')
    .select('zone')
    .$if(scope !== 'house', (query) => query.where('id', 'in', [...idsOf(scope)]))
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return team?.zone ?? 'Etc/UTC';
}

async function readNews(
  { db, library }: DigestDesk,
  language: Language,
  scope: TeamScope,
  since: Instant,
  now: Instant,
): Promise<DigestNews> {
  const catalogue = library[language];
  const today = localDate(now, 'Etc/UTC');
  const inAWeek = today.add({ days: weekDays }).toString();
  const running = await readAssignments(db, catalogue, scope, { view: 'running', page: 1 }, now);
  const answered = await db
    .selectFrom('answer')
    .innerJoin('nudge', 'nudge.id', 'answer.nudge_id')
    .innerJoin('assignment', 'assignment.id', 'nudge.assignment_id')
    .select(['nudge.assignment_id', 'nudge.person_id', 'nudge.lesson_id'])
    .distinct()
    .where('answer.answered_at', '>', since)
    .$if(scope !== 'house', (query) => query.where('assignment.team_id', 'in', [...idsOf(scope)]))
    .execute();
  return {
    answered: answered.length,
    assignments: new Set(answered.map(({ assignment_id }) => assignment_id)).size,
    late: await readLate(db, catalogue, scope, now),
    ends: running.lines.filter(({ assignment, done, people }) => assignment.due_on <= inAWeek && done < people),
  };
}

/** Something was answered, ends, or became late since: that the same people are still late is no news. */
function hasMoved({ answered, late, ends }: DigestNews, since: Instant): boolean {
  const sinceDay = localDate(since - dayMs, 'Etc/UTC').toString();
  return answered > 0 || ends.length > 0 || late.some(({ assignment }) => assignment.due_on >= sinceDay);
}
