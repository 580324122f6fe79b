import { oneLine } from './draft.ts';
import { namesIn } from './names-in.ts';

/** The form that lets a safeguard go, as it was posted. `read` is the tick. */
export type Retirement = { read: string; why: string };

export type RetirementFault = 'not-read' | 'no-why' | 'short-why' | 'long' | 'names-somebody';

export type RetirementFaults = Partial<Record<keyof Retirement, RetirementFault>>;

/** Fewer letters than this are no reason: "not needed" is what everybody says. */
const shortestWhy = 15;

export const longestWhy = 240;

/** Nothing goes before its reason was read and somebody said why it may go: the sentence stands beside the machine afterwards. */
export function readRetirement(
  { read, why }: Retirement,
  names: readonly string[],
): { ok: true; why: string } | { ok: false; faults: RetirementFaults } {
  const said = oneLine(why);
  const faults: RetirementFaults = {};
  if (read !== 'yes') faults.read = 'not-read';
  if (said === '') faults.why = 'no-why';
  else if ([...said].length < shortest(said)) faults.why = 'short-why';
  else if ([...said].length > longestWhy) faults.why = 'long';
  else if (namesIn(said, names).length > 0) faults.why = 'names-somebody';
  return Object.keys(faults).length > 0 ? { ok: false, faults } : { ok: true, why: said };
}

/** A Japanese or Chinese sentence says as much in half the letters. */
function shortest(said: string): number {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(said)
    ? Math.ceil(shortestWhy / 2)
    : shortestWhy;
}
