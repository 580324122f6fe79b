import {
  type Difference,
  firstDifference,
  instantBy,
  packagedZoneData,
  runtimeRules,
  wallBy,
  type ZoneData,
  type ZoneRules,
} from './zone-rules.ts';

/** Nothing is planned before the release that changed a law, and moment-timezone's tables end here. */
const comparedUntil = Date.UTC(2037, 0, 1);

/** The release of the zone data that Temporal reads: as fixed as the language, for one version of Node. Whatever does not say its own is older than any. */
export const runtimeRelease: string = process.versions.tz ?? '';

/**
 * The rules of the zones that newer data tell otherwise than the runtime does, by name; `null` for every other zone, which is left to
 * Temporal. Data that are not newer tell nothing.
 */
export function newerRules(data: ZoneData, runtime: string): (zone: string) => ZoneRules | null {
  if (data.release <= runtime) return () => null;
  const since = Date.UTC(Number(data.release.slice(0, 4)) - 1, 0, 1);
  const known = new Map<string, ZoneRules | null>();
  return (zone) => {
    const before = known.get(zone);
    if (before !== undefined) return before;
    const rules = data.rulesOf(zone);
    const differs = rules !== null && firstDifference(rules, runtimeRules(zone), since, comparedUntil) !== null;
    const found = differs ? rules : null;
    known.set(zone, found);
    return found;
  };
}

const newer = newerRules(packagedZoneData, runtimeRelease);

/**
 * The next stretch from `now` on in which the runtime's own data would show another time than a zone's clocks do; with `minutes` below nought it
 * would be behind them, and mail late. `null` for most zones.
 */
export function runtimeError(zone: string, now: number): Difference | null {
  const rules = newer(zone);
  return rules && firstDifference(runtimeRules(zone), rules, now, comparedUntil);
}

/** Whether this zone's clocks are read from data that are newer than the runtime's. */
export function isReadAnew(zone: string): boolean {
  return newer(zone) !== null;
}

/** The local date in a zone at `now` (epoch milliseconds). Every local date and time of the product comes from this file. */
export function dateAt(now: number, zone: string): Temporal.PlainDate {
  const rules = newer(zone);
  if (rules) return wallBy(rules, now).toPlainDate();
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
}

/** What the clocks of a zone show at `now`. */
export function wallAt(now: number, zone: string): Temporal.PlainDateTime {
  const rules = newer(zone);
  if (rules) return wallBy(rules, now);
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDateTime();
}

/**
 * The instant (epoch milliseconds) at which the clocks of a zone show this. A time that a clock change skips moves later, one that occurs
 * twice is taken at its first occurrence.
 */
export function instantAt(wall: Temporal.PlainDateTime, zone: string): number {
  const rules = newer(zone);
  return rules ? instantBy(rules, wall) : wall.toZonedDateTime(zone).epochMilliseconds;
}

/** Whether a zone has this local day: one that moves to the other side of the date line leaves a day out, as Samoa left out 2011-12-30. */
export function hasDay(day: Temporal.PlainDate, zone: string): boolean {
  const rules = newer(zone);
  const there = rules
    ? wallBy(rules, instantBy(rules, day.toPlainDateTime())).toPlainDate()
    : day.toZonedDateTime(zone).toPlainDate();
  return there.equals(day);
}
