import { expect, test } from 'vitest';
import { chosenTimesOf } from '#core/planning/calendar/chosen-times.ts';
import { chosenTimesInWords } from './chosen-times.ts';

test.each([
  [null, null, null, null],
  ['tue,thu', null, 'on Tuesdays and Thursdays', '火曜、木曜'],
  [null, '10:00-16:00', 'from 10:00 to 16:00', '10:00～16:00'],
  ['fri', '22:00-06:00', 'on Fridays from 22:00 to 06:00 of the next day', '金曜の22:00～翌06:00'],
])('days %s and hours %s are told as a fact in each language', (days, hours, en, ja) => {
  const chosen = chosenTimesOf(days, hours);
  expect(chosenTimesInWords(chosen, 'en')).toBe(en);
  expect(chosenTimesInWords(chosen, 'ja')).toBe(ja);
});
