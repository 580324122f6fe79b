import { type Chain, chainOf, type StateRule, type Target, unmet } from '#core/memory/chain/chain.ts';
import { placeOn, rounded } from '#core/memory/chain/grid.ts';

/** Points at equal steps of log(1 + trace): many for weak traces, few for strong ones. */
const traceGrid = (most: number, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, index) => Math.expm1((Math.log1p(most) * index) / (count - 1)));

/** Two traces that every answer strengthens: one fades to 37 % in 40 days, the other in 400. */
const short = { grid: traceGrid(7, 24), days: 40, weight: 3.4 } as const;
const long = { grid: traceGrid(14, 30), days: 400, weight: 1.25 } as const;

/** Log odds of recall when both traces have faded. With the weights: 85 % after a first right answer, 40 % three months later. */
const faded = -1.5;

/** What an answer adds to each trace; a wrong one is followed by the explanation. */
const gain = { right: 1, wrong: 0.6 } as const;

const plain = (value: number) => value;

/**
 * DASH-like (Lindsey et al. 2014): recall is a logistic function of practice counted in windows of time; the windows are approximated by
 * two decaying traces, so the chain stays small. There is no stability: how well a lesson is kept is how much of it was lately practised.
 */
export function tracesChain(readingShare: number): Chain {
  const stateAt = (a: number, b: number) => 1 + a * long.grid.length + b;
  const aWeekOn = (a: number, b: number): Target[] => {
    const [left, right] = [a * Math.exp(-7 / short.days), b * Math.exp(-7 / long.days)];
    return rounded(placeOn(short.grid, left, plain)).flatMap(([shortPoint, shortChance]) =>
      rounded(placeOn(long.grid, right, plain)).map(
        ([longPoint, longChance]): Target => [stateAt(shortPoint, longPoint), shortChance * longChance],
      ),
    );
  };
  const ruleOf = (state: number): StateRule => {
    if (state === unmet)
      return {
        recall: 0,
        quiet: [[unmet, 1]],
        right: aWeekOn(gain.right, gain.right),
        wrong: aWeekOn(gain.wrong, gain.wrong),
        read: readingShare > 0 ? aWeekOn(gain.right * readingShare, gain.right * readingShare) : [[unmet, 1]],
      };
    const b = long.grid[(state - 1) % long.grid.length] ?? 0;
    const a = short.grid[Math.floor((state - 1) / long.grid.length)] ?? 0;
    const odds = faded + short.weight * Math.log1p(a) + long.weight * Math.log1p(b);
    return {
      recall: 1 / (1 + Math.exp(-odds)),
      quiet: aWeekOn(a, b),
      right: aWeekOn(a + gain.right, b + gain.right),
      wrong: aWeekOn(a + gain.wrong, b + gain.wrong),
      read: aWeekOn(a + gain.right * readingShare, b + gain.right * readingShare),
    };
  };
  return chainOf(1 + short.grid.length * long.grid.length, ruleOf);
}
