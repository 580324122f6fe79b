/** Days on either side of an event's day that count as its week. */
const daysEitherSide = 3;

/**
 * How many years ago an event happened, when today is in the week of its day; `null` otherwise. `startedOn` needs a day: a month alone
 * has no anniversary. The first one is a year after.
 */
export function anniversaryOf(startedOn: string, on: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(startedOn)) return null;
  if (!isNearInYear(startedOn, on)) return null;
  const event = Temporal.PlainDate.from(startedOn);
  const today = Temporal.PlainDate.from(on);
  // Around New Year the nearest anniversary lies in the year before or after today's.
  for (const year of [today.year, today.year - 1, today.year + 1]) {
    const day = event.with({ year });
    const away = Math.abs(today.until(day, { largestUnit: 'days' }).days);
    if (away <= daysEitherSide && year > event.year) return year - event.year;
  }
  return null;
}

/** Whether two dates may fall into one week of any year. It counts months of 31 days, so it errs by up to four days, to the safe side. */
function isNearInYear(startedOn: string, on: string): boolean {
  const apart = Math.abs(dayOfYear(startedOn) - dayOfYear(on));
  const most = daysEitherSide + 4;
  return apart <= most || apart >= 12 * 31 - most;
}

/** Days into a year whose months all have 31. */
function dayOfYear(date: string): number {
  return Number(date.slice(5, 7)) * 31 + Number(date.slice(8, 10));
}
