import { afterAnswerOf, type Calibration, calibrated, uncalibrated } from '#core/memory/calibration.ts';
import { fitModel, isWorthFitting, type ObservedAnswer } from '#core/memory/fit-model.ts';
import { recallOn } from '#core/memory/forgetting-curve.ts';
import { type MemoryModel, usualModel } from '#core/memory/memory-model.ts';
import { practices } from '#core/memory/practice.ts';
import { type WorthTable, worthInState, worthTableFor } from '#core/planning/worth-of-asking.ts';
import { BelievedMemories } from './believed-memories.ts';
import { never } from './history.ts';
import type { Desk } from './policy.ts';

/** The planner's own view: worth of asking, on a memory model that is fitted to the organisation's answers as `answers/` fits it. */
export class Planner {
  private readonly desk: Desk;
  private readonly memories: BelievedMemories;
  private readonly answers: ObservedAnswer[][] = practices.map(() => []);
  private readonly records: Calibration[];
  private model: MemoryModel = usualModel;
  private practice = 0;
  private table: WorthTable = worthTableFor(usualModel);
  private fittedTo = 0;

  constructor(desk: Desk) {
    this.desk = desk;
    this.memories = new BelievedMemories(desk.organisation);
    this.records = Array.from({ length: desk.organisation.people }, () => uncalibrated);
    this.believe(usualModel);
  }

  /** To be called at the start of each week. */
  refit(): void {
    const answers = this.answers[0]?.length ?? 0;
    if (!isWorthFitting(answers, this.fittedTo)) return;
    this.fittedTo = answers;
    this.believe(fitModel(practices.map((practice, index) => ({ practice, answers: this.answers[index] ?? [] }))));
  }

  /** Weeks of certain recall that asking now is worth. */
  worth(arm: number, week: number, person: number): number {
    const met = this.memories.metIn[arm] ?? never;
    const difficulty = this.memories.difficulty[arm] ?? 0;
    const state = met === never ? null : { stability: this.stability(arm), difficulty, weeks: week - met };
    return worthInState(this.table, this.desk.history.answerRate(person), state);
  }

  /** Predicted chance of recall some days from the start of a week. */
  recall(arm: number, week: number, days: number): number {
    const met = this.memories.metIn[arm] ?? never;
    return met === never ? 0 : recallOn(this.model.curve, this.stability(arm), 7 * (week - met) + days);
  }

  /** Predicted chance that an answer now would be right, as the person's own record corrects it. */
  predicts(arm: number, week: number): number {
    return calibrated(this.recall(arm, week, 0), this.recordOf(arm));
  }

  answering(arm: number, week: number, right: boolean): void {
    const met = this.memories.metIn[arm] ?? never;
    if (met !== never) {
      this.records[this.personOf(arm)] = afterAnswerOf(this.recordOf(arm), this.recall(arm, week, 0), right);
      for (const [index, observed] of this.answers.entries())
        observed.push({ stability: this.memories.stability(index, arm), days: 7 * (week - met), right });
    }
    this.memories.answered(arm, week, right);
  }

  unanswered(arm: number, week: number): void {
    this.memories.read(arm, week);
  }

  forget(person: number): void {
    const { lessons } = this.desk.organisation;
    this.memories.forget(person * lessons, (person + 1) * lessons);
    this.records[person] = uncalibrated;
  }

  private believe(model: MemoryModel): void {
    this.model = model;
    this.practice = Math.max(
      0,
      practices.findIndex(({ spacing, kept }) => spacing === model.practice.spacing && kept === model.practice.kept),
    );
    this.table = worthTableFor(model);
  }

  private stability(arm: number): number {
    return this.memories.stability(this.practice, arm);
  }

  private recordOf(arm: number): Calibration {
    return this.records[this.personOf(arm)] ?? uncalibrated;
  }

  private personOf(arm: number): number {
    return Math.floor(arm / this.desk.organisation.lessons);
  }
}
