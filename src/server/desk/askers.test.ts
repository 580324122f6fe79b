import { expect, test } from 'vitest';
import { askerNetwork } from './asker-network.ts';
import { countAskers } from './askers.ts';

const now = Date.parse('2026-11-24T08:30:00Z');
const minute = 60_000;

test('each asker is counted alone, over the last hour, and told when the next turn comes', () => {
  const askers = countAskers();
  const take = (minutes: number, asker = '192.0.2.1') => askers.take(asker, 2, now + minutes * minute);
  expect([take(0), take(10)]).toEqual([{ ok: true }, { ok: true }]);
  expect(take(20)).toEqual({ ok: false, again: now + 60 * minute, isFirstRefusal: true });
  expect(take(20, '192.0.2.2')).toEqual({ ok: true });
  expect(take(30)).toMatchObject({ ok: false, isFirstRefusal: false });
  expect(take(60)).toEqual({ ok: true });
  expect(take(61)).toMatchObject({ ok: false, again: now + 70 * minute });
});

test('whoever goes on asking while refused is not kept waiting longer for it', () => {
  const askers = countAskers();
  for (let second = 0; second < 3600; second += 1) askers.take('192.0.2.1', 6, now + second * 1000);
  expect(askers.take('192.0.2.1', 6, now + 3_600_000)).toEqual({ ok: true });
});

test('however many ask, no more are kept than the memory of a small server bears', () => {
  const askers = countAskers(100);
  for (let asker = 0; asker < 1000; asker += 1) askers.take(`asker ${asker}`, 1, now);
  expect(askers.take('asker 999', 1, now)).toMatchObject({ ok: false });
  expect(askers.take('asker 0', 1, now)).toEqual({ ok: true });
});

test('whoever has a network of IPv6 is one asker in all of it, however its addresses are written', () => {
  const house = ['2001:db8:0:7::1', '2001:db8::7:ffff:0:0:9', '2001:0DB8:0000:0007:a:b:c:d', '2001:db8:0:7::1%eth0'];
  expect(new Set(house.map(askerNetwork))).toEqual(new Set(['2001:db8:0:7::/64']));
  expect(askerNetwork('2001:db8:0:8::1')).not.toBe(askerNetwork('2001:db8:0:7::1'));
  expect(askerNetwork('::1')).toBe('0:0:0:0::/64');
  expect(askerNetwork('192.0.2.1')).toBe('192.0.2.1');
});
