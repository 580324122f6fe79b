import { expect, test } from 'vitest';
import { doubtfulFrom } from './doubtful-from.ts';

test('a check is relied on for 180 days, and on the next day the reader is told', () => {
  expect(doubtfulFrom({ checkedOn: '2026-11-24' }, '2026-11-24')).toEqual({ on: '2027-05-24', why: 'old' });
});

test('a deadline that falls first is what the reader is told of', () => {
  const instrument = { checkedOn: '2026-11-24', deadline: '2026-12-26' };
  expect(doubtfulFrom(instrument, '2026-11-24')).toEqual({ on: '2026-12-27', why: 'deadline-past' });
});

test('what is doubtful already is so from today', () => {
  expect(doubtfulFrom({ checkedOn: '2025' }, '2026-11-24')).toEqual({ on: '2026-11-24', why: 'old' });
});
