import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { changeDays, everyZone } from '#testing/clock-changes.ts';
import { mailInstant } from './mail-window.ts';
import { officeHours } from './work-time.ts';
import {
  dateAt,
  hasDay,
  instantAt,
  isReadAnew,
  newerRules,
  runtimeError,
  runtimeRelease,
  wallAt,
} from './zone-clock.ts';
import {
  type Difference,
  firstDifference,
  instantBy,
  packagedZoneData,
  wallBy,
  type ZoneData,
  type ZoneRules,
} from './zone-rules.ts';

const native = {
  wall: (now: number, zone: string) =>
    Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDateTime(),
  instant: (wall: Temporal.PlainDateTime, zone: string) => wall.toZonedDateTime(zone).epochMilliseconds,
};

const begin = Temporal.PlainDateTime.from('2026-01-01T00:00');
const beginMs = Date.parse('2026-01-01T00:00Z');
const fiveYears = { minutes: 5 * 365 * 24 * 60, ms: Date.parse('2031-01-01T00:00Z') - beginMs };
const anyWall = fc.integer({ min: 0, max: fiveYears.minutes }).map((minutes) => begin.add({ minutes }));
const anyInstant = fc.integer({ min: 0, max: fiveYears.ms }).map((ms) => beginMs + ms);

/** Wall times every half hour over the two days round each clock change. */
const wallsAround = (zone: string) =>
  changeDays(zone).flatMap((day) =>
    Array.from({ length: 96 }, (_, half) => day.toPlainDateTime().add({ minutes: 30 * half - 24 * 60 })),
  );

const agreeing = everyZone.filter((zone) => !isReadAnew(zone));
const tables = new Map<string, ZoneRules>(
  agreeing.flatMap((zone) => {
    const rules = packagedZoneData.rulesOf(zone);
    return rules ? [[zone, rules]] : [];
  }),
);

describe('where both data agree', () => {
  it('which is in all zones but few, the table reads every hour round every clock change as Temporal does', () => {
    expect(tables.size).toBeGreaterThan(400);
    const wrong = [...tables].flatMap(([zone, rules]) =>
      wallsAround(zone).flatMap((wall) => {
        const instant = native.instant(wall, zone);
        const same = instantBy(rules, wall) === instant && wallBy(rules, instant).equals(native.wall(instant, zone));
        return same ? [] : [`${zone} ${wall}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('any instant and any wall time of five years read alike by the table, by Temporal and by the product', () => {
    fc.assert(
      fc.property(fc.constantFrom(...tables), anyInstant, anyWall, ([zone, rules], now, wall) => {
        expect(wallBy(rules, now).toString()).toBe(native.wall(now, zone).toString());
        expect(instantBy(rules, wall)).toBe(native.instant(wall, zone));
        expect(wallAt(now, zone).toString()).toBe(native.wall(now, zone).toString());
        expect(instantAt(wall, zone)).toBe(native.instant(wall, zone));
        expect(dateAt(now, zone).equals(native.wall(now, zone).toPlainDate())).toBe(true);
        expect(hasDay(wall.toPlainDate(), zone)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Laws of 2026: no winter time any more in Manitoba, Rainy River and Inuvik, none in 2026 in Cuba. */
const byLaw = [
  ['America/Winnipeg', '2026-12-01', '13:30'],
  ['America/Rainy_River', '2026-12-01', '13:30'],
  ['Canada/Central', '2030-01-15', '13:30'],
  ['America/Inuvik', '2026-12-01', '14:30'],
  ['America/Havana', '2026-12-01', '12:30'],
  ['Cuba', '2027-02-01', '12:30'],
  ['America/Winnipeg', '2027-07-01', '13:30'],
  ['America/Toronto', '2026-12-01', '13:30'],
] as const;

test.each(byLaw)('mail for half past eight in %s leaves on %s at %s UTC', (zone, day, utc) => {
  const instant = mailInstant(Temporal.PlainDate.from(day), officeHours(zone, '08:30'));
  expect(new Date(instant).toISOString()).toBe(`${day}T${utc}:00.000Z`);
  expect(wallAt(instant, zone).toString()).toBe(`${day}T08:30:00`);
  expect([dateAt(instant, zone).toString(), hasDay(dateAt(instant, zone), zone)]).toEqual([day, true]);
});

/** Data that say of one zone that it is on UTC, and know no other. */
const invented = (release: string): ZoneData => ({
  release,
  rulesOf: (zone) => (zone === 'America/Toronto' ? { offsetAt: () => 0, changes: () => [] } : null),
});

test('data that are newer than the runtime’s are followed where they differ, and older ones nowhere', () => {
  for (const [release, runtime, followed] of [
    ['2026f', '2026c', true],
    ['2027a', '2026z', true],
    ['2026f', '2026f', false],
    ['2026f', '2027a', false],
  ] as const) {
    const rulesOf = newerRules(invented(release), runtime);
    expect(rulesOf('America/Toronto') !== null, `${release} over ${runtime}`).toBe(followed);
    expect(rulesOf('Europe/Amsterdam')).toBeNull();
  }
});

test('a zone that both know alike is left to the runtime, whichever is newer', () => {
  const rulesOf = newerRules({ ...packagedZoneData, release: '2099a' }, runtimeRelease);
  expect(rulesOf('Europe/Amsterdam')).toBeNull();
  expect(rulesOf('Asia/Kolkata')).toBeNull();
});

test('the two names of a release are of one form, so that the later sorts later', () => {
  for (const release of [packagedZoneData.release, runtimeRelease]) expect(release).toMatch(/^20\d\d[a-z]+$/);
});

describe('two sets of rules for one zone', () => {
  const hour = 3_600_000;
  /** An hour ahead of UTC from `from` to `until`, and on UTC otherwise. */
  const summer = (from: number, until: number): ZoneRules => ({
    offsetAt: (instant) => (from <= instant && instant < until ? 60 : 0),
    changes: (after, before) => [from, until].filter((at) => after < at && at < before),
  });
  const usual = summer(10 * hour, 20 * hour);

  it.each<[string, ZoneRules, Difference | null]>([
    ['that are the same', summer(10 * hour, 20 * hour), null],
    [
      'of which one ends summer later',
      summer(10 * hour, 30 * hour),
      { from: 20 * hour, until: 30 * hour, minutes: -60 },
    ],
    ['of which one begins it later', summer(15 * hour, 20 * hour), { from: 10 * hour, until: 15 * hour, minutes: 60 }],
    ['of which one has none', summer(0, 0), { from: 10 * hour, until: 20 * hour, minutes: 60 }],
    ['that differ from the start', summer(-hour, 20 * hour), { from: 1, until: 10 * hour, minutes: -60 }],
    [
      'that differ beyond the end',
      summer(10 * hour, 2000 * hour),
      { from: 20 * hour, until: 999 * hour, minutes: -60 },
    ],
  ])('%s: the first stretch in which they differ is found', (_, other, difference) => {
    expect(firstDifference(usual, other, 1, 999 * hour)).toEqual(difference);
  });

  it('of any zone that is read anew differ some day, and of any other never', () => {
    const now = Date.parse('2026-01-01T00:00Z');
    for (const zone of everyZone) expect(runtimeError(zone, now) !== null, zone).toBe(isReadAnew(zone));
  });
});
