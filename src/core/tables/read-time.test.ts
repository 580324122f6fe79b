import { expect, test } from 'vitest';
import { readTime } from './read-time.ts';

test.each([
  '8:30',
  '08:30',
  '08:30:00',
  '08:30:00 AM',
  '8:30 am',
  '08:30:00 vorm.',
  '08:30:00 午前',
  '午前 8:30',
  '오전 8:30',
  '上午8:30',
  '8.30 Uhr',
  '8:30 Uhr',
  '8時30分',
  '8h30',
  '０８：３０',
])('%s is half past eight in the morning', (text) => {
  expect(readTime(text)).toBe('08:30');
});

test.each([
  ['8:30 PM', '20:30'],
  ['12:05 am', '00:05'],
  ['12:05 nachm.', '12:05'],
  ['午後5時', '17:00'],
  ['17:45', '17:45'],
])('%s is %s', (text, time) => {
  expect(readTime(text)).toBe(time);
});

test.each(['24:30', '8:60', '7.45', '08:30:15', 'noon', '8', ''])('%s is no time', (text) => {
  expect(readTime(text)).toBe(null);
});
