const minuteMs = 60_000;

/**
 * How long the next mail has to wait, in milliseconds, so that mails begin evenly and in no minute more than `perMinute`. `lastBegunAt` is when the
 * last one began; before the first it is when the process started, as nobody knows what the one before it sent.
 */
export function waitBeforeNext(perMinute: number, lastBegunAt: number, now: number): number {
  return Math.max(0, lastBegunAt + Math.ceil(minuteMs / perMinute) - now);
}
