import { expect, test } from 'vitest';
import { openSmtpTransport, type Transport } from '#server/mail/transport.ts';
import { aMessage, hourMs, readMessage } from '#testing/a-message.ts';
import { aSender, start } from '#testing/a-sender.ts';
import { watchDestinations } from './destinations.ts';
import { sendDue } from './send-due.ts';

const minuteMs = 60_000;
const slow = '421 4.7.0 too many mails, try later';
const toSlow = (address: string) => address.endsWith('@slow.example');

async function withMails(addresses: readonly string[]) {
  const made = await aSender();
  const ids: number[] = [];
  for (const address of addresses) ids.push(await aMessage(made.db, start, { address }));
  const states = () => Promise.all(ids.map(made.state));
  return { ...made, ids, states };
}

test('a domain that asks for less mail gets none for a while, and the others get theirs', async () => {
  const { db, server, sender, ids, states, logged } = await withMails([
    'a@slow.example',
    'b@slow.example',
    'c@kazehaya.example',
    'd@SLOW.example',
  ]);
  server.behave({ at: 'RCPT', reply: slow, only: toSlow });
  expect(await sendDue(sender)).toMatchObject({ accepted: 1, deferred: 3 });
  expect(await states()).toEqual(['deferred', 'deferred', 'accepted', 'deferred']);
  expect(await readMessage(db, ids[1] ?? 0)).toMatchObject({ reply: slow, due_at: start + 5 * minuteMs });
  const told = logged().filter(({ event }) => event === 'destination-rests');
  expect(told).toMatchObject([{ reply: slow, until: '2026-11-24T08:05:00.000Z' }]);
});

test('after its rest one mail finds out, and once it is taken the others follow', async () => {
  const { server, sender, time, states } = await withMails(['a@slow.example', 'b@slow.example', 'c@slow.example']);
  server.behave({ at: 'RCPT', reply: slow, only: toSlow });
  await sendDue(sender);
  time.now += 10 * minuteMs;
  await sendDue(sender);
  expect(await states(), 'one asked in vain').toEqual(['deferred', 'deferred', 'deferred']);
  server.behave('accepts');
  time.now += 9 * minuteMs;
  await sendDue(sender);
  expect(await states(), 'the second rest is longer').toEqual(['deferred', 'deferred', 'deferred']);
  time.now += hourMs;
  await sendDue(sender);
  expect(await states()).toEqual(['accepted', 'accepted', 'accepted']);
});

test('a sign-in letter is tried even while its domain rests', async () => {
  const { db, server, sender, state } = await withMails(['a@slow.example']);
  server.behave({ at: 'RCPT', reply: slow, only: toSlow });
  await sendDue(sender);
  server.behave('accepts');
  const letter = await aMessage(db, start, { purpose: 'sign-in', address: 'trainer@slow.example' });
  await sendDue(sender);
  expect(await state(letter)).toBe('accepted');
});

test('several that were under way when a domain asked are one asking', () => {
  const destinations = watchDestinations(5);
  const reply = { kind: 'deferred', reply: slow, trouble: null } as const;
  const ends = [1, 2, 3].map((index) => destinations.begin(`${index}@slow.example`, start));
  const answers = ends.map((ended) => ended(reply, start + 1_000));
  expect(answers).toEqual([start + 1_000 + 5 * minuteMs, null, null]);
  expect(destinations.restOf('x@slow.example', start + 1_000)).toMatchObject({ until: start + 1_000 + 5 * minuteMs });
});

test('while mails to one domain are slow on all connections but one, that one serves the others', async () => {
  const { db, server, sender, time, state } = await aSender();
  const connections = 3;
  const line = openSmtpTransport(server.smtpUrl, { connections });
  const { promise, resolve: letGo } = Promise.withResolvers<void>();
  let held = 0;
  const transport: Transport = {
    ...line,
    deliver: async (envelope, raw) => {
      held += 1;
      if (toSlow(envelope.to)) await promise;
      return line.deliver(envelope, raw);
    },
  };
  for (const letter of ['a', 'b']) await aMessage(db, start, { address: `${letter}@slow.example` });
  const run = sendDue({ ...sender, connections, transport, destinations: watchDestinations(connections) });
  await expect.poll(() => held).toBe(2);
  time.now += 6_000;
  const third = await aMessage(db, start, { address: 'c@slow.example' });
  const other = await aMessage(db, time.now, { address: 'mei@kazehaya.example' });
  await expect.poll(() => state(other)).toBe('accepted');
  expect(await state(third), 'it has waited longer, but its domain holds enough').toBe('queued');
  letGo();
  expect(await run).toMatchObject({ accepted: 4 });
  line.close();
});
