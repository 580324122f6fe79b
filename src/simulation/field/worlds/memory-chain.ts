import type { Trace } from './trace.ts';

/** Loss from each store, a share a day: the first (hippocampus) holds a week, the second two months, the last (cortex) some years. */
const loss = { first: 0.14, second: 0.018, last: 0.0006 } as const;

/**
 * Shares of what a store loses that the next one takes over; at most 1, or recall would rise by itself. One meeting leaves 83 % after a
 * week and 39 % after three months, four spaced ones 70 % after a year.
 */
const passedOn = { toSecond: 0.37, toLast: 0.3 } as const;

/** What the first store can hold at most, as intensity (no unit): alone it gives a recall of 1 - e^-4, 98 %, at the very most. */
const capacity = 4;

/**
 * Share of the first store's room that a meeting fills: a first one leaves 95 % at once (intensity 3); what was recalled is encoded
 * better.
 */
const filled = { told: 0.75, recalled: 0.9 } as const;

/**
 * Memory chain model (Chessa & Murre 2007; Murre, Chessa & Meeter 2013): a meeting adds intensity r to a first store, which fades while
 * part of it is consolidated into slower ones; recall = 1 - e^-r of the sum. The stores after the first only add up: a meeting brings as
 * much whether little or much was left to recall. Spacing helps only so far as the first store, which saturates, has emptied: meetings
 * within days of each other are partly lost, and from about three weeks on a longer wait brings nothing more. The better encoding of what
 * was recalled is not theirs: they have no tests.
 */
export function memoryChain(keeping: number): Trace {
  return held(keeping, 0, { first: 0, second: 0, last: 0 });
}

type Stores = { first: number; second: number; last: number };

function held(keeping: number, since: number, stores: Stores): Trace {
  const storesOn = (day: number) => faded(stores, Math.max(0, day - since) / keeping);
  return {
    recallOn: (day) => {
      const { first, second, last } = storesOn(day);
      return 1 - Math.exp(-(first + second + last));
    },
    after: (day, { recalled, share }) => {
      const now = storesOn(day);
      const fill = share * (recalled ? filled.recalled : filled.told);
      return held(keeping, Math.max(day, since), { ...now, first: now.first + fill * (capacity - now.first) });
    },
  };
}

/** The stores after some days of loss and passing on. */
function faded({ first, second, last }: Stores, days: number): Stores {
  const [a, b, c] = [loss.first, loss.second, loss.last];
  const [ofA, ofB, ofC] = [Math.exp(-a * days), Math.exp(-b * days), Math.exp(-c * days)];
  const firstToSecond = passedOn.toSecond * a;
  const secondToLast = passedOn.toLast * b;
  const throughBoth = ofA / ((b - a) * (c - a)) + ofB / ((a - b) * (c - b)) + ofC / ((a - c) * (b - c));
  return {
    first: first * ofA,
    second: second * ofB + (first * firstToSecond * (ofB - ofA)) / (a - b),
    last:
      last * ofC + (second * secondToLast * (ofC - ofB)) / (b - c) + first * firstToSecond * secondToLast * throughBoth,
  };
}
