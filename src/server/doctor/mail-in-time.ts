import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { sayInstant } from '#server/log/say-instant.ts';
import { abandonedMail, overdueMail } from '#server/outbox/waiting-mail.ts';
import { counted, good, note, type Verdict, wrong } from './finding.ts';

/** A morning of many people goes out within it; whatever waits longer waits for somebody. */
const patienceMs = 3_600_000;

/** A sender that is alive takes back within a minute what another has left. */
const graceMs = 5 * 60_000;

/** Whether mail goes out when it is due, and none lies where a sender left it. */
export async function mailInTime(db: Db, now: Instant): Promise<Verdict> {
  const overdue = await overdueMail(db, now - patienceMs, now);
  if (overdue)
    return wrong(
      `${counted(overdue.count, 'mail')} that should have gone ${overdue.count === 1 ? 'waits' : 'wait'}, the oldest since ${sayInstant(overdue.since)}. If nobody plans and sends (see below), start Nodomoto; if mail is held back, mend that; otherwise the log says why. Each goes at the next hour at which its reader may be mailed.`,
    );
  const abandoned = await abandonedMail(db, now - graceMs);
  if (abandoned)
    return note(
      `${counted(abandoned.count, 'mail')} under way ${abandoned.count === 1 ? 'was' : 'were'} left by a sender that stopped, since ${sayInstant(abandoned.since)}. The next round takes them up: start Nodomoto, or npm run nudge -- send.`,
    );
  return good();
}
