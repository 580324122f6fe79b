/** A person or team's mail time and place. */
export type LocalTime = { zone: string; at: string };

/** After this local hour a morning's mail is no longer worth sending that day. */
const latestHour = 16;

const mondayToFriday = (day: Temporal.PlainDate) => day.dayOfWeek <= 5;

/** The local date in `zone` at `now` (epoch milliseconds). */
export function localDate(now: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
}

/** The next working day on or after `day`. Saturday and Sunday are free everywhere so far; holidays come with the calendar rules. */
export function nextWorkingDay(day: Temporal.PlainDate): Temporal.PlainDate {
  let candidate = day;
  while (!mondayToFriday(candidate)) candidate = candidate.add({ days: 1 });
  return candidate;
}

/** The day whose mail is planned at `now`: today while the morning's mail can still go, otherwise the next working day. */
export function planningDay(now: number, zone: string): Temporal.PlainDate {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const today = local.toPlainDate();
  return nextWorkingDay(local.hour < latestHour ? today : today.add({ days: 1 }));
}

/**
 * The instant (epoch milliseconds) of `at` (`08:30`) on a local day. A time that a clock change skips moves later, one that
 * occurs twice is taken at its first occurrence, so that every local day has exactly one.
 */
export function instantOf(day: Temporal.PlainDate, { zone, at }: LocalTime): number {
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(at) }).epochMilliseconds;
}

/**
 * When a morning's mail reaches somebody in `zone` that was planned at `now` for the day `on` of their team: that same local day while it
 * is still worth it there, otherwise their next working morning. Colleagues far east of their team have their evening when it plans.
 */
export function morningFor(
  on: Temporal.PlainDate,
  now: number,
  { zone, at }: LocalTime,
): { day: Temporal.PlainDate; dueAt: number } {
  const there = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const today = there.toPlainDate();
  const missed = Temporal.PlainDate.compare(today, on) > 0 || (today.equals(on) && there.hour >= latestHour);
  const day = missed ? nextWorkingDay(today.add({ days: 1 })) : on;
  return { day, dueAt: Math.max(instantOf(day, { zone, at }), now) };
}

/** Whether the local planning time of today has come in `zone`, on a working day, early enough to matter. */
export function planningTimeHasCome(now: number, { zone, at }: LocalTime): boolean {
  const today = localDate(now, zone);
  if (!mondayToFriday(today)) return false;
  return now >= instantOf(today, { zone, at }) && planningDay(now, zone).equals(today);
}

/** Days from one local date (ISO text) to another; negative when `to` is earlier. */
export function localDaysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** Local days from `from` to a date somebody typed; `null` when what they typed is no date of the calendar. */
export function daysUntilTyped(from: string, typed: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return null;
  try {
    return localDaysBetween(from, typed);
  } catch {
    return null;
  }
}
