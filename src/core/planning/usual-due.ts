/** Days that a module has unless a trainer says otherwise: four weeks hold one lesson a week for whoever is asked weekly. */
const usualDays = 28;

/** The day by which a module assigned now is due, as ISO text; a day of UTC, as a trainer changes it at will. */
export function usualDueOn(now: number): string {
  return Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
    .add({ days: usualDays })
    .toString();
}
