/** Machines on one store may differ by so much; beyond it one clock is wrong, or was. */
export const clockSlackMs = 10 * 60_000;

/** The last instant that is not ahead of a clock showing `now`: what bears a later one was written while a clock was wrong. */
export function latestPlausible(now: number): number {
  return now + clockSlackMs;
}

/** What a clock and a count of what has passed, which nobody can set, show at one moment; both in milliseconds. */
export type ClockReading = { clock: number; passed: number };

/** How far the clock was set between two readings; 0 where that is less than anybody would notice. */
export function clockStepMs(before: ClockReading, after: ClockReading): number {
  const step = after.clock - before.clock - (after.passed - before.passed);
  return Math.abs(step) > clockSlackMs ? step : 0;
}
