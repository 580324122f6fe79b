import type { Trouble } from './judge-reply.ts';

/** What hinders all mail, in the words of the server or of the line to it. */
export type Fault = { trouble: Trouble; reply: string };

/** While it is open no mail is sent, but for one at `nextTryAt` that finds out whether the fault is mended. */
export type OpenBreaker = Fault & {
  /** When the first of the faults in a row was met. */
  since: number;
  /** How many were met in a row. */
  faults: number;
  nextTryAt: number;
};

const minuteMs = 60_000;

/** Soon at first, since most faults are short; then rarely, since each try may count against us at the server. */
const waitsMs = [1, 2, 5, 10].map((minutes) => minutes * minuteMs);
const longestWaitMs = 10 * minuteMs;

/** The breaker after a fault, the first one or another in a row. */
export function openAgain(before: OpenBreaker | null, { trouble, reply }: Fault, now: number): OpenBreaker {
  const faults = (before?.faults ?? 0) + 1;
  const wait = waitsMs[faults - 1] ?? longestWaitMs;
  return { trouble, reply, since: before?.since ?? now, faults, nextTryAt: now + wait };
}

/** A server that puts off our sender may mean this mail alone; said of several in a row, it means them all. */
export function isHesitant({ trouble, reply }: Fault): boolean {
  return trouble === 'sender' && /^4/.test(reply);
}

/** Mails that a server took or refused, and those of them whose address it did not know. */
export type Judged = { tried: number; refused: number };

const fewestForOutage = 20;
const usualShareRefused = 0.05;

/** Of few mails a share says little, but more than half of them do not leave on one day. */
const fewestRefusedOfFew = 3;

/** People leave one by one. A server that no longer knows a twentieth of them has lost its directory, and is not to be believed. */
export function isOutage({ tried, refused }: Judged): boolean {
  if (tried >= fewestForOutage) return refused > tried * usualShareRefused;
  return refused >= fewestRefusedOfFew && refused > tried / 2;
}
