import { createHash, randomBytes } from 'node:crypto';
import { receiptBytes, receiptOf } from '#core/reports/receipt.ts';
import type { NewReport } from '#core/reports/report-text.ts';
import type { Language } from '#i18n/languages.ts';
import type { Instant } from '#server/database/schema.ts';
import { byItself, noteStep } from './report-steps.ts';
import { sealStrip } from './seal-strip.ts';
import { type ReportDesk, writeToReporter } from './write-to-reporter.ts';

export type Taken = { ok: true; receipt: string } | { ok: false; reason: 'already-taken' };

/** Only this is stored: whoever reads the store cannot ask as the reporter. */
export function receiptHash(receipt: string): string {
  return createHash('sha256').update(receipt).digest('hex');
}

/**
 * Takes a report in: what was told, and apart from it, sealed, who told it. `key` comes with the form, so that one that is sent twice is taken once.
 * The receipt number is in the answer and nowhere else.
 */
export async function takeReport(
  desk: ReportDesk,
  { strip, text, ...report }: NewReport,
  sent: { key: string; language: Language },
  now: Instant,
): Promise<Taken> {
  const receipt = receiptOf(randomBytes(receiptBytes));
  const withContact = strip.contact.trim() !== '';
  return desk.db.transaction().execute(async (trx): Promise<Taken> => {
    const row = await trx
      .insertInto('near_miss')
      .values({
        ...{ key: sent.key, receipt_hash: receiptHash(receipt), received_at: now, language: sent.language },
        ...{ source_kind: report.sourceKind, told: JSON.stringify(text), label: report.label },
        ...{ with_contact: withContact ? 1 : 0, call_back: report.callBack ? 1 : 0, consent: report.consent ? 1 : 0 },
      })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning(['id', 'key', 'language'])
      .executeTakeFirst();
    if (!row) return { ok: false, reason: 'already-taken' };
    const step = { at: now, by: byItself, outcome: 'done', note: null } as const;
    await noteStep(trx, row.id, { ...step, step: 'received' });
    if (Object.values(strip).some((line) => line !== '')) {
      await trx
        .insertInto('near_miss_strip')
        .values(sealStrip(desk.keys, row.key, strip))
        .execute();
      await noteStep(trx, row.id, { ...step, step: 'strip-split' });
    }
    await writeToReporter({ ...desk, db: trx }, row, 'received', now);
    return { ok: true, receipt };
  });
}
