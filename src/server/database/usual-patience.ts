import { setTimeout as sleep } from 'node:timers/promises';
import type { Patience } from './until-free.ts';

/** Somebody who has sent a form waits so long for its page, and a proxy in between no less. */
const patienceMs = 8000;

export const usualPatience: Patience = {
  ms: patienceMs,
  passed: () => performance.now(),
  sleep: (ms) => sleep(ms),
};
