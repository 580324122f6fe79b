import { expect, test } from 'vitest';
import { digestDue } from './digest-day.ts';

const tokyo = 'Asia/Tokyo';
const due = (at: string, wish: { weekday: number; sentOn: string | null } = { weekday: 1, sentOn: null }) =>
  digestDue(wish, tokyo, Date.parse(at));

test('the digest is due on the chosen weekday, from seven in the morning where the trainer is', () => {
  expect(due('2026-11-29T21:59:00Z')).toBeNull();
  expect(due('2026-11-29T22:00:00Z')).toBe('2026-11-30');
  expect(due('2026-11-30T14:59:00Z')).toBe('2026-11-30');
  expect(due('2026-11-30T15:00:00Z')).toBeNull();
});

test('it comes once a day, and never to whoever wants none', () => {
  expect(due('2026-11-30T01:00:00Z', { weekday: 1, sentOn: '2026-11-30' })).toBeNull();
  expect(due('2026-11-30T01:00:00Z', { weekday: 0, sentOn: null })).toBeNull();
});
