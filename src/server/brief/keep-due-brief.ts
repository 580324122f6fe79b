import { firstDayOf, isOver, type Quarter, quarterBefore, quarterOf, quarterText } from '#core/brief/quarter.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { nextMorning } from '#core/planning/calendar/planning-day.ts';
import { firstLanguage, type Language } from '#i18n/languages.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { houseWorkTime } from '#server/nudges/house-work-time.ts';
import { addMessage } from '#server/outbox/outbox.ts';
import type { Brief } from './brief.ts';
import { briefLetter } from './drawn/brief-letter.ts';
import { houseCalendar } from './house-clock.ts';
import { type BriefMaker, makeBrief } from './make-brief.ts';
import { keepBrief } from './snapshots.ts';
import { tellBrief } from './told/told-brief.ts';

/** After so many days the figures are no longer those of the quarter that ended: better none is kept than a wrong one. */
const lateDays = 14;

/** A director who was away for two weeks finds the brief on the desk. */
const letterLifeMs = 14 * dayMs;

export type BriefHouse = BriefMaker & { siteUrl: string };

/**
 * Keeps the last brief of the quarter that has just ended, once, and writes to each executive that it is there, in the first morning of the house. In
 * one transaction, so that of several processes one does both. `null` where nothing is due.
 */
export async function keepDueBrief(
  house: BriefHouse,
  now: Instant,
): Promise<{ quarter: string; letters: number } | null> {
  const quarter = await dueQuarter(house.db, now);
  if (!quarter) return null;
  const brief = await makeBrief(house, quarter, now);
  const letters = await house.db.transaction().execute(async (trx) => {
    if (!(await keepBrief(trx, brief, now))) return null;
    return writeLetters(trx, house, brief, now);
  });
  return letters === null ? null : { quarter: quarterText(quarter), letters };
}

/** The quarter before today's, while it is not long over, has no last brief, and the house was here in it. */
async function dueQuarter(db: Db, now: Instant): Promise<Quarter | null> {
  const { today, beginOf } = await houseCalendar(db, now);
  const running = quarterOf(today);
  const quarter = quarterBefore(running);
  const tooLate = Temporal.PlainDate.from(firstDayOf(running)).add({ days: lateDays }).toString();
  if (today >= tooLate || !isOver(quarter, today)) return null;
  const kept = await db
    .selectFrom('brief_snapshot')
    .select('id')
    .where('id', '=', quarterText(quarter))
    .executeTakeFirst();
  if (kept) return null;
  const team = await db
    .selectFrom('team')
    .select('id')
    .where('created_at', '<', beginOf(firstDayOf(running)))
    .limit(1)
    .executeTakeFirst();
  return team ? quarter : null;
}

async function writeLetters(db: Db, { siteUrl }: BriefHouse, brief: Brief, now: Instant): Promise<number> {
  const workTime = await houseWorkTime(db);
  const dueAt = workTime ? nextMorning(now, workTime).dueAt : now;
  const executives = await db
    .selectFrom('desk_role')
    .leftJoin('digest_wish', 'digest_wish.email', 'desk_role.email')
    .select(['desk_role.email', 'digest_wish.language'])
    .where('desk_role.role', '=', 'executive')
    .orderBy('desk_role.email')
    .execute();
  for (const { email, language } of executives)
    await addMessage(db, {
      purpose: 'brief',
      address: email,
      due_at: dueAt,
      expires_at: dueAt + letterLifeMs,
      created_at: now,
      letter: JSON.stringify(letterIn(brief, language ?? firstLanguage, siteUrl)),
    });
  return executives.length;
}

function letterIn(brief: Brief, language: Language, siteUrl: string) {
  return briefLetter(tellBrief(brief, language, { kept: brief.asOf }), brief.quarter, siteUrl);
}
