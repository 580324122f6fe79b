const dayMs = 24 * 3_600_000;

/**
 * Whoever let so many mails lie, the first of them so long ago, is perhaps not reached: a server that drops our mail says nothing. Whoever never answers
 * gets eight mails in half a year at most (planning/silence.ts), so six take a while.
 */
const fewestMails = 6;
const leastMs = 60 * dayMs;

/** `mails` were accepted since the last sign of life, the first of them at `firstAt`. */
export function isLongSilence({ mails, firstAt }: { mails: number; firstAt: number }, now: number): boolean {
  return mails >= fewestMails && now - firstAt >= leastMs;
}
