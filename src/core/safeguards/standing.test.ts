import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SafeguardEvent, safeguardActs, standingOn } from './standing.ts';

const done = (act: SafeguardEvent['act'], day: string, note: string | null = null): SafeguardEvent => ({
  ...{ act, day, note, at: Date.parse(day) },
  reasonRead: act === 'retired',
});

test('a safeguard is kept for a year from when it was entered, and overdue on the day after', () => {
  const events = [done('added', '2025-11-30')];
  expect(standingOn(events, '2026-11-30')).toMatchObject({ status: 'kept', checkedOn: null, dueOn: '2026-11-30' });
  expect(standingOn(events, '2026-12-01')).toMatchObject({ status: 'overdue', overdue: 'year-over' });
});

test('each check gives it a year from its own day, and a check of long ago takes none away', () => {
  const events = [done('added', '2024-01-10'), done('kept', '2026-03-01')];
  expect(standingOn(events, '2026-11-30')).toMatchObject({
    status: 'kept',
    checkedOn: '2026-03-01',
    dueOn: '2027-03-01',
  });
  const late = { ...done('kept', '2025-02-01'), at: Date.parse('2026-10-01') };
  expect(standingOn([...events, late], '2026-11-30')).toMatchObject({ checkedOn: '2026-03-01', dueOn: '2027-03-01' });
});

test('whoever finds it not kept makes it overdue at once, until somebody finds it kept', () => {
  const events = [done('added', '2026-01-10'), done('not-kept', '2026-03-01')];
  expect(standingOn(events, '2026-03-02')).toMatchObject({ status: 'overdue', overdue: 'not-kept' });
  expect(standingOn([...events, done('kept', '2026-04-01')], '2026-04-02').status).toBe('kept');
});

test('one found changed is kept, and says so until its words were put right', () => {
  const events = [done('added', '2026-01-10'), done('changed', '2026-03-01')];
  expect(standingOn(events, '2026-03-02')).toMatchObject({ status: 'kept', isChanged: true, checkedOn: '2026-03-01' });
  expect(standingOn([...events, done('edited', '2026-04-01')], '2026-04-02').isChanged).toBe(false);
});

test('a retired one says when and why, is never overdue, and taken up again it has a year', () => {
  const events = [done('added', '2020-01-10'), done('retired', '2021-01-01', 'The line was sold.')];
  expect(standingOn(events, '2026-11-30')).toMatchObject({
    status: 'retired',
    overdue: null,
    retired: { on: '2021-01-01', why: 'The line was sold.', reasonRead: true },
  });
  const again = [...events, done('taken-up', '2026-06-01')];
  expect(standingOn(again, '2026-11-30')).toMatchObject({ status: 'kept', dueOn: '2027-06-01', retired: null });
});

test('over any history: it does not matter in which order it is read, and only a retirement that was not undone retires', () => {
  const event = fc.record({
    act: fc.constantFrom(...safeguardActs),
    at: fc.integer({ min: 0, max: 1000 }).map((days) => Date.UTC(2024, 0, 1) + days * 86_400_000),
  });
  const history = fc
    .uniqueArray(event, { maxLength: 12, selector: ({ at }) => at })
    .map((all) => all.map(({ act, at }) => done(act, new Date(at).toISOString().slice(0, 10))));
  fc.assert(
    fc.property(history, (events) => {
      const stands = standingOn(events, '2027-01-01');
      expect(standingOn(events.toReversed(), '2027-01-01')).toEqual(stands);
      const last = events
        .toSorted((a, b) => a.at - b.at)
        .findLast(({ act }) => act === 'retired' || act === 'taken-up');
      expect(stands.status === 'retired').toBe(last?.act === 'retired');
      expect(stands.overdue !== null).toBe(stands.status === 'overdue');
    }),
  );
});
