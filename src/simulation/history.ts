import type { Memory } from '#core/memory/forgetting-curve.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { usualPractice } from '#core/memory/practice.ts';
import { afterReading } from '#core/memory/reading.ts';
import { afterAnswer } from '#core/memory/recollection.ts';
import type { Organisation } from './organisation.ts';

/** No such week yet. */
export const never = -32_768;

export const weekMs = 7 * dayMs;

/**
 * All that a policy may know: what was sent when, and whether it was answered right, wrong or not at all. The memories are what FSRS-6
 * with the product's own weights makes of those answers; the true state of the world is nowhere here.
 */
export class History {
  /** Per arm: week of the last e-mail, and of the last answer, brought forward a little by reading since. */
  readonly sentIn: Int32Array;
  readonly metIn: Float64Array;
  /** Per arm: e-mails, answers, and right answers in a row. */
  readonly sends: Int32Array;
  readonly answers: Int32Array;
  readonly rightInRow: Int32Array;
  /** Per arm: the believed memory, as of `metIn`. */
  readonly stability: Float64Array;
  readonly difficulty: Float64Array;
  /** Per person: e-mails and answers since this person came. */
  readonly sentTo: Int32Array;
  readonly answeredBy: Int32Array;
  private readonly lessons: number;

  constructor({ people, lessons }: Organisation) {
    const arms = people * lessons;
    this.lessons = lessons;
    this.sentIn = new Int32Array(arms).fill(never);
    this.metIn = new Float64Array(arms).fill(never);
    this.sends = new Int32Array(arms);
    this.answers = new Int32Array(arms);
    this.rightInRow = new Int32Array(arms);
    this.stability = new Float64Array(arms);
    this.difficulty = new Float64Array(arms);
    this.sentTo = new Int32Array(people);
    this.answeredBy = new Int32Array(people);
  }

  memory(arm: number): Memory | null {
    const week = this.metIn[arm] ?? never;
    if (week === never) return null;
    return { stability: this.stability[arm] ?? 0, difficulty: this.difficulty[arm] ?? 0, metAt: week * weekMs };
  }

  sent(arm: number, week: number): void {
    const person = Math.floor(arm / this.lessons);
    this.sentIn[arm] = week;
    this.sends[arm] = (this.sends[arm] ?? 0) + 1;
    this.sentTo[person] = (this.sentTo[person] ?? 0) + 1;
  }

  answered(arm: number, week: number, right: boolean): void {
    const person = Math.floor(arm / this.lessons);
    this.answeredBy[person] = (this.answeredBy[person] ?? 0) + 1;
    this.met(arm, week, right);
  }

  /** Taken as read: a small part of what an answer teaches. */
  unanswered(arm: number, week: number): void {
    const next = afterReading(this.memory(arm), week * weekMs, usualPractice);
    this.stability[arm] = next.stability;
    this.difficulty[arm] = next.difficulty;
    this.metIn[arm] = next.metAt / weekMs;
  }

  /** An answer, or living through the crisis itself. */
  met(arm: number, week: number, right: boolean): void {
    const next = afterAnswer(this.memory(arm), { right, sureness: 'fairly' }, week * weekMs, usualPractice);
    this.stability[arm] = next.stability;
    this.difficulty[arm] = next.difficulty;
    this.metIn[arm] = week;
    this.answers[arm] = (this.answers[arm] ?? 0) + 1;
    this.rightInRow[arm] = right ? (this.rightInRow[arm] ?? 0) + 1 : 0;
  }

  /** Somebody new sits in the place: nothing is known of them. */
  forget(person: number): void {
    const [from, to] = [person * this.lessons, (person + 1) * this.lessons];
    this.sentIn.fill(never, from, to);
    this.metIn.fill(never, from, to);
    for (const counts of [this.sends, this.answers, this.rightInRow]) counts.fill(0, from, to);
    for (const values of [this.stability, this.difficulty]) values.fill(0, from, to);
    this.sentTo[person] = 0;
    this.answeredBy[person] = 0;
  }

  /** Share of e-mails answered, drawn towards the usual share of newcomers, as `nudges/read-teams.ts` counts it. */
  answerRate(person: number): number {
    return ((this.answeredBy[person] ?? 0) + 2 * newcomerAnswerRate) / ((this.sentTo[person] ?? 0) + 2);
  }
}

/** Share of questions that somebody unknown is taken to answer. */
const newcomerAnswerRate = 0.6;
