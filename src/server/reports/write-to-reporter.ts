import { z } from 'zod';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { signToken } from '#server/answers/token.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import type { Keyring } from '#server/keys/keyring.ts';
import { addMessage } from '#server/outbox/outbox.ts';
import type { NearMiss } from './near-miss.ts';
import { type ReporterLetterKind, reporterLetter } from './reporter-letter.ts';
import { openStrip } from './seal-strip.ts';

/** What work on reports needs of the app. */
export type ReportDesk = { db: Db; keys: Keyring; siteUrl: string };

/** A link to one's own report opens it for as long as an editor may need to come to it. */
const linkLifeMs = 180 * dayMs;

/** A letter that could not be delivered in this time is of no use. */
const letterLifeMs = 3 * dayMs;

const mailAddress = z.email().max(254);

/** The address of a contact, where it is one: somebody may leave a telephone number. */
export function mailAddressOf(contact: string): string | null {
  return mailAddress.safeParse(contact.trim().toLowerCase()).data ?? null;
}

/** Puts a letter to the reporter into the outbox; `false` where there is no address. */
export async function writeToReporter(
  { db, keys, siteUrl }: ReportDesk,
  report: Pick<NearMiss, 'id' | 'key' | 'language'>,
  kind: ReporterLetterKind,
  now: Instant,
): Promise<boolean> {
  const row = await db
    .selectFrom('near_miss_strip')
    .selectAll()
    .where('near_miss_key', '=', report.key)
    .executeTakeFirst();
  const address = row && mailAddressOf(openStrip(keys, row)?.contact ?? '');
  if (!address) return false;
  const url = `${siteUrl}/report/mine/${signToken(keys, 'report', report, now + linkLifeMs)}`;
  const messageId = await addMessage(db, {
    purpose: 'near-miss',
    address,
    due_at: now,
    expires_at: now + letterLifeMs,
    created_at: now,
    letter: JSON.stringify(reporterLetter(kind, url, report.language)),
  });
  await db.insertInto('near_miss_letter').values({ message_id: messageId, near_miss_id: report.id }).execute();
  return true;
}
