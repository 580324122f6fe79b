import type { PolicyId } from '#core/evidence/names.ts';
import { highestFirst } from '../choice.ts';
import { type History, never } from '../history.ts';
import type { Desk, Policy } from '../policy.ts';

/**
 * Policies that ask again after a number of days. All know which lessons concern whom. New lessons go first, then the longest overdue in
 * proportion to the interval; a question left unanswered comes back after the same interval. Nothing due, nothing sent.
 */
function byInterval(id: PolicyId, { organisation, history }: Desk, daysOf: (arm: number) => number): Policy {
  const choose = highestFirst(organisation, 'relevant', (arm, week) => {
    const last = lastMet(history, arm);
    if (last === never) return newFirst;
    const wait = Math.max(1, Math.round(daysOf(arm) / 7));
    const since = week - last;
    return since >= wait ? since / wait : 0;
  });
  return { id, choose };
}

const newFirst = 1e6;

function lastMet(history: History, arm: number): number {
  return Math.max(history.sentIn[arm] ?? never, history.metIn[arm] ?? never);
}

const at = (ladder: readonly number[], step: number): number => ladder[Math.min(step, ladder.length - 1)] ?? 0;

/** Fixed expanding intervals, whatever is answered. */
export const expanding = (desk: Desk): Policy =>
  byInterval('expanding', desk, (arm) =>
    at([1, 7, 30, 90], Math.max(desk.history.sends[arm] ?? 0, desk.history.answers[arm] ?? 0) - 1),
  );

/** A rung higher with every right answer, back to the foot with a wrong one. */
export const memrise = (desk: Desk): Policy =>
  byInterval('memrise', desk, (arm) => at([1, 6, 12, 48, 96, 180], desk.history.rightInRow[arm] ?? 0));

/** Boxes of one to sixteen weeks. */
export const leitner = (desk: Desk): Policy =>
  byInterval('leitner', desk, (arm) => at([7, 14, 28, 56, 112], desk.history.rightInRow[arm] ?? 0));

/** Kerfoot & Baker 2012: 12 days after a wrong answer, 24 after a right one, and never again after two right in a row. */
export const kerfoot = (desk: Desk): Policy =>
  byInterval('kerfoot', desk, (arm) => {
    const right = desk.history.rightInRow[arm] ?? 0;
    if (right >= 2 && (desk.history.sends[arm] ?? 0) >= 2) return Number.POSITIVE_INFINITY;
    return right > 0 ? 24 : 12;
  });

/** Woźniak's SM-2: 1 day, 6 days, then the interval times an ease that falls with wrong answers. Right is grade 4, wrong grade 2. */
export const sm2 = (desk: Desk): Policy => {
  const { people, lessons } = desk.organisation;
  const ease = new Float64Array(people * lessons).fill(usualEase);
  const days = new Float64Array(people * lessons).fill(1);
  return {
    ...byInterval('sm-2', desk, (arm) => days[arm] ?? 1),
    answered: (arm, _, right) => {
      const row = desk.history.rightInRow[arm] ?? 0;
      if (row === 0) days[arm] = 1;
      else if (row <= 2) days[arm] = row === 1 ? 1 : 6;
      else days[arm] = (days[arm] ?? 1) * (ease[arm] ?? usualEase);
      if (!right) ease[arm] = Math.max(leastEase, (ease[arm] ?? usualEase) - 0.32);
    },
    forget: (person) => {
      ease.fill(usualEase, person * lessons, (person + 1) * lessons);
      days.fill(1, person * lessons, (person + 1) * lessons);
    },
  };
};

const usualEase = 2.5;
const leastEase = 1.3;
