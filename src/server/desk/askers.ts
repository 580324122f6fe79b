import type { Instant } from '#server/database/schema.ts';

export type Turn = { ok: true } | { ok: false; again: Instant; isFirstRefusal: boolean };

/** Who asked lately, by whatever names them. Kept in memory alone: where somebody asked from is nothing to write down. */
export type Askers = {
  /** Counts a request unless `most` were counted in the last hour; `again` says from when on the next is. */
  take: (asker: string, most: number, now: Instant) => Turn;
};

const hourMs = 3_600_000;

type Counted = { times: readonly Instant[]; refusedAt: Instant | null };

export function countAskers(mostAskers = 10_000): Askers {
  const counted = new Map<string, Counted>();
  const keep = (asker: string, entry: Counted) => {
    // Taken out and put in again, so that whoever asked longest ago stands first and is forgotten first.
    counted.delete(asker);
    counted.set(asker, entry);
    const [oldest] = counted.keys();
    if (counted.size > mostAskers && oldest !== undefined) counted.delete(oldest);
  };
  return {
    take: (asker, most, now) => {
      const before = counted.get(asker);
      const times = (before?.times ?? []).filter((at) => at > now - hourMs);
      const [oldest] = times;
      const refusedAt = before?.refusedAt ?? null;
      if (times.length < most || oldest === undefined) {
        keep(asker, { times: [...times, now], refusedAt });
        return { ok: true };
      }
      const isFirstRefusal = refusedAt === null || refusedAt <= now - hourMs;
      keep(asker, { times, refusedAt: isFirstRefusal ? now : refusedAt });
      return { ok: false, again: oldest + hourMs, isFirstRefusal };
    },
  };
}
