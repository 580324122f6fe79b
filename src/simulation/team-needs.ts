import type { Organisation } from './organisation.ts';

/** What one member's recall adds to a team's value of a lesson, as `planning/need.ts` counts it with two who must recall, averaged over its days. */
export class TeamNeeds {
  private readonly organisation: Organisation;
  private readonly everyone: number;
  private readonly days: number;
  /** Believed chances of recall: arm x day of the horizon. */
  private readonly chances: Float64Array;
  private readonly needs: Float64Array;

  constructor(
    organisation: Organisation,
    everyone: number,
    days: readonly number[],
    arms: readonly Int32Array[],
    recallOf: (arm: number, days: number) => number,
  ) {
    this.organisation = organisation;
    this.everyone = everyone;
    this.days = days.length;
    this.chances = new Float64Array(organisation.people * organisation.lessons * days.length);
    this.needs = new Float64Array(organisation.people * organisation.lessons);
    for (const ofPerson of arms)
      for (const arm of ofPerson)
        for (const [index, ahead] of days.entries()) this.chances[arm * days.length + index] = recallOf(arm, ahead);
    for (const team of organisation.members)
      for (const arm of arms[team[0] ?? 0] ?? []) this.count(team, arm % organisation.lessons);
  }

  of(arm: number): number {
    return this.needs[arm] ?? 0;
  }

  /**
   * Takes an arm as asked this week. Its person then counts as half way from what they would recall to certainty: answered or not, right or
   * wrong, is still open. The needs of the colleagues fall.
   */
  ask(arm: number): void {
    const { lessons, teamOf, members } = this.organisation;
    for (let day = 0; day < this.days; day += 1) {
      const index = arm * this.days + day;
      this.chances[index] = (1 + (this.chances[index] ?? 0)) / 2;
    }
    this.count(members[teamOf[Math.floor(arm / lessons)] ?? 0] ?? [], arm % lessons);
  }

  private count(people: readonly number[], lesson: number): void {
    const arms = people.map((person) => person * this.organisation.lessons + lesson);
    const sums = new Float64Array(people.length);
    const chances = new Float64Array(people.length);
    for (let day = 0; day < this.days; day += 1) {
      for (const [index, arm] of arms.entries()) chances[index] = this.chances[arm * this.days + day] ?? 0;
      const needs = needOfTwo(chances);
      for (let index = 0; index < sums.length; index += 1) sums[index] = (sums[index] ?? 0) + (needs[index] ?? 0);
    }
    arms.forEach((arm, index) => {
      this.needs[arm] = ((1 - this.everyone) * (sums[index] ?? 0)) / this.days + this.everyone / people.length;
    });
  }
}

/** Chances are held this far from certainty, so that one person can be taken out of a product again. */
const leastDoubt = 1e-9;

/**
 * Half the chance that fewer than two of the others recall, for each person: `needOfEach` of `memory/team-memory.ts` for two, without its
 * arrays, since a simulation asks for it ten million times.
 */
export function needOfTwo(chances: Float64Array): Float64Array {
  let nobody = 1;
  let odds = 0;
  for (let index = 0; index < chances.length; index += 1) {
    const doubt = Math.max(leastDoubt, 1 - (chances[index] ?? 0));
    nobody *= doubt;
    odds += (1 - doubt) / doubt;
  }
  const needs = new Float64Array(chances.length);
  for (let index = 0; index < chances.length; index += 1) {
    const doubt = Math.max(leastDoubt, 1 - (chances[index] ?? 0));
    needs[index] = (nobody / doubt) * (1 + odds - (1 - doubt) / doubt) * 0.5;
  }
  return needs;
}
