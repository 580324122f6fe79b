import { type IndicatorId, indicatorOf } from '#core/brief/indicator-list.ts';
import { type ThresholdsOf, usualThresholds } from '#core/brief/read-indicators.ts';
import { type Thresholds, thresholdFault } from '#core/brief/status.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';

/** The thresholds in force: those of the house, and ours where it set none. */
export async function readThresholds(db: Db): Promise<ThresholdsOf> {
  const rows = await db.selectFrom('brief_threshold').selectAll().execute();
  const own = new Map<IndicatorId, Thresholds>(rows.map(({ indicator, amber, red }) => [indicator, { amber, red }]));
  return (id) => own.get(id) ?? usualThresholds(id);
}

/** *not-a-number*: neither a number nor empty, which is none. */
export type ThresholdFault = 'not-a-number' | 'red-before-amber';

/** Thresholds as they are typed: shares in per cent, and empty for none. */
export function typedThresholds(
  id: IndicatorId,
  typed: { amber: string; red: string },
): { ok: true; thresholds: Thresholds } | { ok: false; reason: ThresholdFault } {
  const { unit, worse } = indicatorOf(id);
  const [amber, red] = [numberIn(typed.amber, unit === 'share'), numberIn(typed.red, unit === 'share')];
  if (amber === undefined || red === undefined) return { ok: false, reason: 'not-a-number' };
  const fault = thresholdFault({ amber, red }, worse);
  return fault ? { ok: false, reason: fault } : { ok: true, thresholds: { amber, red } };
}

/** `null` is none, `undefined` no number. */
function numberIn(text: string, isPerCent: boolean): number | null | undefined {
  const trimmed = text.trim().replace(/\s*%$/, '').replace('−', '-');
  if (trimmed === '') return null;
  if (!/^-?\d{1,4}([.,]\d{1,2})?$/.test(trimmed)) return undefined;
  const value = Number(trimmed.replace(',', '.'));
  return isPerCent ? value / 100 : value;
}

export async function keepThresholds(db: Db, indicator: IndicatorId, set: Thresholds, now: Instant): Promise<void> {
  const values = { ...set, changed_at: now };
  await db
    .insertInto('brief_threshold')
    .values({ indicator, ...values })
    .onConflict((conflict) => conflict.column('indicator').doUpdateSet(values))
    .execute();
}
