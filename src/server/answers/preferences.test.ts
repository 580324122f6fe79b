import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { sendBlocker } from '#server/nudges/send-blocker.ts';
import { aStore } from '#testing/a-database.ts';
import { readMessage } from '#testing/a-message.ts';
import { answerContext, aSentNudge, keys } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { openNudge } from './open-nudge.ts';
import { applyPreference } from './preference-form.ts';
import { choosePace, isNotRelevant, markNotRelevant, pause, resume, snooze, undoNotRelevant } from './preferences.ts';
import { recordAnswer } from './record-answer.ts';
import { slowedNow } from './slowed-now.ts';
import { signToken } from './token.ts';

/** A Tuesday. */
const now = Date.parse('2026-11-24T09:00:00Z');

async function aNudge() {
  const db = await aStore();
  await aTeamInStore(db, ['Mei', 'Jan'], now);
  const nudge = await aSentNudge(db, 'Mei', now);
  return { db, context: answerContext(db), ...nudge };
}

/** Mail to Mei and to Jan that has not left yet. */
async function pendingMail(db: Awaited<ReturnType<typeof aStore>>) {
  const [own, deferred, other] = [
    await aSentNudge(db, 'Mei', now + 7 * dayMs, { state: 'planned' }),
    await aSentNudge(db, 'Mei', now + 8 * dayMs, { state: 'deferred' }),
    await aSentNudge(db, 'Jan', now, { state: 'planned' }),
  ];
  return {
    states: () =>
      Promise.all([own, deferred, other].map(async ({ messageId }) => (await readMessage(db, messageId)).state)),
  };
}

test.each([
  [1, '2026-11-25'],
  [3, '2026-11-27'],
  [7, '2026-12-01'],
])('a question put off by %i days comes again then, in the morning, and is closed until then', async (days, on) => {
  const { db, context, token, nudgeId } = await aNudge();
  expect(await snooze(context, token, days, now)).toEqual({ ok: true, on });
  const copy = await db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .selectAll()
    .where('nudge.id', '<>', nudgeId)
    .executeTakeFirstOrThrow();
  expect(copy).toMatchObject({
    local_date: on,
    state: 'planned',
    due_at: Date.parse(`${on}T08:30:00Z`),
    question_id: 'flood-2011/keep-stock',
  });
  expect(await openNudge(context, token, now)).toMatchObject({ found: { closed: true } });
  expect(await recordAnswer(context, token, { choice: 'b', sureness: 'sure' }, now)).toEqual({
    ok: false,
    reason: 'closed',
  });
});

test('a question put off to a weekend comes on the Monday, and not on a day that has a nudge already', async () => {
  const { db, context, token } = await aNudge();
  await aSentNudge(db, 'Mei', Date.parse('2026-11-30T08:30:00Z'), { state: 'planned' });
  expect(await snooze(context, token, 4, now)).toEqual({ ok: true, on: '2026-12-01' });
});

test.each([
  ['a team that works Sunday to Thursday', { work_week: 'sun-thu' }, '2026-11-26T09:00:00Z', 1, '2026-11-29', '08:30'],
  ['a team that works Monday to Thursday', { work_week: 'mon-thu' }, '2026-11-26T09:00:00Z', 1, '2026-11-30', '08:30'],
  ['holidays in Great Britain', { holidays: 'GB' }, '2026-12-24T09:00:00Z', 1, '2026-12-29', '08:30'],
  ['quiet until ten', { quiet_from: '19:00', quiet_to: '10:00' }, '2026-11-24T09:00:00Z', 1, '2026-11-25', '10:00'],
])('with %s a question put off comes on a working day, when it is not quiet', async (_, team, at, days, on, time) => {
  const db = await aStore();
  await aTeamInStore(db, ['Mei'], Date.parse(at));
  await db.updateTable('team').set(team).execute();
  const { token, nudgeId } = await aSentNudge(db, 'Mei', Date.parse(at));
  expect(await snooze(answerContext(db), token, days, Date.parse(at))).toEqual({ ok: true, on });
  const { due_at } = await db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .select('message.due_at')
    .where('nudge.id', '<>', nudgeId)
    .executeTakeFirstOrThrow();
  expect(new Date(due_at).toISOString()).toBe(`${on}T${time}:00.000Z`);
});

