import { randomBytes } from 'node:crypto';
import type { Log } from '#server/log/log.ts';

/**
 * What is left when something failed that nobody caught. An exception came out of the middle of something and left nobody knows what half done: it is logged,
 * and `leave` ends the run in order. A promise that failed with nobody waiting for it is logged too, and ends nothing: it belonged to one request or
 * one round, and what a stranger asks for must not end the process. (Astro listens for these as well, and says nothing of those outside a page.)
 */
export function mindWhatNobodyCaught(log: Log, leave: () => void): void {
  process.on('uncaughtException', (err) => {
    log.tell('process-failed', { id: newId(), err });
    leave();
  });
  process.on('unhandledRejection', (err) => log.tell('promise-dropped', { id: newId(), err }));
}

const newId = () => randomBytes(4).toString('hex');
