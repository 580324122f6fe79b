import { afterAnswerOf, type Calibration, calibrated, uncalibrated } from '../memory/calibration.ts';
import { type Curve, fitCurve, type ObservedAnswer, recallOn, usualCurve } from '../memory/fitted-curve.ts';
import { type WorthTable, worthInState, worthTable } from '../planning/worth-of-asking.ts';
import { never } from './history.ts';
import type { Desk } from './policy.ts';

/** Weeks between two fittings of the forgetting curve to all answers so far. */
const fitEvery = 13;

/** The planner's own view: worth of asking on a forgetting curve that is fitted to the organisation's answers each quarter. */
export class Planner {
  private readonly desk: Desk;
  private readonly answers: ObservedAnswer[] = [];
  private curve: Curve = usualCurve;
  private table: WorthTable = tableOf(usualCurve);
  private fittedIn = 0;
  private readonly records: Calibration[];

  constructor(desk: Desk) {
    this.desk = desk;
    this.records = Array.from({ length: desk.organisation.people }, () => uncalibrated);
  }

  /** To be called at the start of each week. */
  refit(week: number): void {
    if (week - this.fittedIn < fitEvery) return;
    this.fittedIn = week;
    this.curve = fitCurve(this.answers);
    this.table = tableOf(this.curve);
  }

  /** Weeks of certain recall that asking now is worth. */
  worth(arm: number, week: number, person: number): number {
    const { history } = this.desk;
    const met = history.metIn[arm] ?? never;
    const state =
      met === never
        ? null
        : { stability: history.stability[arm] ?? 0, difficulty: history.difficulty[arm] ?? 0, weeks: week - met };
    return worthInState(this.table, history.answerRate(person), state);
  }

  /** Predicted chance of recall some days from the start of a week. */
  recall(arm: number, week: number, days: number): number {
    const { history } = this.desk;
    const met = history.metIn[arm] ?? never;
    return met === never ? 0 : recallOn(this.curve, history.stability[arm] ?? 0, 7 * (week - met) + days);
  }

  /** Predicted chance that an answer now would be right, as the person's own record corrects it. */
  predicts(arm: number, week: number): number {
    return calibrated(this.recall(arm, week, 0), this.recordOf(arm));
  }

  answering(arm: number, week: number, right: boolean): void {
    const met = this.desk.history.metIn[arm] ?? never;
    if (met === never) return;
    this.records[this.personOf(arm)] = afterAnswerOf(this.recordOf(arm), this.recall(arm, week, 0), right);
    this.answers.push({ stability: this.desk.history.stability[arm] ?? 0, days: 7 * (week - met), right });
  }

  forget(person: number): void {
    this.records[person] = uncalibrated;
  }

  private recordOf(arm: number): Calibration {
    return this.records[this.personOf(arm)] ?? uncalibrated;
  }

  private personOf(arm: number): number {
    return Math.floor(arm / this.desk.organisation.lessons);
  }
}

/** Tables made once: they depend on nothing but the curve, and the curves come from a small grid. */
const tables = new Map<string, WorthTable>();

function tableOf(curve: Curve): WorthTable {
  const key = `${curve.decay} ${curve.scale} ${curve.growth}`;
  const known = tables.get(key) ?? worthTable(curve);
  tables.set(key, known);
  return known;
}
