import { afterMail, type Chain, type Moves, unmet } from '#core/memory/chain/chain.ts';
import { elapsedWeeks } from '#core/memory/chain/elapsed-weeks.ts';
import { difficultyGrid, fsrsChain, stabilityGrid } from '#core/memory/chain/fsrs-chain.ts';
import { placeOn } from '#core/memory/chain/grid.ts';
import { daysBetween, type Memory } from '#core/memory/forgetting-curve.ts';
import { type MemoryModel, modelKey } from '#core/memory/memory-model.ts';
import { readingShare } from '#core/memory/reading.ts';

/**
 * What asking about a lesson is worth, by answer rate, difficulty, stability and weeks since: the price of an e-mail at which asking now and
 * waiting come to the same over two years, in weeks of certain recall. It is the Whittle index of the memory model (Whittle 1988; field
 * precedent: Mate et al. 2022), and it weighs what one answer adds against what it would add later, which the plain gain does not.
 */
export type WorthTable = { ofRate: readonly { answerRate: number; worth: Float64Array }[] };

/** Answer rates between which worth is interpolated. */
const answerRates = [0.3, 0.8] as const;

/** Weeks looked ahead, and people who leave in one of them: 2 % a month. Both only need to be about right. */
const weeksAhead = 104;
const leavesAWeek = 0.00464;

/** Prices tried, in weeks of certain recall, with equal ratios between them; the worth lies where asking stops being worth its price. */
const prices = Array.from({ length: 12 }, (_, step) => 0.01 * 3000 ** (step / 11));

/** Tables that were made. They depend on the model alone, models come from a small grid, and one takes about half a second. */
const made = new Map<string, WorthTable>();

/** The table for a memory model; the same table for the same model. */
export function worthTableFor(model: MemoryModel): WorthTable {
  const key = modelKey(model);
  const known = made.get(key) ?? worthTable(model);
  made.set(key, known);
  return known;
}

function worthTable(model: MemoryModel): WorthTable {
  const chain = fsrsChain({ model, firstScale: 1, difficulty: null, readingShare });
  return { ofRate: answerRates.map((answerRate) => ({ answerRate, worth: indexOf(chain, answerRate) })) };
}

/** Worth of asking now, in weeks of certain recall; null for a lesson never met. */
export function worthOfAsking(table: WorthTable, memory: Memory | null, now: number, answerRate: number): number {
  if (!memory) return worthInState(table, answerRate, never);
  return worthInState(table, answerRate, {
    stability: memory.stability,
    difficulty: memory.difficulty,
    weeks: daysBetween(memory.metAt, now) / 7,
  });
}

/** A lesson never met. */
export const never = null;

export type MemoryState = { stability: number; difficulty: number; weeks: number };

export function worthInState({ ofRate }: WorthTable, answerRate: number, state: MemoryState | null): number {
  const [seldom, often] = ofRate;
  if (!seldom || !often) return 0;
  const share = (answerRate - seldom.answerRate) / (often.answerRate - seldom.answerRate);
  const towards = Math.min(1, Math.max(0, share));
  const corners = state ? cornersOf(state) : [{ state: unmet, share: 1 }];
  let worth = 0;
  for (const corner of corners)
    worth +=
      corner.share * ((1 - towards) * (seldom.worth[corner.state] ?? 0) + towards * (often.worth[corner.state] ?? 0));
  return worth;
}

const plain = (value: number) => value;

/** The states of the grid around a memory, with their shares. */
function cornersOf({ stability, difficulty, weeks }: MemoryState): { state: number; share: number }[] {
  const d = placeOn(difficultyGrid, difficulty, plain);
  const s = placeOn(stabilityGrid, stability, Math.log);
  const point = nearestPoint(weeks);
  const stateAt = (dPoint: number, sPoint: number) =>
    1 + (dPoint * stabilityGrid.length + sPoint) * elapsedWeeks.length + point;
  const [dNext, sNext] = [d.low + Number(d.towardsHigh > 0), s.low + Number(s.towardsHigh > 0)];
  return [
    { state: stateAt(d.low, s.low), share: (1 - d.towardsHigh) * (1 - s.towardsHigh) },
    { state: stateAt(d.low, sNext), share: (1 - d.towardsHigh) * s.towardsHigh },
    { state: stateAt(dNext, s.low), share: d.towardsHigh * (1 - s.towardsHigh) },
    { state: stateAt(dNext, sNext), share: d.towardsHigh * s.towardsHigh },
  ];
}

/** The point of `elapsedWeeks` nearest to each whole number of weeks. */
const nearest = Array.from({ length: (elapsedWeeks.at(-1) ?? 0) + 1 }, (_, weeks) =>
  elapsedWeeks.reduce(
    (best, value, point) => (Math.abs(value - weeks) < Math.abs((elapsedWeeks[best] ?? 0) - weeks) ? point : best),
    0,
  ),
);

function nearestPoint(weeks: number): number {
  return nearest[Math.min(Math.round(weeks), nearest.length - 1)] ?? 0;
}

/** For each state the price at which an e-mail is just worth it: gains at rising prices, until the gain falls below the price. */
function indexOf(chain: Chain, answerRate: number): Float64Array {
  const mailed = afterMail(chain, answerRate);
  const worth = new Float64Array(chain.states);
  const surplus = new Float64Array(chain.states);
  prices.forEach((price, step) => {
    const before = prices[step - 1] ?? 0;
    gainsAt(chain, mailed, price).forEach((gain, state) => {
      const left = surplus[state] ?? 0;
      surplus[state] = gain - price;
      if (gain >= price) worth[state] = price;
      else if (step === 0) worth[state] = Math.max(0, gain);
      else if (left > 0) worth[state] = before + ((price - before) * left) / (left + price - gain);
    });
  });
  return worth;
}

/** What an e-mail now adds to recall summed over the weeks ahead, when each later e-mail is sent only if it is worth this price. */
function gainsAt(chain: Chain, mailed: Moves, price: number): Float64Array {
  const { states, recall } = chain;
  const [values, arriving, gains] = [new Float64Array(states), new Float64Array(states), new Float64Array(states)];
  const [quiet, sent] = [new Float64Array(states), new Float64Array(states)];
  for (let week = 0; week < weeksAhead; week += 1) {
    const ifLeft = leavesAWeek * (values[unmet] ?? 0);
    for (let state = 0; state < states; state += 1)
      arriving[state] = (1 - leavesAWeek) * ((recall[state] ?? 0) + (values[state] ?? 0)) + ifLeft;
    expected(chain.quiet, arriving, quiet);
    expected(mailed, arriving, sent);
    for (let state = 0; state < states; state += 1) {
      const unsent = quiet[state] ?? 0;
      const gain = (sent[state] ?? 0) - unsent;
      gains[state] = gain;
      values[state] = unsent + Math.max(0, gain - price);
    }
  }
  return gains;
}

/** Expected worth after one move from each state. */
function expected({ from, to, chance }: Moves, worth: Float64Array, into: Float64Array): void {
  let entry = 0;
  for (let state = 0; state < into.length; state += 1) {
    const end = from[state + 1] ?? 0;
    let sum = 0;
    for (; entry < end; entry += 1) sum += (chance[entry] ?? 0) * (worth[to[entry] ?? 0] ?? 0);
    into[state] = sum;
  }
}
