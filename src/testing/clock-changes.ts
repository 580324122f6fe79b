import { isReadAnew, wallAt } from '#core/planning/calendar/zone-clock.ts';
import { packagedZoneData, runtimeRules } from '#core/planning/calendar/zone-rules.ts';

/** Names that Intl.supportedValuesOf leaves out, because they stand beside an older one. */
const otherNames = [
  'Africa/Asmara',
  'America/Argentina/Buenos_Aires',
  'America/Indiana/Indianapolis',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
  'Pacific/Chuuk',
  'Pacific/Kanton',
  'Pacific/Pohnpei',
  'Etc/UTC',
  'Japan',
  'US/Eastern',
];

/** Every time zone of the runtime, and other names of some. */
export const everyZone: readonly string[] = [...new Set([...Intl.supportedValuesOf('timeZone'), ...otherNames])];

/** Local days on which a zone changes its clock, 2026 to 2030, as the day reads after the change. */
export function changeDays(zone: string): Temporal.PlainDate[] {
  const rules = (isReadAnew(zone) && packagedZoneData.rulesOf(zone)) || runtimeRules(zone);
  const changes = rules.changes(Date.parse('2026-01-01T00:00Z'), Date.parse('2031-01-01T00:00Z'));
  return changes.map((change) => wallAt(change, zone).toPlainDate());
}

/** The days from `before` before a day to `after` after it. */
export function daysAround(day: Temporal.PlainDate, before: number, after: number): Temporal.PlainDate[] {
  return Array.from({ length: before + after + 1 }, (_, index) => day.add({ days: index - before }));
}
