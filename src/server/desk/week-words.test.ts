import { expect, test } from 'vitest';
import { mondayToFriday } from '#core/planning/calendar/working-week.ts';
import { weekInWords } from './week-words.ts';

test.each([
  ['the usual one', [1, 2, 3, 4, 5], 'Mon–Fri', '月–金'],
  ['one over the end of the week', [7, 1, 2, 3, 4], 'Sun–Thu', '日–木'],
  ['one of two runs', [1, 2, 3, 4, 6], 'Mon–Thu, Sat', '月–木、土'],
  ['one of single days', [1, 3, 5], 'Mon, Wed, Fri', '月、水、金'],
  ['every day', [1, 2, 3, 4, 5, 6, 7], 'Mon–Sun', '月–日'],
])('a working week is said by its runs of days: %s', (_, days, english, japanese) => {
  expect(weekInWords(new Set(days), 'en')).toBe(english);
  expect(weekInWords(new Set(days), 'ja')).toBe(japanese);
});

test('what a team works unless it says otherwise is Monday to Friday', () => {
  expect(weekInWords(mondayToFriday, 'en')).toBe('Mon–Fri');
});
