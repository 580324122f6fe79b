import { firstNameOf } from './region.ts';
import { mondayToFriday, type WorkingWeek } from './working-week.ts';

/** Friday and Saturday are free: weekData of Unicode’s CLDR 48; Bangladesh by its cabinet of June 2024, Maldives by jollyday’s sources. */
const restFridayAndSaturday = [
  ...['BD', 'BH', 'DZ', 'EG', 'IL', 'IQ', 'JO', 'KW', 'LY', 'MV', 'OM', 'QA', 'SA', 'SD', 'SY', 'YE'],
];

/** Friday alone is free: CLDR again. */
const restFriday = ['IR'];

const sundayToThursday: WorkingWeek = new Set([7, 1, 2, 3, 4]);
const saturdayToThursday: WorkingWeek = new Set([6, 7, 1, 2, 3, 4]);

let weeksOfRest: ReadonlyMap<string, WorkingWeek> | null = null;
const known = new Map<string, WorkingWeek>();

/** The week that is usual in the country a zone lies in: Monday to Friday, but where Friday is the day of rest. */
export function usualWeek(zone: string): WorkingWeek {
  weeksOfRest ??= new Map([
    ...restFridayAndSaturday.flatMap((country) => weekIn(country, sundayToThursday)),
    ...restFriday.flatMap((country) => weekIn(country, saturdayToThursday)),
  ]);
  const week = known.get(zone) ?? weeksOfRest.get(firstNameOf(zone)) ?? mondayToFriday;
  known.set(zone, week);
  return week;
}

function weekIn(country: string, week: WorkingWeek): [string, WorkingWeek][] {
  const zones = new Intl.Locale(`und-${country}`).getTimeZones() ?? [];
  return zones.map((zone) => [firstNameOf(zone), week]);
}
