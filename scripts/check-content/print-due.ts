import type { Catalogue } from '#catalogue/catalogue.ts';
import { dueInMonth } from '#catalogue/queries/due-in-month.ts';
import { UsageError } from '../usage-error.ts';
import { usage } from './usage.ts';

const monthForm = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** What to look at by the end of a month, `2026-12`. */
export function printDue(catalogue: Catalogue, month: string): void {
  if (!monthForm.test(month)) throw new UsageError(`"${month}" is no month: write it as 2026-12.`, usage);
  const due = dueInMonth(catalogue, month);
  for (const { file, why } of due) console.log(`${file}: ${why}.`);
  console.log(due.length === 0 ? `Nothing to look at in ${month}.` : `${due.length} to look at in ${month}.`);
}
