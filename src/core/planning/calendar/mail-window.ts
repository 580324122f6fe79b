import { runsOverMidnight } from './chosen-times.ts';
import { shiftOn } from './shift-pattern.ts';
import type { WorkTime } from './work-time.ts';
import { instantAt } from './zone-clock.ts';

/** When mail of one working day may leave, as epoch milliseconds: due at `from`, of no more use at `until`. */
export type MailWindow = { from: number; until: number };

/** After this local time a morning's mail is no longer worth sending that day. */
const endOfMorningMail = '16:00';

/** Mail that is wished for late in the day is worth sending this long after. */
const twoHours = 2 * 3_600_000;

/** When the mail of a working day comes, as epoch milliseconds. See `mailWindow`. */
export function mailInstant(day: Temporal.PlainDate, workTime: WorkTime): number {
  return mailWindow(day, workTime).from;
}

/**
 * The window of a working day lies outside the quiet hours, and so within the local day, or for a night shift, whose whole clock is twelve
 * hours late, from noon to noon. Mail comes at its wished time. Where that is quiet, or a clock change moves it into the quiet hours, it
 * comes when the day's open hours begin. Hours that the reader chose stand in place of all that, as the clock on their wall shows them. A time that a clock change skips moves later, one that occurs twice is taken at its first.
 */
export function mailWindow(day: Temporal.PlainDate, workTime: WorkTime): MailWindow {
  const clock = clockOf(day, workTime);
  const { opens, closes } = openHours(day, workTime, clock);
  const wished = clock(workTime.at);
  const from = opens <= wished && wished < closes ? wished : opens;
  const until = Math.min(closes, Math.max(clock(endOfMorningMail), from + twoHours));
  return { from, until };
}

type Clock = (time: string, on?: Temporal.PlainDate) => number;

function openHours(
  day: Temporal.PlainDate,
  { quiet, chosen: { hours } }: WorkTime,
  clock: Clock,
): { opens: number; closes: number } {
  const { from, until } = hours ?? { from: quiet.to, until: quiet.from };
  const overMidnight = hours ? runsOverMidnight(hours) : until === '00:00';
  return { opens: clock(from), closes: clock(until, overMidnight ? day.add({ days: 1 }) : day) };
}

/** Turns times of a working day into instants. */
function clockOf(day: Temporal.PlainDate, { zone, shifts, chosen }: WorkTime): Clock {
  const isNight = chosen.hours === null && shifts !== null && shiftOn(day, shifts) === 'night';
  return (time, on = day) => {
    const wall = on.toPlainDateTime(time);
    return instantAt(isNight ? wall.add({ hours: 12 }) : wall, zone);
  };
}
