import { expect, test } from 'vitest';
import { checkBeforeUse, instrumentSchema } from './instrument.ts';

const aBill = {
  title: 'A bill on supply',
  jurisdiction: 'japan',
  kind: 'bill',
  about: 'It would widen the list of goods that firms must keep in stock.',
  duty: 'None on firms.',
  sources: [{ publisher: 'A paper', url: 'https://paper.example/bill' }],
  checkedOn: '2026-11',
};

test('a bill that claims to be in force is refused with the mend', () => {
  expect(instrumentSchema.safeParse(aBill).success).toBe(true);
  const claimed = instrumentSchema.safeParse({ ...aBill, inForce: '2026-04-01' });
  expect(claimed.error?.issues[0]?.message).toBe('a bill is in force nowhere; once it is law, call it an act');
});

test('an instrument is fresh for 180 days after somebody read its sources', () => {
  expect(checkBeforeUse({ checkedOn: '2026-05-28' }, '2026-11-24')).toBeNull();
  expect(checkBeforeUse({ checkedOn: '2026-05-27' }, '2026-11-24')).toBe('old');
});

test('a check known to the month counts from the end of that month', () => {
  expect(checkBeforeUse({ checkedOn: '2026-05' }, '2026-11-24')).toBeNull();
});

test('a deadline is past on the day after it', () => {
  const instrument = { checkedOn: '2026-11-01', deadline: '2026-11-24' };
  expect(checkBeforeUse(instrument, '2026-11-24')).toBeNull();
  expect(checkBeforeUse(instrument, '2026-11-25')).toBe('deadline-past');
});

test('what holds to a day has lapsed on the day after it', () => {
  const instrument = { checkedOn: '2026-11-01', validUntil: '2026-11-27' };
  expect(checkBeforeUse(instrument, '2026-11-27')).toBeNull();
  expect(checkBeforeUse(instrument, '2026-11-28')).toBe('lapsed');
});
