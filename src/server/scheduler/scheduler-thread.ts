import { Worker } from 'node:worker_threads';
import type { Log } from '#server/log/log.ts';
import type { SendCounts } from '#server/outbox/send-due.ts';
import { keepThread } from './kept-thread.ts';
import { type FromThread, passOn, type ThreadData, type ToThread } from './thread-messages.ts';

export type SchedulerThread = {
  /** Resolves after the first round, with the mails that went. */
  began: Promise<number>;
  /** Has the thread send what is due. Rejects when the thread ends before it has. */
  sendDue: () => Promise<SendCounts>;
  isRunning: () => boolean;
  /** Begins no further mail, waits for those under way, and ends the thread. */
  stop: () => Promise<void>;
};

type Waiting = { resolve: (counts: SendCounts) => void; reject: (err: unknown) => void };

/** Plans, fits and sends on a thread of its own, with its own connection to the store: what takes it a second holds up no page. Its lines go to `log`. */
export function startSchedulerThread(data: ThreadData, log: Log): SchedulerThread {
  const waiting = new Map<number, Waiting>();
  const { promise: began, resolve: hasBegun } = Promise.withResolvers<number>();
  let asked = 0;

  const settle = (id: number, act: (asking: Waiting) => void) => {
    const asking = waiting.get(id);
    waiting.delete(id);
    if (asking) act(asking);
  };
  const hear = (message: FromThread) => {
    switch (message.kind) {
      case 'told':
        return passOn(log, message);
      case 'began':
        return hasBegun(message.accepted);
      case 'sent':
        return settle(message.id, ({ resolve }) => resolve(message.counts));
      case 'not-sent':
        return settle(message.id, ({ reject }) => reject(message.err));
    }
  };
  const thread = keepThread<FromThread>({
    begin: () => new Worker(new URL('./scheduler-worker.ts', import.meta.url), { workerData: data }),
    hear,
    onEnded: (err, againInMs) => {
      log.tell('scheduler-ended', { againInSeconds: againInMs / 1000, err });
      for (const id of waiting.keys()) settle(id, ({ reject }) => reject(err));
    },
    passed: () => performance.now(),
    later: (ms, act) => {
      const timer = setTimeout(act, ms);
      return { cancel: () => clearTimeout(timer) };
    },
  });
  return {
    began,
    sendDue: () =>
      new Promise((resolve, reject) => {
        asked += 1;
        waiting.set(asked, { resolve, reject });
        const wish: ToThread = { kind: 'send', id: asked };
        if (!thread.post(wish)) settle(asked, () => reject(new Error('The scheduler is not running just now.')));
      }),
    isRunning: thread.isRunning,
    stop: () => {
      const farewell: ToThread = { kind: 'stop' };
      return thread.stop(farewell);
    },
  };
}
