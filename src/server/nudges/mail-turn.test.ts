import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { localDate, nextWorkingDay } from '#core/planning/calendar/calendar.ts';
import { mailInstant, mailWindow } from '#core/planning/calendar/mail-window.ts';
import { isWorkingDay, type WorkTime } from '#core/planning/calendar/work-time.ts';
import { personWorkTime } from '#core/planning/calendar/work-time-of.ts';
import type { Db } from '#server/database/open-database.ts';
import { watchDestinations } from '#server/outbox/destinations.ts';
import { unpaced } from '#server/outbox/paced-turns.ts';
import { type Sender, sendDue } from '#server/outbox/send-due.ts';
import { timesTried, withStore } from '#testing/a-database.ts';
import { aLog } from '#testing/a-log.ts';
import { aMessage, readMessage } from '#testing/a-message.ts';
import { aSender } from '#testing/a-sender.ts';
import { aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { everyZone } from '#testing/clock-changes.ts';
import { mailTurn } from './mail-turn.ts';

/** A Tuesday, when the team's mail comes. */
const morning = Date.parse('2026-11-24T08:30:00Z');
const at = (time: string) => Date.parse(`2026-11-${time}:00Z`);

/** A nudge to Mei, due on Tuesday morning and of use until Wednesday's is over, and the sender that has it. */
async function aLateNudge(now: number, expires = at('25T16:00')) {
  const sending = await aSender();
  const { db, time } = sending;
  await aTeamInStore(db, ['Mei'], morning - dayMs);
  const nudge = await aSentNudge(db, 'Mei', morning, { state: 'planned' });
  await db.updateTable('message').set({ expires_at: expires }).execute();
  time.now = now;
  const day = async () => (await db.selectFrom('nudge').selectAll().executeTakeFirstOrThrow()).local_date;
  return { ...sending, ...nudge, day };
}

test('a nudge that an outage kept until the evening waits for the next morning, and is then that day’s', async () => {
  const { db, sender, server, time, messageId, nudgeId, day, logged } = await aLateNudge(at('24T17:00'));
  const before = await db.selectFrom('nudge').selectAll().where('id', '=', nudgeId).executeTakeFirstOrThrow();
  await sendDue(sender);
  expect(server.received).toEqual([]);
  expect(await readMessage(db, messageId)).toMatchObject({ state: 'planned', due_at: at('25T08:30') });
  expect(logged()).toMatchObject([{ event: 'message-waits', message: messageId, until: at('25T08:30') }]);
  time.now = at('25T08:30');
  expect((await sendDue(sender)).accepted).toBe(1);
  expect(await day()).toBe('2026-11-25');
  const after = await db.selectFrom('nudge').selectAll().where('id', '=', nudgeId).executeTakeFirstOrThrow();
  expect(after.closes_at, 'its question is open as long as before').toBe(before.closes_at + dayMs);
});

test('a nudge that is late but within its morning goes at once', async () => {
  const { sender, server } = await aLateNudge(at('24T11:00'));
  await sendDue(sender);
  expect(server.received).toHaveLength(1);
});

test('a nudge that would be past its use in the next morning expires', async () => {
  const { db, sender, server, messageId, logged } = await aLateNudge(at('24T17:00'), at('25T08:00'));
  await sendDue(sender);
  expect(server.received).toEqual([]);
  expect((await readMessage(db, messageId)).state).toBe('expired');
  expect(logged()).toMatchObject([{ event: 'message-expired', message: messageId }]);
});

test('a retry that comes in the evening waits too, and is written anew with the date of its morning', async () => {
  const { db, sender, server, time, messageId } = await aLateNudge(at('24T15:58'));
  server.behave({ at: 'the dot', reply: '451 4.3.0 busy' });
  await sendDue(sender);
  server.behave('accepts');
  time.now = at('24T18:00');
  await sendDue(sender);
  expect(await readMessage(db, messageId)).toMatchObject({ state: 'planned', raw: null });
  time.now = at('25T08:31');
  expect((await sendDue(sender)).accepted).toBe(1);
  expect(server.received[1]).not.toBe(server.received[0]);
});

test('one that may have arrived already waits as the same bytes', async () => {
  const { db, sender, server, time, messageId } = await aLateNudge(at('24T15:58'));
  server.behave('hangs up after the dot');
  await sendDue(sender);
  server.behave('accepts');
  time.now = at('24T18:00');
  await sendDue(sender);
  expect(await readMessage(db, messageId)).toMatchObject({ state: 'planned', unknowns: 1 });
  time.now = at('25T08:31');
  await sendDue(sender);
  expect(server.received[1]).toBe(server.received[0]);
});

test('the hours are those of now: who moved to the other side of the world gets it in their own morning', async () => {
  const { db, sender, server, messageId } = await aLateNudge(morning);
  await db.updateTable('person').set({ zone: 'Pacific/Auckland' }).execute();
  await sendDue(sender);
  expect(server.received).toEqual([]);
  expect((await readMessage(db, messageId)).due_at).toBe(at('24T19:30'));
});

test('hours that the reader chose after it was planned hold when it leaves: it waits for them, and is that day’s', async () => {
  const { db, sender, server, time, messageId, day } = await aLateNudge(morning, at('27T16:00'));
  await db.updateTable('person').set({ mail_days: 'thu,fri', mail_hours: '10:00-16:00' }).execute();
  await sendDue(sender);
  expect(server.received).toEqual([]);
  expect((await readMessage(db, messageId)).due_at).toBe(at('26T10:00'));
  time.now = at('26T10:00');
  expect((await sendDue(sender)).accepted).toBe(1);
  expect(await day()).toBe('2026-11-26');
});

test('nobody gets yesterday’s mail on a day that has one of its own', async () => {
  const { db, sender, server, time, messageId } = await aLateNudge(at('24T17:00'));
  await aSentNudge(db, 'Mei', at('25T08:30'), { state: 'planned' });
  await sendDue(sender);
  expect(await readMessage(db, messageId)).toMatchObject({ state: 'cancelled', reply: 'another mail has 2026-11-25' });
  time.now = at('25T09:00');
  await sendDue(sender);
  expect(server.received).toHaveLength(1);
});

test('a letter that somebody asked for goes at any hour', async () => {
  const { db, sender, server, time } = await aSender();
  time.now = at('28T23:30');
  await aMessage(db, time.now, { purpose: 'sign-in' });
  await sendDue(sender);
  expect(server.received).toHaveLength(1);
});

test('who left since it was planned gets nothing, by the day it is where they are', async () => {
  const { db, sender, server, time, messageId } = await aLateNudge(at('24T10:00'));
  await db.updateTable('person').set({ leaves_on: '2026-11-24', zone: 'Asia/Tokyo' }).execute();
  expect(await sender.sendBlocker(await readMessage(db, messageId)), 'still there in the evening').toBeNull();
  time.now = at('24T15:00');
  await sendDue(sender);
  expect(server.received).toEqual([]);
  expect(await readMessage(db, messageId)).toMatchObject({ state: 'cancelled', reply: 'left on 2026-11-24' });
});

test('who called its lesson not relevant since gets nothing; what was planned after that comes all the same', async () => {
  const { db, sender, messageId, personId } = await aLateNudge(at('24T10:00'));
  const say = (said_at: number) =>
    db.insertInto('not_relevant').values({ person_id: personId, lesson_id: 'keep-stock', said_at }).execute();
  await say(morning - 1);
  expect(await sender.sendBlocker(await readMessage(db, messageId))).toBeNull();
  await db.deleteFrom('not_relevant').execute();
  await say(morning + 1);
  expect((await sendDue(sender)).cancelled).toBe(1);
});

const anyHours = fc.record({
  zone: fc.constantFrom(...everyZone),
  personZone: fc.constantFrom(...everyZone),
  mail_time: fc.constantFrom('00:00', '06:00', '08:30', '13:00', '17:30', '23:30'),
  work_week: fc.constantFrom(null, 'sun-thu', 'mon-sun', 'tue'),
  shifts: fc.constantFrom(null, null, 'DDNN----@2026-01-05', 'NNNNN--@2026-01-05', 'DN@2026-01-01'),
  quiet: fc.constantFrom(null, ['22:00', '05:00'] as const, ['00:00', '00:00'] as const),
  holidays: fc.constantFrom(null, 'JP', 'DE', 'US-OH'),
  mail_days: fc.constantFrom(null, null, 'tue,thu', 'sat', 'mon,tue,wed,thu'),
  mail_hours: fc.constantFrom(null, null, '10:00-16:00', '22:00-06:00', '00:30-02:30'),
});

/** What happens while mail waits: time passes, a few minutes or days, and the server takes mail or puts it off. */
const outage = fc.record({ minutes: fc.oneof(fc.nat({ max: 90 }), fc.nat({ max: 4000 })), takes: fc.boolean() });

/** However few are tried, one mail waits, one arrives and one is of no more use. */
const officeHoursInBerlin: HoursTaken = {
  zone: 'Europe/Berlin',
  personZone: 'Europe/Berlin',
  mail_time: '08:30',
  work_week: null,
  shifts: null,
  quiet: null,
  holidays: null,
  mail_days: null,
  mail_hours: null,
};
const longWait = { minutes: 4000, takes: false };
const oneOfEachEnd: [HoursTaken, number, { minutes: number; takes: boolean }[]][] = [
  [officeHoursInBerlin, 3, []],
  [officeHoursInBerlin, 3, [{ minutes: 1, takes: true }]],
  [officeHoursInBerlin, 3, [longWait, longWait]],
];

/** Whether mail may come at an instant, read from the windows of the days around it. */
function isOpen(now: number, workTime: WorkTime): boolean {
  return [-2, -1, 0, 1].some((days) => {
    const day = localDate(now, workTime.zone).add({ days });
    const { from, until } = mailWindow(day, workTime);
    return isWorkingDay(day, workTime) && from <= now && now < until;
  });
}

/** Plans one nudge for a morning on or after `from`, to somebody with these hours, and returns them. */
async function plannedFor(
  db: Db,
  { personZone, quiet, mail_days, mail_hours, ...hours }: HoursTaken,
  from: Temporal.PlainDate,
) {
  await aTeamInStore(db, ['Mei'], 0);
  const [quiet_from, quiet_to] = quiet ?? [null, null];
  await db
    .updateTable('team')
    .set({ ...hours, quiet_from, quiet_to })
    .execute();
  await db.updateTable('person').set({ zone: personZone, mail_days, mail_hours }).execute();
  const team = await db.selectFrom('team').selectAll().executeTakeFirstOrThrow();
  const workTime = personWorkTime(team, {
    zone: personZone,
    shifts: null,
    holidays: null,
    mail_days,
    mail_hours,
  });
  const day = nextWorkingDay(from, workTime);
  const due = mailInstant(day, workTime);
  const { messageId } = await aSentNudge(db, 'Mei', due, { state: 'planned' });
  await db.updateTable('nudge').set({ local_date: day.toString(), day_taken: day.toString() }).execute();
  await db
    .updateTable('message')
    .set({ expires_at: due + 5 * dayMs })
    .execute();
  return { due, workTime, messageId };
}
type HoursTaken = typeof anyHours extends fc.Arbitrary<infer T> ? T : never;

test('over any outages, zones, shifts and holidays no nudge is handed over outside its reader’s window', async () => {
  const ends = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(anyHours, fc.nat({ max: 500 }), fc.array(outage, { maxLength: 25 }), (hours, days, outages) =>
      withStore(async (db) => {
        const from = Temporal.PlainDate.from('2026-01-02').add({ days });
        const { due, workTime, messageId } = await plannedFor(db, hours, from);
        const time = { now: due, takes: false };
        const handedOver: number[] = [];
        const sender: Sender = {
          ...senderOn(db, () => time.now),
          transport: {
            close: () => undefined,
            deliver: async () => {
              handedOver.push(time.now);
              return time.takes ? { kind: 'accepted', reply: '' } : { kind: 'deferred', reply: '', trouble: null };
            },
          },
        };
        for (const { minutes, takes } of outages) {
          Object.assign(time, { now: time.now + minutes * 60_000, takes });
          await sendDue(sender);
        }
        const { state } = await readMessage(db, messageId);
        ends.set(state, (ends.get(state) ?? 0) + 1);
        expect(handedOver.filter((instant) => !isOpen(instant, workTime)).map((when) => new Date(when))).toEqual([]);
      }),
    ),
    { numRuns: timesTried(120), examples: oneOfEachEnd },
  );
  expect([...ends.keys()].sort(), 'some arrive, some wait, some expire').toEqual(
    expect.arrayContaining(['accepted', 'expired', 'planned']),
  );
});

function senderOn(db: Db, clock: () => number): Omit<Sender, 'transport'> {
  return {
    db,
    log: aLog().log,
    worker: 'anna',
    returnPath: () => 'nudge@nodomoto.example',
    unknownPolicy: 'resend',
    connections: 1,
    turns: unpaced,
    destinations: watchDestinations(1),
    rest: async () => undefined,
    clock,
    wait: async () => undefined,
    storeClockAhead: async () => 0,
    every: () => ({ stop: () => undefined }),
    stopping: new AbortController().signal,
    sendBlocker: async () => null,
    turn: (message) => mailTurn(db, message, clock()),
    compose: async ({ id }) => ({ messageId: `<${id}@nodomoto.example>`, raw: new Uint8Array([65]), words: null }),
    noteSending: () => undefined,
  };
}
