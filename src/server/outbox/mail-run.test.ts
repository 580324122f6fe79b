import { expect, test } from 'vitest';
import { openSmtpTransport } from '#server/mail/transport.ts';
import { aMailServer } from '#testing/a-mail-server.ts';
import { aManner } from '#testing/a-manner.ts';
import { aMessage, hourMs, readMessage } from '#testing/a-message.ts';
import { aSender, start } from '#testing/a-sender.ts';
import { readBreaker } from './breaker-store.ts';
import { sendDue } from './send-due.ts';

const minuteMs = 60_000;
const addressOf = (index: number) => `p${String(index).padStart(3, '0')}@kazehaya.example`;

/** A sender with `count` mails to as many people. */
async function withMails(count: number, parts: Parameters<typeof aSender>[0] = {}) {
  const made = await aSender(parts);
  const ids: number[] = [];
  for (let index = 0; index < count; index += 1)
    ids.push(await aMessage(made.db, start, { address: addressOf(index) }));
  const states = async () => {
    const rows = await made.db.selectFrom('message').select('state').orderBy('id').execute();
    return rows.map(({ state }) => state);
  };
  const suppressed = () => made.db.selectFrom('suppression').select('address').execute();
  return { ...made, ids, states, suppressed };
}

test('a wrong password is told once a try and not once a mail, and what was not tried stays queued', async () => {
  const guarded = await aMailServer('accepts', { user: 'nudge', pass: 'right' });
  const wrong = openSmtpTransport(guarded.smtpUrl.replace('right', 'wrong'), aManner({ connections: 3 }));
  const { db, sender, time, states } = await withMails(40, { transport: wrong, connections: 3 });
  await sendDue(sender);
  expect(guarded.logins).toBe(1);
  expect((await states()).filter((state) => state === 'queued').length).toBeGreaterThanOrEqual(37);
  expect(await readBreaker(db)).toEqual({
    trouble: 'login',
    reply: '535 5.7.8 no',
    since: start,
    faults: 1,
    nextTryAt: start + minuteMs,
  });
  time.now += minuteMs - 1;
  await sendDue(sender);
  expect(guarded.logins, 'not before its time').toBe(1);
  time.now += 1;
  await sendDue(sender);
  expect(guarded.logins, 'one try').toBe(2);
  expect(await readBreaker(db)).toMatchObject({ faults: 2, since: start, nextTryAt: time.now + 2 * minuteMs });
});

test.each([
  [{ at: 'MAIL', reply: '550 5.7.1 <nudge@nodomoto.example> may not send' }, 'sender'],
  [{ at: 'RCPT', reply: '554 5.7.1 <p000@kazehaya.example>: Relay access denied' }, 'relay'],
  [{ at: 'greeting', reply: '554 no mail from you' }, 'connection'],
] as const)('%o stops the run, suppresses nobody, and is kept without addresses', async (manner, trouble) => {
  const { db, server, sender, states, suppressed, loggedText } = await withMails(5);
  server.behave(manner);
  expect(await sendDue(sender)).toMatchObject({ deferred: 1, failed: 0 });
  expect(await states()).toEqual(['deferred', 'queued', 'queued', 'queued', 'queued']);
  expect(await suppressed()).toEqual([]);
  expect(await readBreaker(db)).toMatchObject({ trouble });
  expect(JSON.stringify(await readBreaker(db))).not.toContain('@');
  expect(loggedText()).not.toContain('@');
});

test('when the fault is mended one mail finds out, and then all go', async () => {
  const { db, server, sender, time, states, logged } = await withMails(5);
  server.behave({ at: 'MAIL', reply: '550 5.7.1 no' });
  await sendDue(sender);
  server.behave('accepts');
  time.now += minuteMs;
  expect(await sendDue(sender)).toMatchObject({ accepted: 5 });
  expect(await states()).toEqual(Array.from({ length: 5 }, () => 'accepted'));
  expect(await readBreaker(db)).toBeNull();
  expect(logged()).toContainEqual({ level: 'info', event: 'breaker-closed', trouble: 'sender', minutes: 1 });
});

test('the breaker outlives a restart, since it lies in the store', async () => {
  const { server, sender, time } = await withMails(5);
  server.behave({ at: 'MAIL', reply: '550 5.7.1 no' });
  await sendDue(sender);
  const { connections } = server;
  time.now += 30_000;
  await sendDue({ ...sender, worker: 'ben', transport: openSmtpTransport(server.smtpUrl, aManner()) });
  expect(server.connections).toBe(connections);
});

