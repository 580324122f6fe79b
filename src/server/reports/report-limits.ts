import type { Instant } from '#server/database/schema.ts';

/** Counts who asked lately (desk/askers.ts). */
export type AskerCount = {
  take: (asker: string, most: number, now: Instant) => { ok: true } | { ok: false; again: Instant };
};

/** How often in an hour. */
export type ReportLimits = {
  /** Reports from one network: a house may come from one. */
  reports: number;
  /** Letters to one address that somebody typed: nobody’s mailbox is to be filled by a stranger. */
  address: number;
  /** Receipt numbers asked for from one network. */
  receipts: number;
};

export const usualReportLimits: ReportLimits = { reports: 12, address: 3, receipts: 30 };

/** All of a demo stays on one machine, where tests and visitors are one asker. */
export const demoReportLimits: ReportLimits = { reports: 600, address: 600, receipts: 600 };

export type ReportDoor = { askers: AskerCount; limits: ReportLimits };

/** Minutes to wait until another report is taken; `null` when this one is. */
export function minutesToReport(
  { askers, limits }: ReportDoor,
  { network, address }: { network: string; address: string | null },
  now: Instant,
): number | null {
  const turn = askers.take(`report ${network}`, limits.reports, now);
  if (!turn.ok) return minutesUntil(turn.again, now);
  const mail = address === null ? turn : askers.take(`report to ${address}`, limits.address, now);
  return mail.ok ? null : minutesUntil(mail.again, now);
}

/** The same of asking for a receipt number. */
export function minutesToAsk({ askers, limits }: ReportDoor, network: string, now: Instant): number | null {
  const turn = askers.take(`receipt ${network}`, limits.receipts, now);
  return turn.ok ? null : minutesUntil(turn.again, now);
}

function minutesUntil(again: Instant, now: Instant): number {
  return Math.max(1, Math.ceil((again - now) / 60_000));
}
