import { expect, test } from 'vitest';
import { countAskers } from '#server/desk/askers.ts';
import { minutesToAsk, minutesToReport, usualReportLimits } from './report-limits.ts';

const now = Date.parse('2026-11-30T09:00:00Z');
const aDoor = () => ({ askers: countAskers(), limits: usualReportLimits });

test('a network may report twelve near misses in an hour, and is told how long to wait for the next', () => {
  const door = aDoor();
  const asked = Array.from({ length: 13 }, () => minutesToReport(door, { network: '192.0.2.1', address: null }, now));
  expect(asked).toEqual([...Array.from({ length: 12 }, () => null), 60]);
  expect(minutesToReport(door, { network: '192.0.2.2', address: null }, now), 'another network').toBeNull();
  expect(minutesToReport(door, { network: '192.0.2.1', address: null }, now + 3_600_001)).toBeNull();
});

test('nobody’s mailbox is filled from many networks: an address is written to three times in an hour', () => {
  const door = aDoor();
  const asked = ['a', 'b', 'c', 'd'].map((network) =>
    minutesToReport(door, { network, address: 'mei@x.example' }, now),
  );
  expect(asked).toEqual([null, null, null, 60]);
});

test('receipt numbers are tried thirty times in an hour, whatever they are', () => {
  const door = aDoor();
  const asked = Array.from({ length: 31 }, () => minutesToAsk(door, '192.0.2.1', now));
  expect(asked.filter((minutes) => minutes !== null)).toEqual([60]);
});
