import type { Instant } from '#server/database/schema.ts';

/** Who asked for sign-in links lately. Kept in memory alone: where somebody asked from is nothing to write down. */
export type Askers = {
  /** Notes a request, and counts those of the same asker in the last hour with it. */
  ask: (asker: string, now: Instant) => number;
};

const hourMs = 3_600_000;

/** More than any limit asks for. */
const mostKept = 50;

export function countAskers(mostAskers = 10_000): Askers {
  const times = new Map<string, Instant[]>();
  return {
    ask: (asker, now) => {
      const recent = [...(times.get(asker) ?? []).filter((at) => at > now - hourMs), now].slice(-mostKept);
      // Taken out and put in again, so that whoever asked longest ago stands first and is forgotten first.
      times.delete(asker);
      times.set(asker, recent);
      const [oldest] = times.keys();
      if (times.size > mostAskers && oldest !== undefined) times.delete(oldest);
      return recent.length;
    },
  };
}