test('a question is put off to a day whose mail was withdrawn or never arrived', async () => {
  const { db, context, token } = await aNudge();
  await aSentNudge(db, 'Mei', Date.parse('2026-11-25T08:30:00Z'), { state: 'cancelled' });
  expect(await snooze(context, token, 1, now)).toEqual({ ok: true, on: '2026-11-25' });
});

test('a question that was answered, closed or put off already cannot be put off', async () => {
  const { context, token } = await aNudge();
  expect(await snooze(context, token, 1, now + 7 * dayMs)).toEqual({ ok: false, reason: 'closed' });
  await snooze(context, token, 1, now);
  expect(await snooze(context, token, 1, now)).toEqual({ ok: false, reason: 'closed' });
  const answered = await aNudge();
  await recordAnswer(answered.context, answered.token, { choice: 'b', sureness: 'sure' }, now);
  expect(await snooze(answered.context, answered.token, 1, now)).toEqual({ ok: false, reason: 'closed' });
});

test('a pause withdraws what had not left, for that person alone, and lets nothing go until it is over', async () => {
  const { db, context, token, messageId } = await aNudge();
  const pending = await pendingMail(db);
  expect(await pause(context, token, '2026-12-04', now)).toEqual({ ok: true });
  expect(await pending.states()).toEqual(['cancelled', 'cancelled', 'planned']);
  const message = await readMessage(db, messageId);
  expect(await sendBlocker(db, message, Date.parse('2026-12-04T12:00:00Z'))).toBe('paused until 2026-12-04');
  expect(await sendBlocker(db, message, Date.parse('2026-12-05T00:00:00Z'))).toBeNull();
});

test('a pause can be ended early', async () => {
  const { db, context, token, messageId } = await aNudge();
  await pause(context, token, '2026-12-04', now);
  await resume(context, token, now);
  expect(await sendBlocker(db, await readMessage(db, messageId), now)).toBeNull();
});

test.each(['2026-11-24', '2026-11-01', '2027-11-26', '2026-13-01', '2026-02-30', 'soon', ''])(
  'a pause until "%s" is refused, and changes nothing',
  async (until) => {
    const { db, context, token } = await aNudge();
    expect(await pause(context, token, until, now)).toEqual({ ok: false, reason: 'bad-date' });
    expect(
      (await db.selectFrom('person').select('paused_until').execute()).every((row) => row.paused_until === null),
    ).toBe(true);
  },
);

test('the pace is the person’s own', async () => {
  const { db, context, token, personId } = await aNudge();
  await choosePace(context, token, 'monthly', now);
  expect(await db.selectFrom('person').select(['id', 'pace']).where('pace', '=', 'monthly').execute()).toEqual([
    { id: personId, pace: 'monthly' },
  ]);
});

test('not relevant can be said twice and taken back', async () => {
  const { context, token } = await aNudge();
  const lookup = await openNudge(context, token, now);
  if (!lookup.ok) throw new Error(lookup.reason);
  await markNotRelevant(context, token, now);
  await markNotRelevant(context, token, now);
  expect(await isNotRelevant(context, lookup.found)).toBe(true);
  await undoNotRelevant(context, token, now);
  expect(await isNotRelevant(context, lookup.found)).toBe(false);
});

test.each([
  [
    { act: 'later', days: '3' },
    { ok: true, done: 'later' },
  ],
  [
    { act: 'pace', pace: 'monthly' },
    { ok: true, done: 'pace' },
  ],
  [
    { act: 'later', days: '400' },
    { ok: false, why: 'incomplete' },
  ],
  [
    { act: 'pause', until: '2026-11-01' },
    { ok: false, why: 'bad-date' },
  ],
  [{ act: 'promote' }, { ok: false, why: 'incomplete' }],
])('the form %j is carried out or answered in words', async (fields, outcome) => {
  const { context, token } = await aNudge();
  expect(await applyPreference(context, token, fields as Record<string, string>, now)).toEqual(outcome);
});

