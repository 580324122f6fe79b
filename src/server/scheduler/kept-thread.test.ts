import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test, vi } from 'vitest';
import { AppError } from '#core/errors/app-error.ts';
import { aLog } from '#testing/a-log.ts';
import { keepThread } from './kept-thread.ts';
import { type FromThread, logThrough, passOn } from './thread-messages.ts';

/** A thread that does what it is told in one word, and says so. */
const obedient = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', (word) => {
    if (word === 'throw') throw new Error('out of its depth');
    if (word === 'leave') process.exit(3);
    if (word === 'stop') parentPort.close();
    parentPort.postMessage(word);
  });`;

/** A kept thread whose clock and waits are the test's. */
function aKeptThread() {
  let now = 0;
  const heard: string[] = [];
  const ended: string[] = [];
  const waits: { ms: number; act: () => void }[] = [];
  const thread = keepThread<string>({
    begin: () => new Worker(obedient, { eval: true }),
    hear: (word) => heard.push(word),
    onEnded: (err) => ended.push(err instanceof Error ? err.message : ''),
    passed: () => now,
    later: (ms, act) => {
      const wait = { ms, act };
      waits.push(wait);
      return { cancel: () => void waits.splice(waits.indexOf(wait), 1) };
    },
  });
  onTestFinished(() => thread.stop('stop'));
  const failsAfter = async (ms: number) => {
    const before = ended.length;
    now += ms;
    thread.post('throw');
    await vi.waitFor(() => expect(ended.length).toBe(before + 1));
  };
  return { thread, heard, ended, waits, failsAfter };
}

test('a thread that ends is told of, and another takes its place after a while', async () => {
  const { thread, heard, ended, waits, failsAfter } = aKeptThread();
  expect(thread.isRunning()).toBe(true);
  await failsAfter(10);
  expect(ended).toEqual(['out of its depth']);
  expect(thread.isRunning()).toBe(false);
  expect(thread.post('hello'), 'nobody is there to hear it').toBe(false);
  waits[0]?.act();
  expect(thread.isRunning()).toBe(true);
  thread.post('hello');
  await vi.waitFor(() => expect(heard).toEqual(['hello']));
});

test('one that leaves without a word is told of by its code', async () => {
  const { thread, ended } = aKeptThread();
  thread.post('leave');
  await vi.waitFor(() => expect(ended).toEqual(['The thread ended by itself, with 3.']));
});

test('it waits ever longer for one that fails again and again, a minute at most, and anew for one that had worked', async () => {
  const { waits, failsAfter } = aKeptThread();
  for (let failure = 0; failure < 8; failure += 1) {
    await failsAfter(10);
    waits.at(-1)?.act();
  }
  await failsAfter(300_000);
  expect(waits.map(({ ms }) => ms / 1000)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 1]);
});

test('one that is told to stop ends by itself, and no other is begun', async () => {
  const { thread, ended, waits } = aKeptThread();
  await thread.stop('stop');
  expect(thread.isRunning()).toBe(false);
  expect({ ended, waits }).toEqual({ ended: [], waits: [] });
});

test('one that is told to stop while it waits to be begun again stays away', async () => {
  const { thread, waits, failsAfter } = aKeptThread();
  await failsAfter(10);
  await thread.stop('stop');
  expect(waits).toEqual([]);
});

test('a line of the thread is written as one of our own, with what its error says beside its words', () => {
  const { log, lines } = aLog();
  const port = {
    postMessage: (sent: FromThread) => {
      const message = structuredClone(sent);
      if (message.kind === 'told') passOn(log, message);
    },
  };
  const err = new AppError('STORE_BUSY', { cause: new Error('database is locked') });
  logThrough(port).tell('planning-failed', { err });
  logThrough(port).tell('team-planned', { team: 1, on: '2026-11-30', nudges: 2 });
  expect(lines()).toMatchObject([
    {
      level: 'error',
      event: 'planning-failed',
      err: { code: 'STORE_BUSY', message: expect.stringContaining('locked') },
    },
    { level: 'info', event: 'team-planned', team: 1, on: '2026-11-30', nudges: 2 },
  ]);
});
