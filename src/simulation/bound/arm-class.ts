import { afterMail, type Chain, type Moves, unmet } from '#core/memory/chain/chain.ts';

/** Arms that begin in week `week`: how many in each state, for one person. */
export type Entry = { week: number; states: Float64Array };

/** Arms of one person that follow the same chain with the same weight. */
export type ArmClass = {
  chain: Chain;
  /** Which of the world's chains it is. */
  chainIndex: number;
  weight: number;
  /** Chance that an e-mail is answered; otherwise it is read. */
  answerRate: number;
  /** Chance a week that the person leaves and somebody who knows nothing takes the place. */
  leaves: number;
  entries: readonly Entry[];
};

/** The best that can be made of one arm class when an e-mail in week t costs `prices[t]` (infinite: none may be sent). */
export type ArmValue = {
  /** Weighted recall less what was paid, summed over weeks and arms. */
  value: number;
  /** E-mails expected in each week. */
  sends: Float64Array;
  /** Value of an arm that is in a state in week 0. */
  fromStart: Float64Array;
};

/** What an e-mail adds to an arm's value, in every week and state, before its price: week x states + state. */
export type SendGains = Float32Array;

/** Backward induction over all weeks, then the e-mails that follow from it, forward from the entries. Exact for the chain. */
export function armValue(arm: ArmClass, prices: Float64Array): ArmValue {
  const decisions = new Uint8Array(prices.length * arm.chain.states);
  let value = 0;
  const fromStart = backward(arm, prices, (week, values, gains) => {
    const price = prices[week] ?? 0;
    const row = week * arm.chain.states;
    for (let state = 0; state < arm.chain.states; state += 1)
      decisions[row + state] = (gains[state] ?? 0) > price ? 1 : 0;
    for (const entry of arm.entries) if (entry.week === week) value += dot(entry.states, values);
  });
  return { value, fromStart, sends: sendsForward(arm, decisions, prices.length) };
}

export function sendGains(arm: ArmClass, prices: Float64Array): SendGains {
  const all = new Float32Array(prices.length * arm.chain.states);
  backward(arm, prices, (week, _, gains) => all.set(gains, week * arm.chain.states));
  return all;
}

type Visit = (week: number, values: Float64Array, gains: Float64Array) => void;

function backward(arm: ArmClass, prices: Float64Array, visit: Visit): Float64Array {
  const { chain } = arm;
  const mailed = mailedOf(arm);
  let values = new Float64Array(chain.states);
  let earlier = new Float64Array(chain.states);
  const gains = new Float64Array(chain.states);
  const arriving = new Float64Array(chain.states);
  const ifQuiet = new Float64Array(chain.states);
  const ifMailed = new Float64Array(chain.states);
  for (let week = prices.length - 1; week >= 0; week -= 1) {
    fillArriving(arm, values, arriving);
    expected(chain.quiet, arriving, ifQuiet);
    expected(mailed, arriving, ifMailed);
    const price = prices[week] ?? 0;
    for (let state = 0; state < chain.states; state += 1) {
      const quiet = ifQuiet[state] ?? 0;
      const gain = (ifMailed[state] ?? 0) - quiet;
      gains[state] = gain;
      earlier[state] = gain > price ? quiet + gain - price : quiet;
    }
    [values, earlier] = [earlier, values];
    visit(week, values, gains);
  }
  return values;
}

/** Made once for a chain and an answer rate: a bound asks for them at every step. */
const mailedBy = new WeakMap<Chain, Map<number, Moves>>();

function mailedOf({ chain, answerRate }: ArmClass): Moves {
  const byRate = mailedBy.get(chain) ?? new Map<number, Moves>();
  mailedBy.set(chain, byRate);
  const mailed = byRate.get(answerRate) ?? afterMail(chain, answerRate);
  byRate.set(answerRate, mailed);
  return mailed;
}

/** Worth of arriving in a state at a week's end: its recall and what follows, unless the person leaves. */
function fillArriving({ chain, weight, leaves }: ArmClass, values: Float64Array, arriving: Float64Array): void {
  const ifLeft = leaves * (values[unmet] ?? 0);
  for (let state = 0; state < chain.states; state += 1)
    arriving[state] = (1 - leaves) * (weight * (chain.recall[state] ?? 0) + (values[state] ?? 0)) + ifLeft;
}

function expected(moves: Moves, worth: Float64Array, into: Float64Array): void {
  const { from, to, chance } = moves;
  let entry = 0;
  for (let state = 0; state < into.length; state += 1) {
    const end = from[state + 1] ?? 0;
    let sum = 0;
    for (; entry < end; entry += 1) sum += (chance[entry] ?? 0) * (worth[to[entry] ?? 0] ?? 0);
    into[state] = sum;
  }
}

function sendsForward(arm: ArmClass, decisions: Uint8Array, weeks: number): Float64Array {
  const { chain, leaves } = arm;
  const mailed = mailedOf(arm);
  const sends = new Float64Array(weeks);
  let mass = new Float64Array(chain.states);
  let next = new Float64Array(chain.states);
  for (let week = 0; week < weeks; week += 1) {
    for (const entry of arm.entries) if (entry.week === week) addTo(mass, entry.states);
    next.fill(0);
    let sent = 0;
    let total = 0;
    for (let state = 0; state < chain.states; state += 1) {
      const here = mass[state] ?? 0;
      if (here === 0) continue;
      total += here;
      if (decisions[week * chain.states + state] === 1) {
        sent += here;
        spread(mailed, state, here * (1 - leaves), next);
      } else spread(chain.quiet, state, here * (1 - leaves), next);
    }
    next[unmet] = (next[unmet] ?? 0) + total * leaves;
    sends[week] = sent;
    [mass, next] = [next, mass];
  }
  return sends;
}

function spread(moves: Moves, state: number, mass: number, into: Float64Array): void {
  const end = moves.from[state + 1] ?? 0;
  for (let entry = moves.from[state] ?? 0; entry < end; entry += 1) {
    const to = moves.to[entry] ?? 0;
    into[to] = (into[to] ?? 0) + mass * (moves.chance[entry] ?? 0);
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

function addTo(into: Float64Array, values: Float64Array): void {
  for (let index = 0; index < into.length; index += 1) into[index] = (into[index] ?? 0) + (values[index] ?? 0);
}
