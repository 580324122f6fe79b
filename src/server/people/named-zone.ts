import { isTimeZone } from './person-row.ts';

/** "Tokyo" and "New York" by the last part of their zone, and every zone in whatever case. */
const byName = new Map(
  Intl.supportedValuesOf('timeZone').flatMap((zone) => {
    const city = zone.slice(zone.lastIndexOf('/') + 1);
    return [
      [keyOf(zone), zone],
      [keyOf(city), zone],
    ];
  }),
);

function keyOf(text: string): string {
  return text.trim().toLowerCase().replaceAll(' ', '_');
}

/** The time zone that somebody wrote, or null. */
export function namedZone(text: string): string | null {
  const written = text.trim();
  return byName.get(keyOf(written)) ?? (isTimeZone(written) ? written : null);
}
