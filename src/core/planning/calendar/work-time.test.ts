import { expect, test } from 'vitest';
import { nextWorkingDay } from './calendar.ts';
import { parseShiftPattern } from './shift-pattern.ts';
import { isWorkingDay, officeHours, type WorkTime } from './work-time.ts';
import { parseWorkingWeek } from './working-week.ts';

const tokyo = officeHours('Asia/Tokyo', '08:30');
const works = (day: string, workTime: WorkTime) => isWorkingDay(Temporal.PlainDate.from(day), workTime);
const next = (day: string, workTime: WorkTime) => nextWorkingDay(Temporal.PlainDate.from(day), workTime).toString();

function week(text: string) {
  const parsed = parseWorkingWeek(text);
  if (!parsed.ok) throw new Error(parsed.wrong);
  return parsed.week;
}

function shifts(text: string) {
  const parsed = parseShiftPattern(text);
  if (!parsed.ok) throw new Error(parsed.wrong);
  return parsed.pattern;
}

test('office hours are Monday to Friday', () => {
  expect(next('2026-11-27', tokyo)).toBe('2026-11-27');
  expect(next('2026-11-28', tokyo)).toBe('2026-11-30');
});

test('a free day is no working day, and a long weekend is left out whole', () => {
  const withHoliday = { ...tokyo, freeDays: new Set(['2026-11-23']) };
  expect(works('2026-11-23', withHoliday)).toBe(false);
  expect(next('2026-11-21', withHoliday)).toBe('2026-11-24');
});

test('a week from Sunday to Thursday has its weekend on Friday and Saturday', () => {
  const riyadh = { ...officeHours('Asia/Riyadh', '08:30'), week: week('sun-thu') };
  expect(next('2026-11-27', riyadh)).toBe('2026-11-29');
});

test('shifts replace the week and go on through public holidays', () => {
  const onShift = { ...tokyo, shifts: shifts('DDNN----@2026-11-20'), freeDays: new Set(['2026-11-23']) };
  const days = ['20', '21', '22', '23', '24', '25', '26', '27', '28'];
  expect(days.map((day) => works(`2026-11-${day}`, onShift))).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    true,
  ]);
});

test('a day that a zone left out on its way over the date line is nobody’s working day', () => {
  const apia = { ...officeHours('Pacific/Apia', '08:30'), week: week('mon-sun') };
  expect(next('2011-12-29', apia)).toBe('2011-12-29');
  expect(next('2011-12-30', apia)).toBe('2011-12-31');
});

test('a calendar without working days is a fault that names its mend', () => {
  const never: WorkTime = { ...tokyo, week: new Set() };
  expect(() => next('2026-11-23', never)).toThrow(expect.objectContaining({ code: 'NO_WORKING_DAY' }));
});
