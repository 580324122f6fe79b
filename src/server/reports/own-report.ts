import { readReceipt } from '#core/reports/receipt.ts';
import { readToken } from '#server/answers/token.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import type { Keyring } from '#server/keys/keyring.ts';
import { type NearMiss, nearMissOf, readNearMiss } from './near-miss.ts';
import { byReporter, noteStep } from './report-steps.ts';
import { receiptHash } from './take-report.ts';

/** The report of a receipt number; `null` for any other number, and for what is none: nobody learns which. */
export async function reportOfReceipt(db: Db, typed: string): Promise<NearMiss | null> {
  const receipt = readReceipt(typed) ?? '';
  const row = await db
    .selectFrom('near_miss')
    .selectAll()
    .where('receipt_hash', '=', receiptHash(receipt))
    .executeTakeFirst();
  return row ? nearMissOf(row) : null;
}

/** The report that a link in a mail to its reporter opens. */
export async function reportOfLink(db: Db, keys: Keyring, token: string, now: Instant): Promise<NearMiss | null> {
  const read = await readToken(keys, 'report', token, now, async (id) => {
    const row = await db.selectFrom('near_miss').select('key').where('id', '=', id).executeTakeFirst();
    return row?.key;
  });
  return read.ok && !read.expired ? readNearMiss(db, read.id) : null;
}

/** What a reporter may say on the page of their report. `agree` is to one version, as it stood on the page. */
export type ReportersWord =
  | { act: 'agree'; version: number; isClear: boolean }
  | { act: 'change'; wish: string }
  | { act: 'withdraw' };

export type WordTaken = { ok: true } | { ok: false; reason: 'closed' | 'changed-meanwhile' | 'not-clear' | 'no-wish' };

const longestWish = 2000;

/** Takes what a reporter says. Only she widens the label, and only to what she agreed to. */
export async function takeReportersWord(
  db: Db,
  report: NearMiss,
  word: ReportersWord,
  now: Instant,
): Promise<WordTaken> {
  if (report.isClosed) return { ok: false, reason: 'closed' };
  switch (word.act) {
    case 'agree':
      return agree(db, report, word, now);
    case 'change':
      return askForChange(db, report, word.wish.trim().slice(0, longestWish), now);
    case 'withdraw':
      return withdrawConsent(db, report, now);
  }
}

async function agree(
  db: Db,
  { id, text }: NearMiss,
  { version, isClear }: { version: number; isClear: boolean },
  now: Instant,
): Promise<WordTaken> {
  if (!isClear) return { ok: false, reason: 'not-clear' };
  return db.transaction().execute(async (trx): Promise<WordTaken> => {
    const agreed = await trx
      .updateTable('near_miss')
      .set({ label: 'clear', consent: 1, agreed_version: version })
      .where('id', '=', id)
      .where('version', '=', version)
      .where('closed_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!agreed || text === null) return { ok: false, reason: 'changed-meanwhile' };
    await noteStep(trx, id, { step: 'reporter-agrees', at: now, by: byReporter, outcome: 'agreed', note: null });
    return { ok: true };
  });
}

async function askForChange(db: Db, { id }: NearMiss, wish: string, now: Instant): Promise<WordTaken> {
  if (wish === '') return { ok: false, reason: 'no-wish' };
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('near_miss').set({ agreed_version: null }).where('id', '=', id).execute();
    const step = { step: 'reporter-agrees', at: now, by: byReporter, outcome: 'asked-for-change' } as const;
    await noteStep(trx, id, { ...step, note: wish });
  });
  return { ok: true };
}

/** Nothing of it is published from now on; what is out already an editor has to take back. */
async function withdrawConsent(db: Db, { id }: NearMiss, now: Instant): Promise<WordTaken> {
  await db.transaction().execute(async (trx) => {
    const none = { label: 'amber', consent: 0, agreed_version: null } as const;
    await trx.updateTable('near_miss').set(none).where('id', '=', id).execute();
    const step = { step: 'reporter-agrees', at: now, by: byReporter, outcome: 'not-wanted' } as const;
    await noteStep(trx, id, { ...step, note: null });
  });
  return { ok: true };
}
