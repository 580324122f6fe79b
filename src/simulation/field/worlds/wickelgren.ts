import type { Trace } from './trace.ts';

/** Recall at once, the rate of time in a day, and the exponent after one meeting: 80 % after a week, 40 % after three months. */
const atOnce = 0.95;
const rate = 0.05;
const firstExponent = 0.5;
const leastExponent = 0.05;

/** By what share a meeting flattens forgetting: more, the less was left to recall; without recall, by the last. */
const flattening = { atLeast: 0.1, byWaiting: 0.5, forgotten: 0.15 } as const;

/**
 * Wickelgren's power law (1974; Wixted & Carpenter 2007): recall = λ(1 + βt)^-ψ. Each meeting starts the time again and lowers ψ, and what
 * has nearly faded and is recalled all the same is flattened most.
 */
export function wickelgren(keeping: number): Trace {
  return held(keeping, null);
}

type Held = { since: number; exponent: number; atOnce: number };

function held(keeping: number, memory: Held | null): Trace {
  const recallOn = (day: number) =>
    memory ? memory.atOnce * (1 + (rate * Math.max(0, day - memory.since)) / keeping) ** -memory.exponent : 0;
  return {
    recallOn,
    after: (day, { recalled, share }) => {
      if (!memory) return held(keeping, { since: day, exponent: firstExponent, atOnce: atOnce * Math.sqrt(share) });
      const { atLeast, byWaiting, forgotten } = flattening;
      const flatter = recalled ? atLeast + byWaiting * (1 - recallOn(day)) : forgotten;
      return held(keeping, {
        since: memory.since + share * (day - memory.since),
        exponent: Math.max(leastExponent, memory.exponent * (1 - share * flatter)),
        atOnce: memory.atOnce + share * (atOnce - memory.atOnce),
      });
    },
  };
}
