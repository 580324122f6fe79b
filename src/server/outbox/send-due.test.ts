import { expect, test } from 'vitest';
import { unsubscribe } from '#server/answers/subscription.ts';
import { signToken } from '#server/answers/token.ts';
import { returnPath } from '#server/mail/return-path.ts';
import { type Envelope, openSmtpTransport, type Transport } from '#server/mail/transport.ts';
import { aManner } from '#testing/a-manner.ts';
import { aMessage, hourMs, readMessage } from '#testing/a-message.ts';
import { aSender, start } from '#testing/a-sender.ts';
import { answerContext, aSentNudge, keys } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, personRowOf } from '#testing/a-team-in-database.ts';
import { leaseMs } from './claims.ts';
import { type Sender, sendDue } from './send-due.ts';

test('a mail the server takes is accepted, with its answer and its time', async () => {
  const { db, server, sender } = await aSender();
  const id = await aMessage(db, start);
  expect(await sendDue(sender)).toEqual({ accepted: 1, deferred: 0, failed: 0, unknown: 0, cancelled: 0 });
  expect(await readMessage(db, id)).toMatchObject({
    state: 'accepted',
    accepted_at: start,
    reply: expect.stringMatching(/^250 /),
  });
  expect(server.received).toHaveLength(1);
  await sendDue(sender);
  expect(server.received, 'sent once').toHaveLength(1);
});

test('a mail leaves from where reports on it are to come, and is found by its token', async () => {
  const envelopes: Envelope[] = [];
  const transport: Transport = {
    deliver: async (envelope) => {
      envelopes.push(envelope);
      return { kind: 'accepted', reply: '250' };
    },
    close: () => undefined,
  };
  const messageId = '<ab12.g1@kazehaya.example>';
  const { db, sender } = await aSender({
    transport,
    returnPath: (id) => returnPath('bounce@kazehaya.example', 'nudge@kazehaya.example', id),
    compose: async () => ({ messageId, raw: new TextEncoder().encode('Subject: stock'), words: null }),
  });
  const id = await aMessage(db, start);
  await sendDue(sender);
  expect(envelopes).toEqual([{ from: 'bounce+ab12@kazehaya.example', to: 'mei@kazehaya.example' }]);
  expect(await readMessage(db, id)).toMatchObject({ message_id: messageId, report_token: 'ab12' });
});

test('more mail than one batch holds goes in one run', async () => {
  const { db, server, sender } = await aSender();
  for (let index = 0; index < 45; index += 1) await aMessage(db, start);
  expect((await sendDue(sender)).accepted).toBe(45);
  expect(server.received).toHaveLength(45);
});

test('a mail put off waits, and then goes as the same bytes', async () => {
  const { db, server, sender, time, state } = await aSender();
  const id = await aMessage(db, start);
  server.behave({ at: 'the dot', reply: '451 4.3.0 busy' });
  expect((await sendDue(sender)).deferred).toBe(1);
  server.behave('accepts');
  await sendDue(sender);
  expect(await state(id), 'not before its wait is over').toBe('deferred');
  time.now += hourMs;
  await sendDue(sender);
  expect(await state(id)).toBe('accepted');
  expect(server.received[1]).toBe(server.received[0]);
});

test('an address that does not exist is suppressed, and its next mail is not tried', async () => {
  const { db, server, sender, state } = await aSender();
  server.behave({ at: 'RCPT', reply: '550 5.1.1 no such user' });
  const first = await aMessage(db, start);
  await sendDue(sender);
  expect(await state(first)).toBe('failed');
  server.behave('accepts');
  const next = await aMessage(db, start);
  expect((await sendDue(sender)).cancelled).toBe(1);
  expect(await readMessage(db, next)).toMatchObject({
    state: 'cancelled',
    reply: expect.stringContaining('suppressed'),
  });
  expect(server.received).toEqual([]);
});

test('a refused mail that does not blame the address leaves the address usable', async () => {
  const { db, server, sender, state } = await aSender();
  server.behave({ at: 'the dot', reply: '554 5.7.1 looks like spam' });
  const id = await aMessage(db, start);
  await sendDue(sender);
  expect(await state(id)).toBe('failed');
  expect(await db.selectFrom('suppression').selectAll().execute()).toEqual([]);
});

