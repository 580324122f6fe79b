import { dayMs } from '#core/memory/forgetting-curve.ts';
import { sourceKinds } from '#core/reports/source-kinds.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { addMessage } from '#server/outbox/outbox.ts';
import { readPublishedTyped } from '#server/pieces/piece-store.ts';
import { readReportCounts } from '#server/reports/report-counts.ts';
import { readAccessOf } from '../roles/desk-access.ts';
import { type MonthOfReports, reportDigestLetter } from './report-digest-letter.ts';

type DigestDesk = { db: Db; trainers: readonly string[]; siteUrl: string };

const letterLifeMs = 3 * dayMs;

/** From this hour (UTC) of the first weekday of a month the month before is told. */
const firstHour = 7;

/** Writes the digests of last month’s near misses that are due, and returns how many: none where nothing was reported. Whoever has no role on the desk any more gets none. */
export async function sendReportDigests({ db, trainers, siteUrl }: DigestDesk, now: Instant): Promise<number> {
  const month = monthToTell(now);
  if (month === null) return 0;
  const wishes = await db
    .selectFrom('near_miss_digest')
    .selectAll()
    .where((eb) => eb.or([eb('month_sent', 'is', null), eb('month_sent', '<', month.name)]))
    .execute();
  if (wishes.length === 0) return 0;
  const told = await readMonth(db, month);
  const isQuiet = sourceKinds.every((kind) => told.counts.bySource[kind] === 0) && told.cases.length === 0;
  let sent = 0;
  for (const { email, language, key, month_sent } of wishes) {
    if (!(await readAccessOf(db, trainers, email)) || !(await claim(db, email, month_sent, month.name)) || isQuiet)
      continue;
    const offUrl = `${siteUrl}/u/near-misses/${key}`;
    const letter = reportDigestLetter(told, language, { siteUrl, offUrl });
    await addMessage(db, {
      ...{ purpose: 'near-miss-digest', address: email, due_at: now, expires_at: now + letterLifeMs, created_at: now },
      letter: JSON.stringify({ ...letter, unsubscribeUrl: offUrl }),
    });
    sent += 1;
  }
  return sent;
}

type Month = { name: string; from: Instant; until: Instant };

/** The month before, from the morning of this month’s first weekday on; `null` before. */
function monthToTell(now: Instant): Month | null {
  const today = new Date(now);
  const until = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 1);
  const weekday = new Date(until).getUTCDay();
  const firstWorkday = until + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0) * dayMs;
  if (now < firstWorkday + firstHour * 3_600_000) return null;
  const from = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1, 1);
  return { name: new Date(from).toISOString().slice(0, 7), from, until };
}

/** Whether this process is the one to write it: of several on one store, one does. */
async function claim(db: Db, email: string, before: string | null, month: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('near_miss_digest')
    .set({ month_sent: month })
    .where('email', '=', email)
    .where('month_sent', before === null ? 'is' : '=', before)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function readMonth(db: Db, { name, from, until }: Month): Promise<MonthOfReports> {
  const pieces = await db
    .selectFrom('near_miss_publication')
    .innerJoin('near_miss', 'near_miss.id', 'near_miss_publication.near_miss_id')
    .select('near_miss.piece_id')
    .distinct()
    .where('published_at', '>=', from)
    .where('published_at', '<', until)
    .execute();
  const titles = pieces.map(async ({ piece_id }) => (await readPublishedTyped(db, piece_id ?? ''))?.['title'] ?? '');
  const cases = (await Promise.all(titles)).filter((title) => title !== '');
  return { month: name, counts: await readReportCounts(db, from, until), cases };
}
