import { receiveReport } from './receive-report.ts';
import type { ReportContext } from './report-context.ts';
import type { Mark, ReportMailbox } from './report-mailbox.ts';

/** Reads what lies unread in a mailbox of reports. `passed` are numbers that were marked before, for servers that keep no keywords of ours. */
export async function fetchReports(
  context: ReportContext,
  mailbox: ReportMailbox,
  passed: Set<number>,
  stopping: AbortSignal,
): Promise<void> {
  for (const uid of await mailbox.unread()) {
    if (stopping.aborted) return;
    if (passed.has(uid)) continue;
    const raw = await mailbox.read(uid);
    const mark = raw === null ? null : await markFor(context, raw);
    if (mark === null) continue;
    await mailbox.mark(uid, mark);
    passed.add(uid);
  }
}

/** `null` leaves it for the next minute. */
async function markFor(context: ReportContext, raw: Uint8Array): Promise<Mark | null> {
  const { kind } = await receiveReport(context, raw, { from: null, to: null });
  switch (kind) {
    case 'read':
    case 'auto-reply':
      return 'read';
    case 'letter':
    case 'foreign':
      return 'not-ours';
    case 'unreadable':
      return 'unreadable';
    case 'under-way':
      return null;
  }
}
