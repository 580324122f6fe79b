import { type Chain, chainOf, type StateRule, type Target, unmet } from '#core/memory/chain/chain.ts';
import { aWeekAfterReading, aWeekLater, elapsedWeeks } from '#core/memory/chain/elapsed-weeks.ts';
import { placeOn, ratioGrid, rounded } from '#core/memory/chain/grid.ts';

/** Meetings told apart; one that was only read, or answered wrong, is part of one. */
const meetings = ratioGrid(0.15, 24, 14);

/** Weeks since the first meeting; a point is left with a chance of one in the gap each week. */
const ages: readonly number[] = [1, 2, 4, 8, 16, 32, 64, 128];

/** Decay of a trace, ACT-R's usual one. */
const decay = 0.5;

/** Activation at which recall is a coin's toss, and its noise: 85 % a week after a first right answer, 40 % three months later. */
const threshold = -2.014;
const noise = 0.6;

/** What a wrong answer with its explanation counts for beside a right one. */
const wrongShare = 0.5;

/**
 * ACT-R's declarative memory (Anderson & Schooler 1991): every meeting leaves a trace that fades as a power of its age, and recall is a
 * logistic function of the log of their sum, here by Petrov's approximation (2006) from the number of meetings, the last and the first. There is no
 * stability and no difficulty. It was written when the planner's rule was frozen, and nothing was changed for it.
 */
export function actRChain(readingShare: number): Chain {
  const [weeks, aged] = [elapsedWeeks.length, ages.length];
  const stateAt = (met: number, age: number, week: number) => 1 + (met * aged + age) * weeks + week;
  const met = (count: number, age: number, at: readonly (readonly [week: number, chance: number])[]): Target[] =>
    rounded(placeOn(meetings, count, Math.log)).flatMap(([point, share]) =>
      olderBy(age).flatMap(([older, ageing]) =>
        at.map(([week, chance]): Target => [stateAt(point, older, week), share * ageing * chance]),
      ),
    );
  const newly = (count: number): Target[] =>
    rounded(placeOn(meetings, count, Math.log)).map(([point, share]): Target => [stateAt(point, 0, 0), share]);
  const ruleOf = (state: number): StateRule => {
    if (state === unmet)
      return {
        recall: 0,
        quiet: [[unmet, 1]],
        right: newly(1),
        wrong: newly(wrongShare),
        read: readingShare > 0 ? newly(readingShare) : [[unmet, 1]],
      };
    const week = (state - 1) % weeks;
    const rest = (state - 1 - week) / weeks;
    const [age, point] = [rest % aged, Math.floor(rest / aged)];
    const count = meetings[point] ?? 0;
    const recall = recallAfter(count, elapsedWeeks[week] ?? 0, ages[age] ?? 0);
    return {
      recall,
      quiet: olderBy(age).flatMap(([older, ageing]) =>
        aWeekLater(week).map(([later, chance]): Target => [stateAt(point, older, later), ageing * chance]),
      ),
      right: met(count + 1, age, [[0, 1]]),
      wrong: met(count + wrongShare, age, [[0, 1]]),
      read: met(count + readingShare, age, aWeekAfterReading(week, readingShare)),
    };
  };
  return chainOf(1 + meetings.length * aged * weeks, ruleOf);
}

function olderBy(age: number): [age: number, chance: number][] {
  const [here, next] = [ages[age], ages[age + 1]];
  if (here === undefined || next === undefined) return [[age, 1]];
  const moves = 1 / (next - here);
  return moves >= 1
    ? [[age + 1, 1]]
    : [
        [age, 1 - moves],
        [age + 1, moves],
      ];
}

/** Weeks since the last meeting and since the first. */
function recallAfter(count: number, last: number, first: number): number {
  const [recent, age] = [7 * last, 7 * Math.max(first, last)];
  const others = count - 1;
  const spread = age > recent ? (age ** (1 - decay) - recent ** (1 - decay)) / ((1 - decay) * (age - recent)) : 0;
  const traces = others <= 0 ? count * recent ** -decay : recent ** -decay + others * (spread || recent ** -decay);
  return 1 / (1 + Math.exp((threshold - Math.log(traces)) / noise));
}
