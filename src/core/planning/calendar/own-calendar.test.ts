import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDay } from '#testing/any-work-time.ts';
import { localDate, nextWorkingDay } from './calendar.ts';
import { daysOfCalendar, regionKept } from './days-of-calendar.ts';
import { type Mark, mostClosedDays, parseCalendar, writeCalendar } from './own-calendar.ts';
import { parseShiftPattern } from './shift-pattern.ts';
import { isWorkingDay, officeHours, type WorkTime } from './work-time.ts';

const works = (date: string, team: string | null, person: string | null = null, shifts: WorkTime['shifts'] = null) =>
  isWorkingDay(Temporal.PlainDate.from(date), {
    ...officeHours('Asia/Taipei', '08:30'),
    ...daysOfCalendar(team, person),
    shifts,
  });

describe('a calendar', () => {
  test('gives a firm a free day beside the holidays of its region, and takes one back', () => {
    expect(works('2026-12-25', 'TW')).toBe(false);
    expect(works('2026-12-25', 'TW -2026-12-25')).toBe(true);
    expect(works('2026-12-24', 'TW +2026-12-24')).toBe(false);
    expect(works('2026-12-24', 'TW')).toBe(true);
  });

  test('closes a plant for days on end, its shifts too', () => {
    const pattern = parseShiftPattern('DDDDDDD@2026-12-01');
    if (!pattern.ok) throw new Error(pattern.wrong);
    expect(works('2026-12-30', 'none +2026-12-28..2027-01-03', null, pattern.pattern)).toBe(false);
    expect(works('2027-01-04', 'none +2026-12-28..2027-01-03', null, pattern.pattern)).toBe(true);
    // A public holiday does not stop a shift.
    expect(works('2026-12-25', 'TW', null, pattern.pattern)).toBe(true);
  });

  test('makes a Saturday a working day', () => {
    expect(works('2026-12-19', 'TW')).toBe(false);
    expect(works('2026-12-19', 'TW -2026-12-19')).toBe(true);
  });

  test('of a person adds to the team’s, unless it names a region of its own', () => {
    expect(works('2026-12-25', 'TW', '+2026-12-24')).toBe(false);
    expect(works('2026-12-24', 'TW', '+2026-12-24')).toBe(false);
    expect(works('2026-12-25', 'TW', '-2026-12-25')).toBe(true);
    expect(works('2026-12-25', 'TW +2026-12-24', 'VN')).toBe(true);
    expect(works('2026-12-24', 'TW +2026-12-24', 'VN')).toBe(true);
    expect(regionKept('TW', '+2026-12-24')).toBe('TW');
    expect(regionKept('TW', 'VN')).toBe('VN');
    expect(regionKept('TW', 'none')).toBeNull();
  });

  test.each([
    ['TW +2026-02-30', '"+2026-02-30" is no day of a calendar'],
    ['TW 2026-12-25', '"2026-12-25" is no day of a calendar'],
    ['TW +2027-01-03..2026-12-28', 'ends before it begins'],
    ['TW +2026-01-01..2026-12-31', 'is longer than the 180 days'],
    ['TW +2026-01-01..2026-06-01 +2027-01-01..2027-06-01', '304 days are closed'],
    ['XX +2026-12-25', 'No public holidays are known for "XX"'],
  ])('is refused with the word that is wrong: %s', (text, wrong) => {
    expect(parseCalendar(text, 'none')).toMatchObject({ ok: false, wrong: expect.stringContaining(wrong) });
  });

  test('is read with the signs that word processors put in a minus’s stead, and written so that no spreadsheet takes it for a sum', () => {
    const parsed = parseCalendar('\u22122026-06-01, +2026-12-25', 'none');
    expect(parsed.ok && writeCalendar(parsed.calendar)).toBe('none -2026-06-01 +2026-12-25');
  });

  const anyMark: fc.Arbitrary<Mark> = fc
    .tuple(fc.constantFrom('closed' as const, 'worked' as const), anyDay, fc.integer({ min: 0, max: 40 }))
    .map(([day, from, days]) => ({ day, from: from.toString(), until: from.add({ days }).toString() }));

  test('written and read again is the same, and always leaves a working day to come', () => {
    const anyBase = fc.constantFrom({ kind: 'none' as const }, { kind: 'region' as const, region: 'TW' });
    fc.assert(
      fc.property(anyBase, fc.array(anyMark, { maxLength: 8 }), anyDay, (base, marks, day) => {
        const text = writeCalendar({ base, marks });
        const parsed = parseCalendar(text, 'none');
        if (!parsed.ok) {
          expect(parsed.wrong).toContain(`${mostClosedDays}`);
          return;
        }
        expect(parsed.calendar).toEqual({ base, marks });
        const workTime = { ...officeHours('Asia/Taipei', '08:30'), ...daysOfCalendar(text, text) };
        expect(nextWorkingDay(day, workTime).since(day).days).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('a day’s mail waits for the end of a shutdown', () => {
    const workTime = { ...officeHours('Asia/Taipei', '08:30'), ...daysOfCalendar('TW +2026-12-28..2026-12-31', null) };
    const day = nextWorkingDay(localDate(Date.parse('2026-12-27T16:30:00Z'), 'Asia/Taipei'), workTime);
    expect(day.toString()).toBe('2027-01-04');
  });
});
