import { isTimeOfDay, minutesOf } from './time-of-day.ts';

/**
 * The hours of a day in which no mail comes, over midnight: from `from` in the second half of a day to `to` in the first half of the
 * next. Both at 00:00: none. So every day has one open span round noon, of an hour at least.
 */
export type QuietHours = { from: string; to: string };

export type ParsedQuietHours = { ok: true; quiet: QuietHours } | { ok: false; wrong: string };

export const usualQuietHours: QuietHours = { from: '18:00', to: '07:00' };

const noon = 12 * 60;
const midnight = 24 * 60;

/** Reads quiet hours such as `18:00-07:00`. */
export function parseQuietHours(text: string): ParsedQuietHours {
  const [from = '', to = '', ...more] = text.split('-').map((time) => time.trim());
  if (!isTimeOfDay(from) || !isTimeOfDay(to) || more.length > 0)
    return wrong(`"${text}" is not a span from one time to another`);
  const begins = minutesOf(from) || midnight;
  if (begins < noon || minutesOf(to) > noon) return wrong('Quiet hours begin after noon and end before it');
  if (begins - minutesOf(to) < 60) return wrong('Leave an hour of the day in which mail may come');
  return { ok: true, quiet: { from, to } };
}

function wrong(what: string): ParsedQuietHours {
  return { ok: false, wrong: `${what}. Write them as 18:00-07:00, or 00:00-00:00 for none.` };
}
