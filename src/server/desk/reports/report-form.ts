import { cleaned } from '#catalogue/pieces/typed.ts';
import type { StepOutcome } from '#core/reports/report-steps.ts';
import { type DeidentifiedText, longestAnswer, longestStripLine } from '#core/reports/report-text.ts';
import type { Instant } from '#server/database/schema.ts';
import type { ReportsDesk, StepDone } from './reports-desk.ts';

/** What a page of the desk did with a posted form: which notice to show, or why it was refused. */
export type ReportActed =
  | { ok: true; notice: 'saved' | 'asked' | 'not-asked' | 'told' | 'closed' | 'drafted' }
  | Exclude<StepDone, { ok: true }>;

const outcomes = {
  triage: ['urgent', 'can-wait'],
  'refuse-check': ['clean'],
  'call-back': ['reached', 'not-reached', 'not-wanted'],
} as const satisfies Record<string, readonly StepOutcome[]>;

/** The words that may be told, as they were typed. */
export function wordsIn(fields: Readonly<Record<string, string>>, cleared: readonly string[]): DeidentifiedText {
  const told = (name: string, most: number) => cleaned(fields[name] ?? '').slice(0, most);
  return {
    title: told('title', longestStripLine),
    happened: told('happened', longestAnswer),
    nearly: told('nearly', longestAnswer),
    noticed: told('noticed', longestAnswer),
    changed: told('changed', longestAnswer),
    monday: told('monday', longestAnswer),
    cleared: [...cleared],
  };
}

/** Does what a form of a report's page asks for; `null` for what is no act of it. */
export async function actOnReport(
  desk: ReportsDesk,
  id: number,
  posted: { fields: Readonly<Record<string, string>>; cleared: readonly string[] },
  now: Instant,
): Promise<ReportActed | null> {
  const { fields } = posted;
  const saved = async (
    step: Promise<StepDone>,
    notice: 'saved' | 'told' | 'closed' | 'drafted' = 'saved',
  ): Promise<ReportActed> => {
    const outcome = await step;
    return outcome.ok ? { ok: true, notice } : outcome;
  };
  switch (fields['act']) {
    case 'triage':
    case 'refuse-check':
    case 'call-back': {
      const step = fields['act'];
      const outcome = outcomes[step].find((name) => name === fields['outcome']);
      return outcome ? saved(desk.take(id, { step, outcome }, now)) : null;
    }
    case 'words':
      return saved(desk.write(id, wordsIn(fields, posted.cleared), now));
    case 'draft':
      return saved(desk.draft(id, now), 'drafted');
    case 'read': {
      const tried = { version: Number(fields['version']) || 0, couldName: fields['outcome'] === 'could-name' };
      return saved(desk.read(id, { ...tried, how: fields['how'] ?? '' }, now));
    }
    case 'ask':
      return { ok: true, notice: (await desk.askReporter(id, now)) ? 'asked' : 'not-asked' };
    case 'tell':
      return saved(desk.tellBack(id, (fields['said'] ?? '').slice(0, longestAnswer), now), 'told');
    case 'close':
      return saved(desk.close(id, now), 'closed');
    default:
      return null;
  }
}
