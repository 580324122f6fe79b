import type { Worker } from 'node:worker_threads';

export type KeptThread = {
  /** Whether it is at work, or about to be for the first time. */
  isRunning: () => boolean;
  /** `false` when there is nobody to hear it. */
  post: (message: unknown) => boolean;
  /** Has it end by itself, told by `farewell`, and resolves when it has. */
  stop: (farewell: unknown) => Promise<void>;
};

type Parts<Message> = {
  begin: () => Worker;
  hear: (message: Message) => void;
  /** It ended unasked, and is begun again so many milliseconds later. */
  onEnded: (err: unknown, againInMs: number) => void;
  /** Milliseconds of a clock that cannot be set. */
  passed: () => number;
  later: (ms: number, act: () => void) => { cancel: () => void };
};

const firstWaitMs = 1000;
const longestWaitMs = 60_000;

/** One that worked for so long was not broken from its beginning. */
const soundMs = 300_000;

/** Keeps a thread at work: one that ends unasked is told of, and begun again after ever longer waits. The process does not live for it alone. */
export function keepThread<Message>({ begin, hear, onEnded, passed, later }: Parts<Message>): KeptThread {
  let thread: Worker | null = null;
  let waitMs = firstWaitMs;
  let stopping = false;
  let again: { cancel: () => void } | null = null;

  const start = () => {
    const began = passed();
    const worker = begin();
    let cause: unknown = null;
    worker.unref();
    worker.on('message', hear);
    worker.on('error', (err) => {
      cause = err;
    });
    worker.once('exit', (code) => {
      thread = null;
      if (stopping) return;
      if (passed() - began >= soundMs) waitMs = firstWaitMs;
      onEnded(cause ?? new Error(`The thread ended by itself, with ${code}.`), waitMs);
      again = later(waitMs, start);
      waitMs = Math.min(2 * waitMs, longestWaitMs);
    });
    thread = worker;
  };

  start();
  return {
    isRunning: () => thread !== null,
    post: (message) => {
      thread?.postMessage(message);
      return thread !== null;
    },
    stop: async (farewell) => {
      stopping = true;
      again?.cancel();
      const worker = thread;
      if (!worker) return;
      const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
      worker.ref();
      worker.postMessage(farewell);
      await ended;
    },
  };
}