test('a mail that cannot be written is put off, and holds up no other', async () => {
  const { db, server, sender, state } = await aSender();
  const broken = await aMessage(db, start - 1);
  const sound = await aMessage(db, start);
  const { compose } = sender;
  const counts = await sendDue({
    ...sender,
    compose: (message) =>
      message.id === broken ? Promise.reject(new Error('No mail was drawn for the question.')) : compose(message),
  });
  expect(counts).toMatchObject({ accepted: 1, deferred: 1 });
  expect(await readMessage(db, broken)).toMatchObject({
    state: 'deferred',
    reply: 'No mail was drawn for the question.',
  });
  expect(await state(sound)).toBe('accepted');
  expect(server.received).toHaveLength(1);
});

test('a mail that was claimed for longer than its lease is not begun, but claimed again', async () => {
  const { db, server, sender, time } = await aSender();
  const id = await aMessage(db, start);
  const slow = async () => {
    time.now += leaseMs + 1;
    return null;
  };
  await sendDue({ ...sender, sendBlocker: slow });
  expect(server.received).toEqual([]);
  await sendDue(sender);
  expect(server.received).toHaveLength(1);
  expect(await readMessage(db, id)).toMatchObject({ state: 'accepted', unknowns: 0 });
});

test('a sign-in letter goes before the nudges, also one written while they are being sent', async () => {
  const { db, server, sender } = await aSender();
  for (let index = 0; index < 3; index += 1) await aMessage(db, start - hourMs);
  const { compose } = sender;
  let isAsked = false;
  await sendDue({
    ...sender,
    compose: async (message) => {
      if (!isAsked) await aMessage(db, start, { purpose: 'sign-in' });
      isAsked = true;
      return compose(message);
    },
  });
  expect(server.received).toHaveLength(4);
  expect(server.received[1]).toContain('Message-ID: <4@');
});

test('several connections share the mails, and none goes twice', async () => {
  const { db, server, sender } = await aSender({ connections: 4 });
  const transport = openSmtpTransport(server.smtpUrl, aManner({ connections: 4 }));
  for (let index = 0; index < 30; index += 1) await aMessage(db, start);
  expect((await sendDue({ ...sender, transport })).accepted).toBe(30);
  transport.close();
  expect(new Set(server.received.map((raw) => /^Message-ID: .*$/m.exec(raw)?.[0])).size).toBe(30);
  expect(server.received).toHaveLength(30);
  expect(server.connections).toBe(4);
});

test('while the server is silent over one mail, what becomes due goes over the other connections', async () => {
  const { db, server, sender } = await aSender({ connections: 2 });
  const transport = openSmtpTransport(server.smtpUrl, aManner({ connections: 2 }));
  server.behave('keeps silent after the dot for silent@kazehaya.example');
  const held = await aMessage(db, start, { address: 'silent@kazehaya.example' });
  const run = sendDue({ ...sender, transport });
  await expect.poll(() => server.received.length).toBe(1);
  const letter = await aMessage(db, start, { purpose: 'sign-in' });
  await expect.poll(async () => (await readMessage(db, letter)).state).toBe('accepted');
  expect((await readMessage(db, held)).state).toBe('sending');
  server.hangUp();
  expect(await run).toMatchObject({ accepted: 1, unknown: 1 });
  transport.close();
});

test('somebody who unsubscribes between the claim and the sending gets nothing', async () => {
  const { db, server, sender } = await aSender();
  await aTeamInStore(db, ['Mei'], start);
  const { messageId } = await aSentNudge(db, 'Mei', start, { state: 'planned' });
  const desk = answerContext(db);
  const mei = await personRowOf(db, 'Mei');
  const sendBlocker = async (...[message]: Parameters<Sender['sendBlocker']>) => {
    await unsubscribe(desk, signToken(keys, 'unsubscribe', mei, start + hourMs), start);
    return sender.sendBlocker(message);
  };
  expect((await sendDue({ ...sender, sendBlocker })).cancelled).toBe(1);
  expect(await readMessage(db, messageId)).toMatchObject({ state: 'cancelled', reply: 'unsubscribed' });
  expect(server.received).toEqual([]);
});

test('a sender told to stop ends after the mail under way, and gives back what it had claimed', async () => {
  const { db, server, sender, state } = await aSender();
  const ids = [await aMessage(db, start), await aMessage(db, start), await aMessage(db, start)];
  const stop = new AbortController();
  const transport: Transport = {
    ...sender.transport,
    deliver: (...mail) => {
      stop.abort();
      return sender.transport.deliver(...mail);
    },
  };
  expect((await sendDue({ ...sender, transport, stopping: stop.signal })).accepted).toBe(1);
  expect(server.received).toHaveLength(1);
  expect(await Promise.all(ids.map(state))).toEqual(['accepted', 'queued', 'queued']);
  expect((await sendDue({ ...sender, worker: 'ben' })).accepted, 'another need not wait for its lease').toBe(2);
});