test('whoever asks for a question later has not let it lie', async () => {
  const { db, context, token, nudgeId } = await aNudge();
  await snooze(context, token, 1, now);
  const row = await db.selectFrom('nudge').select('put_off_at').where('id', '=', nudgeId).executeTakeFirst();
  expect(row).toEqual({ put_off_at: now });
});

test('the page of a mail that silence slowed offers the chosen pace, until it is chosen or the mail answered', async () => {
  const { db, context, token, nudgeId } = await aNudge();
  const slowed = JSON.stringify({ reasons: [], teamMemory: 0, gain: 0.1, assignmentId: null, slowedTo: 'monthly' });
  await db.updateTable('nudge').set({ explanation: slowed }).where('id', '=', nudgeId).execute();
  const offered = async () => {
    const lookup = await openNudge(context, token, now);
    return lookup.ok ? slowedNow(lookup.found) : 'no nudge';
  };
  expect(await offered()).toBe('monthly');
  await choosePace(context, token, 'weekly', now);
  expect(await offered()).toBeNull();
  await db.updateTable('person').set({ pace_chosen_on: null }).execute();
  await recordAnswer(context, token, { choice: 'b', sureness: 'sure' }, now);
  expect(await offered()).toBeNull();
});

/** A nudge whose link is kept as long as in a mail. */
async function anOldMail() {
  const nudge = await aNudge();
  return { ...nudge, token: signToken(keys, 'nudge', nudge.row, now + 187 * dayMs) };
}

const acts = { pause: { until: '2027-02-01' }, pace: { pace: 'monthly' }, 'not-relevant': {}, relevant: {} };

test('months later a link that somebody forwarded changes nothing for its reader, nor does one that a newer mail has followed', async () => {
  const { db, context, token } = await anOldMail();
  const person = () => db.selectFrom('person').selectAll().orderBy('id').execute();
  const before = await person();
  const refused = async (at: number) => {
    for (const [act, fields] of Object.entries(acts))
      expect(await applyPreference(context, token, { act, ...fields }, at)).toEqual({ ok: false, why: 'outdated' });
  };
  await refused(now + 42 * dayMs);
  await refused(now + 180 * dayMs);
  await aSentNudge(db, 'Mei', now + 8 * dayMs);
  await refused(now + 9 * dayMs);
  expect(await applyPreference(context, token, { act: 'resume' }, now + 9 * dayMs)).toMatchObject({ why: 'outdated' });
  expect(await person()).toEqual(before);
  expect(await db.selectFrom('not_relevant').selectAll().execute()).toEqual([]);
});

test('everybody has a link that works: that of an open question, and that of the newest mail until the next is due', async () => {
  const { db, context, token } = await anOldMail();
  await aSentNudge(db, 'Mei', now + 8 * dayMs, { state: 'cancelled' });
  await aSentNudge(db, 'Jan', now + 8 * dayMs);
  for (const at of [now, now + 7 * dayMs, now + 42 * dayMs - 1])
    expect(await choosePace(context, token, 'monthly', at)).toEqual({ ok: true });
  await aSentNudge(db, 'Mei', now + 2 * dayMs);
  expect(await choosePace(context, token, 'weekly', now + 3 * dayMs)).toEqual({ ok: true });
});

test('a long pause can be ended by the newest mail, however old, since none comes while it lasts', async () => {
  const { db, context, personId, token } = await anOldMail();
  await db
    .updateTable('nudge')
    .set({ closes_at: now - 100 * dayMs })
    .execute();
  await db.updateTable('person').set({ paused_until: '2027-02-01' }).where('id', '=', personId).execute();
  expect(await pause(context, token, '2027-03-01', now)).toEqual({ ok: false, reason: 'outdated' });
  expect(await resume(context, token, now)).toEqual({ ok: true });
});
