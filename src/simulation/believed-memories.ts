import { recallOn, usualCurve } from '#core/memory/forgetting-curve.ts';
import {
  difficultyAfter,
  firstDifficulty,
  firstStability,
  stabilityIfRight,
  stabilityIfWrong,
} from '#core/memory/fsrs-steps.ts';
import { type Practice, practices } from '#core/memory/practice.ts';
import { readingShare } from '#core/memory/reading.ts';
import { crisisWeeks } from './bound/alike-people.ts';
import { never } from './history.ts';
import type { Organisation } from './organisation.ts';

/** What the planner makes of every answer, under each practice it holds answers against: `answers/` folds the product's log the same way. */
export class BelievedMemories {
  /** Per practice and arm, in days. */
  private readonly stabilities: readonly Float64Array[];
  readonly difficulty: Float64Array;
  /** Per arm: week of the last meeting, brought forward a little by reading since. */
  readonly metIn: Float64Array;

  constructor({ people, lessons, livedAgo }: Organisation) {
    const arms = people * lessons;
    this.stabilities = practices.map(() => new Float64Array(arms));
    this.difficulty = new Float64Array(arms);
    this.metIn = new Float64Array(arms).fill(never);
    livedAgo.forEach((weeks, arm) => {
      if (weeks > 0) this.livedThrough(arm, weeks);
    });
  }

  stability(practice: number, arm: number): number {
    return this.stabilities[practice]?.[arm] ?? 0;
  }

  answered(arm: number, week: number, right: boolean): void {
    const kind = right ? 'right' : 'wrong';
    const isNew = this.metIn[arm] === never;
    const difficulty = this.difficulty[arm] ?? 0;
    this.change(arm, (stability, practice) => {
      if (isNew) return firstStability[kind];
      const step = right ? stabilityIfRight : stabilityIfWrong;
      return step(stability, difficulty, this.recall(stability, arm, week), practice);
    });
    this.difficulty[arm] = isNew ? firstDifficulty[kind] : difficultyAfter(difficulty, right);
    this.metIn[arm] = week;
  }

  /** As `afterReading` of `memory/reading.ts`. */
  read(arm: number, week: number): void {
    const met = this.metIn[arm] ?? never;
    if (met === never) {
      this.change(arm, () => firstStability.right * readingShare);
      this.difficulty[arm] = firstDifficulty.right;
      this.metIn[arm] = week;
      return;
    }
    const difficulty = this.difficulty[arm] ?? 0;
    this.change(arm, (stability, practice) => {
      const ifRight = stabilityIfRight(stability, difficulty, this.recall(stability, arm, week), practice);
      return stability + readingShare * Math.max(0, ifRight - stability);
    });
    this.metIn[arm] = met + readingShare * (week - met);
  }

  forget(from: number, to: number): void {
    this.metIn.fill(never, from, to);
  }

  private livedThrough(arm: number, weeksAgo: number): void {
    this.answered(arm, -weeksAgo, true);
    this.answered(arm, crisisWeeks - weeksAgo, true);
  }

  private change(arm: number, next: (stability: number, practice: Practice) => number): void {
    practices.forEach((practice, index) => {
      const ofPractice = this.stabilities[index];
      if (ofPractice) ofPractice[arm] = next(ofPractice[arm] ?? 0, practice);
    });
  }

  private recall(stability: number, arm: number, week: number): number {
    return recallOn(usualCurve, stability, 7 * (week - (this.metIn[arm] ?? never)));
  }
}
