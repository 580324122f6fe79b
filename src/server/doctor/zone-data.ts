import { runtimeRelease } from '#core/planning/calendar/zone-clock.ts';
import { type Difference, packagedZoneData } from '#core/planning/calendar/zone-rules.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { counted, good, note, type Verdict } from './finding.ts';

/** The release that local times are read from. */
export function zoneRelease(): string {
  return [packagedZoneData.release, runtimeRelease].sort().at(-1) ?? runtimeRelease;
}

/** Laws change several times a year, most of them weeks before they come into force. */
const longestYears = 1;

/** When the runtime’s own data would next show another time than the clocks of a zone do. */
export type FindError = (zone: string, now: Instant) => Difference | null;

/** Whether the zone data are of this time, and whose mail would come at another hour by Node's own. */
export async function zoneData(db: Db, now: Instant, errorOf: FindError): Promise<Verdict> {
  const years = new Date(now).getUTCFullYear() - Number(zoneRelease().slice(0, 4));
  if (years > longestYears)
    return note(
      `They are ${counted(years, 'year')} old, and some country may have changed its law since. A newer version of Nodomoto has newer ones.`,
    );
  const concerned = await peopleReadAnew(db, now, errorOf);
  if (concerned.length === 0) return good();
  return good(`newer than Node’s ${runtimeRelease}, by which mail would come ${concerned.join('; ')}.`);
}

async function peopleReadAnew(db: Db, now: Instant, errorOf: FindError): Promise<string[]> {
  const zones = await db
    .selectFrom('person')
    .select('zone')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy('zone')
    .orderBy('zone')
    .execute();
  return zones.flatMap(({ zone, count }) => {
    const error = errorOf(zone, now);
    if (!error) return [];
    const off = `${Math.abs(error.minutes)} minutes ${error.minutes < 0 ? 'late' : 'early'}`;
    const begins = error.from > now ? `from ${day(error.from)} ` : '';
    return [`${off} to ${counted(Number(count), 'person', 'people')} in ${zone} ${begins}until ${day(error.until)}`];
  });
}

const day = (instant: number) => new Date(instant).toISOString().slice(0, 10);
