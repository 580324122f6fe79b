import { expect, test } from 'vitest';
import { countAskers } from './askers.ts';

const now = Date.parse('2026-11-24T08:30:00Z');
const minute = 60_000;

test('each asker is counted alone, over the last hour', () => {
  const askers = countAskers();
  expect([0, 1, 2].map((passed) => askers.ask('192.0.2.1', now + passed * minute))).toEqual([1, 2, 3]);
  expect(askers.ask('192.0.2.2', now + 3 * minute)).toBe(1);
  expect(askers.ask('192.0.2.1', now + 61 * minute)).toBe(2);
  expect(askers.ask('192.0.2.1', now + 180 * minute)).toBe(1);
});

test('however many ask, no more are kept than the memory of a small server bears', () => {
  const askers = countAskers(100);
  for (let asker = 0; asker < 1000; asker += 1) askers.ask(`asker ${asker}`, now);
  expect(askers.ask('asker 999', now)).toBe(2);
  expect(askers.ask('asker 0', now)).toBe(1);
});

test('of one asker no more requests are kept than a limit needs', () => {
  const askers = countAskers();
  for (let turn = 0; turn < 500; turn += 1) askers.ask('192.0.2.1', now);
  expect(askers.ask('192.0.2.1', now)).toBe(50);
});
