import moment from 'moment-timezone';

/** What the clocks of one zone do, from a table of changes. */
export type ZoneRules = {
  /** Minutes that its clocks are ahead of UTC at an instant (epoch milliseconds). */
  offsetAt: (instant: number) => number;
  /** The instants after `from` and before `until` at which its offset changes, in order. */
  changes: (from: number, until: number) => number[];
};

/** Zone data of one release of the IANA database. */
export type ZoneData = {
  /** As `2026f`; a later release sorts later. */
  release: string;
  /** `null` for a zone that it does not know. */
  rulesOf: (zone: string) => ZoneRules | null;
};

/** The zone data that comes with this repository: moment-timezone follows a release of the database within days, Node within months. */
export const packagedZoneData: ZoneData = {
  release: moment.tz.dataVersion,
  rulesOf: (zone) => {
    const table = moment.tz.zone(zone);
    if (!table) return null;
    const { untils, offsets } = table;
    return {
      // Theirs are minutes behind UTC.
      offsetAt: (instant) => 0 - table.utcOffset(instant),
      changes: (from, until) =>
        untils.filter((at, index) => from < at && at < until && offsets[index] !== offsets[index + 1]),
    };
  },
};

/** What Temporal knows of a zone. */
export function runtimeRules(zone: string): ZoneRules {
  const at = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return {
    offsetAt: (instant) => at(instant).offsetNanoseconds / 60e9,
    changes: (from, until) => {
      const found: number[] = [];
      let next = at(from).getTimeZoneTransition('next');
      for (; next && next.epochMilliseconds < until; next = next.getTimeZoneTransition('next'))
        found.push(next.epochMilliseconds);
      return found;
    },
  };
}

/** A stretch of time in which two sets of rules for one zone differ; `minutes` is how far the first shows a later time. */
export type Difference = { from: number; until: number; minutes: number };

/** The first stretch between two instants in which rules differ, or `null`. */
export function firstDifference(a: ZoneRules, b: ZoneRules, from: number, until: number): Difference | null {
  const edges = [from, ...a.changes(from, until), ...b.changes(from, until)].sort((one, other) => one - other);
  const apart = (instant: number) => a.offsetAt(instant) - b.offsetAt(instant);
  const begins = edges.find((edge) => apart(edge) !== 0);
  if (begins === undefined) return null;
  const minutes = apart(begins);
  return { from: begins, until: edges.find((edge) => edge > begins && apart(edge) !== minutes) ?? until, minutes };
}

/** What the clocks show at an instant. */
export function wallBy({ offsetAt }: ZoneRules, instant: number): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant + offsetAt(instant) * minuteMs)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime();
}

/** When the clocks show this, as Temporal has it: a time that a change skips moves later, one that occurs twice is taken at its first. */
export function instantBy({ offsetAt }: ZoneRules, wall: Temporal.PlainDateTime): number {
  const inUtc = wall.toZonedDateTime('UTC').epochMilliseconds;
  // No zone is a day from UTC, and none changes its clock twice within two days.
  const before = offsetAt(inUtc - dayMs);
  const after = offsetAt(inUtc + dayMs);
  const read = [before, after].map((offset) => ({ offset, instant: inUtc - offset * minuteMs }));
  const real = read.filter(({ offset, instant }) => offsetAt(instant) === offset).map(({ instant }) => instant);
  return real.length > 0 ? Math.min(...real) : inUtc - before * minuteMs;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
