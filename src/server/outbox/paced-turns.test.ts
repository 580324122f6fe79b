import { expect, test } from 'vitest';
import { aMessage, hourMs } from '#testing/a-message.ts';
import { aSender, start } from '#testing/a-sender.ts';
import { pacedTurns } from './paced-turns.ts';
import { sendDue } from './send-due.ts';

/** Time that passes only by waiting. */
function aTime() {
  const time = { passed: 0, waits: [] as number[] };
  const wait = async (ms: number) => {
    time.waits.push(ms);
    time.passed += ms;
  };
  return { time, passed: () => time.passed, wait };
}

const going = new AbortController().signal;

test('over all lanes together, mails begin as far apart as the pace says', async () => {
  const { time, passed, wait } = aTime();
  const turns = pacedTurns(30, passed, wait, going);
  const begun: number[] = [];
  const { db, sender } = await aSender({ connections: 3, turns });
  for (let index = 0; index < 7; index += 1) await aMessage(db, start);
  const compose: typeof sender.compose = (message) => {
    begun.push(time.passed);
    return sender.compose(message);
  };
  expect(await sendDue({ ...sender, compose })).toMatchObject({ accepted: 7 });
  expect(begun).toEqual([2, 4, 6, 8, 10, 12, 14].map((seconds) => seconds * 1000));
});

test('a letter written while the others wait for their turn has the next one', async () => {
  const { passed, wait } = aTime();
  const made = await aSender();
  const { db, server, sender } = made;
  for (let index = 0; index < 3; index += 1) await aMessage(db, start - hourMs);
  let waits = 0;
  const turns = pacedTurns(
    30,
    passed,
    async (ms) => {
      waits += 1;
      if (waits === 2) await aMessage(db, start, { purpose: 'sign-in' });
      await wait(ms);
    },
    going,
  );
  await sendDue({ ...sender, turns });
  expect(server.received[1]).toContain('Message-ID: <4@');
  expect(server.received).toHaveLength(4);
});

test('a mail that does not go after all costs no turn', async () => {
  const { time, passed, wait } = aTime();
  const turns = pacedTurns(1, passed, wait, going);
  const { db, sender } = await aSender({ turns, sendBlocker: async ({ id }) => (id === 3 ? null : 'unsubscribed') });
  for (let index = 0; index < 3; index += 1) await aMessage(db, start);
  expect(await sendDue(sender)).toMatchObject({ accepted: 1, cancelled: 2 });
  expect(time.waits, 'one for the mail, and one until it shows that no other is left').toEqual([60_000, 60_000]);
});

test('a run that has to stop waits for no turn', async () => {
  const stop = new AbortController();
  const turns = pacedTurns(
    1,
    () => 0,
    async () => stop.abort(),
    stop.signal,
  );
  const { db, server, sender, state } = await aSender({ turns, stopping: stop.signal });
  const id = await aMessage(db, start);
  await sendDue(sender);
  expect(await state(id)).toBe('queued');
  expect(server.received).toEqual([]);
});
