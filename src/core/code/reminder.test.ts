import { expect, test } from 'vitest';
import { isReminderDue, type RemindedStatement } from './reminder.ts';

const open: RemindedStatement = { state: 'explain', dueOn: '2027-01-31', remindedOn: null };

/** The days of half a year on which the owner is reminded, each remembered as it is sent. */
function remindersOf(statement: RemindedStatement): string[] {
  const days: string[] = [];
  let { remindedOn } = statement;
  for (
    let day = Temporal.PlainDate.from('2026-12-01');
    days.length < 20 && day.year < 2028;
    day = day.add({ days: 1 })
  ) {
    if (day.toString() > '2027-05-31') break;
    if (!isReminderDue({ ...statement, remindedOn }, day.toString())) continue;
    remindedOn = day.toString();
    days.push(remindedOn);
  }
  return days;
}

test('the owner is reminded a fortnight before the day, once it is past, and then each month', () => {
  expect(remindersOf(open)).toEqual(['2027-01-17', '2027-02-01', '2027-03-03', '2027-04-02', '2027-05-02']);
});

test('who was first reminded just before the day has a week until the next', () => {
  expect(remindersOf({ ...open, remindedOn: '2027-01-30' })[0]).toBe('2027-02-06');
});

test('nobody is reminded of what is kept, nor of what has no day', () => {
  expect(remindersOf({ ...open, state: 'comply' })).toEqual([]);
  expect(remindersOf({ ...open, dueOn: null })).toEqual([]);
});