test('a server that lost its directory has its refusals put off, and nobody is suppressed', async () => {
  const { db, server, sender, time, states, suppressed } = await withMails(60);
  server.behave({ at: 'RCPT', reply: '550 5.1.1 no such user' });
  expect(await sendDue(sender)).toMatchObject({ deferred: 3, failed: 0 });
  expect((await states()).filter((state) => state === 'queued')).toHaveLength(57);
  expect(await suppressed()).toEqual([]);
  expect(await readBreaker(db)).toMatchObject({ trouble: 'directory', reply: '550 5.1.1 no such user' });
  time.now += minuteMs;
  expect(await sendDue(sender), 'one mail asks whether it is over').toMatchObject({ deferred: 1, failed: 0 });
  expect(await readBreaker(db)).toMatchObject({ trouble: 'directory', faults: 2 });
  server.behave('accepts');
  time.now += hourMs;
  expect(await sendDue(sender)).toMatchObject({ accepted: 60 });
  expect(await readBreaker(db)).toBeNull();
});

test('a few who left among many are believed: their mails fail, and they get no other', async () => {
  const { db, server, sender, ids, suppressed } = await withMails(60);
  const gone = [addressOf(25), addressOf(50)];
  server.behave({ at: 'RCPT', reply: '550 5.1.1 no such user', only: (address) => gone.includes(address) });
  expect(await sendDue(sender)).toMatchObject({ accepted: 58, failed: 2 });
  expect((await suppressed()).map(({ address }) => address)).toEqual(gone);
  expect(await readMessage(db, ids[25] ?? 0)).toMatchObject({ state: 'failed', raw: null });
});

test('a run that dies before its refusals are believed has only put them off', async () => {
  const { db, server, sender, ids, suppressed } = await withMails(2);
  server.behave({ at: 'RCPT', reply: '550 5.1.1 no such user' });
  const sendBlocker = async ({ id }: { id: number }) => {
    if (id === ids[1]) throw new Error('killed');
    return null;
  };
  await expect(sendDue({ ...sender, sendBlocker })).rejects.toThrow('killed');
  expect((await readMessage(db, ids[0] ?? 0)).state).toBe('deferred');
  expect(await suppressed()).toEqual([]);
});

test('one mail that is put off at MAIL waits on its own, and goes later', async () => {
  const { db, server, sender, time, states } = await withMails(1);
  server.behave({ at: 'MAIL', reply: '450 4.7.1 Greylisted' });
  expect(await sendDue(sender)).toMatchObject({ deferred: 1 });
  expect(await readBreaker(db)).toBeNull();
  server.behave('accepts');
  time.now += hourMs;
  await sendDue(sender);
  expect(await states()).toEqual(['accepted']);
});

test('a server that puts off one mail after the other at MAIL is left alone', async () => {
  const { db, server, sender, states } = await withMails(6);
  server.behave({ at: 'MAIL', reply: '452 4.3.1 no space left' });
  await sendDue(sender);
  expect(await states()).toEqual(['deferred', 'deferred', 'deferred', 'queued', 'queued', 'queued']);
  expect(await readBreaker(db)).toMatchObject({ trouble: 'sender', reply: '452 4.3.1 no space left' });
});

test('a directory that is lost while only a few mails go takes nobody off either', async () => {
  const { db, server, sender, states, suppressed } = await withMails(5);
  server.behave({ at: 'RCPT', reply: '550 5.1.1 no such user' });
  expect(await sendDue(sender)).toMatchObject({ deferred: 3, failed: 0 });
  expect(await states()).toEqual(['deferred', 'deferred', 'deferred', 'queued', 'queued']);
  expect(await suppressed()).toEqual([]);
  expect(await readBreaker(db)).toMatchObject({ trouble: 'directory' });
});

test('what the day before showed counts with what a small run meets', async () => {
  const { db, server, sender, time, suppressed } = await withMails(40);
  await sendDue(sender);
  time.now += hourMs;
  server.behave({ at: 'RCPT', reply: '550 5.1.1 no such user' });
  await aMessage(db, time.now, { address: addressOf(1) });
  expect(await sendDue(sender), 'one of 41 may have left').toMatchObject({ failed: 1 });
  for (const index of [2, 3]) await aMessage(db, time.now, { address: addressOf(index) });
  expect(await sendDue(sender), 'three of 43 are too many').toMatchObject({ failed: 0, deferred: 2 });
  expect(await suppressed()).toEqual([{ address: addressOf(1) }]);
});

test('a server that answers nothing three times in a row is left alone', async () => {
  const { db, server, sender, states } = await withMails(6, { unknownPolicy: 'hold' });
  server.behave('hangs up after the dot');
  await sendDue(sender);
  expect(await states()).toEqual(['held', 'held', 'held', 'queued', 'queued', 'queued']);
  expect(await readBreaker(db)).toMatchObject({ trouble: 'connection' });
});
