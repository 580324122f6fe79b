import type { AlikePeople } from './alike-people.ts';
import { armValue } from './arm-class.ts';

/** A limit that some people share: in each week they may get this many e-mails together; null where none may be sent at all. */
export type Limit = { groups: readonly AlikePeople[]; mailsInWeek: readonly (number | null)[] };

export type UpperBound = {
  /** Weighted recall summed over weeks, arms and people: no policy that keeps the limit expects more. */
  value: number;
  /** The prices that give it. */
  prices: Float64Array;
  iterations: number;
};

type Step = { value: number; excess: Float64Array };

/** The first step, as a share of the usual price for a week in which twice the limit would be sent. Small, because weeks stand in for each other. */
const firstStep = 0.12;

/** Steps without a lower bound after which it is tried again from the lowest, with half the step. */
const patience = 8;

/** How a week's excess also moves the prices of the open weeks around it. */
const neighbours = [0.06, 0.24, 0.4, 0.24, 0.06] as const;

/**
 * Lagrangian relaxation with a price per week (Hawkins 2003): for any prices >= 0 the sum of what each arm is worth on its
 * own plus what the limit costs is a bound. A falling line of prices that uses up the e-mails on the whole is found by halving; then
 * subgradient steps that shrink move each week's price towards using up that week, and their average is tried last. Every step gives a
 * valid bound; the least is kept.
 */
export function upperBound(limit: Limit, iterations: number): UpperBound {
  const halvings = Math.min(6, iterations);
  let best = startingPrices(limit, halvings);
  let prices = best.prices;
  const open = prices.filter(Number.isFinite);
  const usual = Math.max(open.reduce((sum, price) => sum + price, 0) / Math.max(1, open.length), 1e-6);
  const sum = new Float64Array(prices.length);
  let summed = 0;
  const steps = iterations - halvings - 1;
  let [reach, worse] = [firstStep, 0];
  for (let step = 0; step < steps; step += 1) {
    const { value, excess } = evaluate(limit, prices);
    worse = value < best.value ? 0 : worse + 1;
    if (worse === 0) best = { value, prices };
    const size = (usual * reach) / Math.sqrt(1 + step);
    if (worse === patience) {
      [reach, worse] = [reach / 2, 0];
      prices = best.prices;
      continue;
    }
    const pull = smoothed(excess, limit);
    prices = prices.map((price, week) => Math.max(0, price + size * (pull[week] ?? 0)));
    if (step < steps / 2) continue;
    summed += 1;
    for (let week = 0; week < prices.length; week += 1) sum[week] = (sum[week] ?? 0) + (prices[week] ?? 0);
  }
  if (summed === 0) return { ...best, iterations };
  const average = sum.map((total) => total / summed);
  const last = evaluate(limit, average);
  return last.value < best.value ? { value: last.value, prices: average, iterations } : { ...best, iterations };
}

function startingPrices(limit: Limit, halvings: number): { value: number; prices: Float64Array } {
  let [low, high] = [0, 32];
  let best = { value: Number.POSITIVE_INFINITY, prices: falling(limit, 0) };
  for (let step = 0; step < halvings; step += 1) {
    const price = low === 0 ? high / 4 : (low + high) / 2;
    const prices = falling(limit, price);
    const { value, excess } = evaluate(limit, prices);
    if (value < best.value) best = { value, prices };
    if (excess.reduce((sum, part) => sum + part, 0) > 0) low = price;
    else high = price;
  }
  return best;
}

/** Prices that fall to little at the end, where an e-mail has no time left to be of use. Closed weeks are beyond any price. */
function falling({ mailsInWeek }: Limit, mean: number): Float64Array {
  return Float64Array.from(mailsInWeek, (mails, week) =>
    mails === null ? Number.POSITIVE_INFINITY : mean * (0.2 + 1.6 * (1 - week / mailsInWeek.length)),
  );
}

/** The bound at these prices, and by how much of its limit each week is overdrawn, at most three times. */
function evaluate(limit: Limit, prices: Float64Array): Step {
  let value = 0;
  const sends = new Float64Array(prices.length);
  for (const group of limit.groups)
    for (const arm of group.arms) {
      const part = armValue(arm, prices);
      value += part.value * group.people.length;
      for (let week = 0; week < sends.length; week += 1)
        sends[week] = (sends[week] ?? 0) + (part.sends[week] ?? 0) * group.people.length;
    }
  const excess = sends.map((sent, week) => {
    const mails = limit.mailsInWeek[week] ?? null;
    if (mails === null || mails === 0) return 0;
    value += mails * (prices[week] ?? 0);
    return Math.max(-1, Math.min(3, (sent - mails) / mails));
  });
  return { value, excess };
}

function smoothed(excess: Float64Array, { mailsInWeek }: Limit): Float64Array {
  const open = [...mailsInWeek.keys()].filter((week) => mailsInWeek[week] !== null);
  const smooth = new Float64Array(excess.length);
  open.forEach((week, place) => {
    neighbours.forEach((share, offset) => {
      const other = open[Math.min(open.length - 1, Math.max(0, place + offset - 2))] ?? week;
      smooth[week] = (smooth[week] ?? 0) + share * (excess[other] ?? 0);
    });
  });
  return smooth;
}
