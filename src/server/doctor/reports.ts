import { AppError } from '#core/errors/app-error.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { openImapMailbox } from '#server/bounces/imap-mailbox.ts';
import { keptReports } from '#server/bounces/kept-reports.ts';
import { readSilentPeople } from '#server/bounces/silent-people.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import type { Settings } from '#server/settings.ts';
import { good, note, type Verdict } from './finding.ts';

/** How long a mailbox is waited for. */
const patienceMs = 30_000;

/** People named before the rest is only counted. */
const mostNamed = 5;

/** Whether what servers report reaches us, and whether anything of it has to be looked at. */
export async function reportsRead(
  db: Db,
  { bounceImapUrl, dataDir }: Pick<Settings, 'bounceImapUrl' | 'dataDir'>,
  now: Instant,
): Promise<Verdict> {
  if (bounceImapUrl !== null) await mustOpenMailbox(bounceImapUrl);
  await mustBeWanted(db, now);
  const kept = keptReports(dataDir).length;
  return kept === 0
    ? good()
    : note(`${kept} in unread-reports of the data folder say nothing that is known; read them yourself.`);
}

/** Nothing came back of their mail, and nothing was heard of them: that is no proof that it arrives. */
export async function readersHeard(db: Db, now: Instant): Promise<Verdict> {
  const silent = await readSilentPeople(db, 'everybody', now);
  if (silent.length === 0) return good();
  const named = silent.slice(0, mostNamed).map(({ name, team }) => `${name} (${team})`);
  const more = silent.length > mostNamed ? [`${silent.length - mostNamed} more`] : [];
  return note(`perhaps not reached: ${[...named, ...more].join(', ')}. Ask them whether the mail arrives.`);
}

async function mustOpenMailbox(imapUrl: string): Promise<void> {
  try {
    const mailbox = await openImapMailbox(imapUrl, AbortSignal.timeout(patienceMs));
    await mailbox.close();
  } catch (error) {
    throw new AppError('REPORTS_UNREACHABLE', { where: new URL(imapUrl).host }, { cause: error });
  }
}

/** A server that does not want our mail tells nobody but us. */
async function mustBeWanted(db: Db, now: Instant): Promise<void> {
  const refused = await db
    .selectFrom('report')
    .select('reply')
    .where('verdict', '=', 'policy')
    .where('told_at', '>', now - 7 * dayMs)
    .orderBy('told_at', 'desc')
    .execute();
  const [last] = refused;
  if (last) throw new AppError('MAIL_NOT_WANTED', { count: refused.length, reply: last.reply });
}
