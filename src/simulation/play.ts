import { type Chain, isCertain, move, unmet } from '#core/memory/chain/chain.ts';
import { type Behaviour, crisisWeeks, leavesAWeek } from './bound/alike-people.ts';
import { chance, uses } from './chance.ts';
import { History, never } from './history.ts';
import type { Organisation } from './organisation.ts';
import type { Allowance, Desk, Policy } from './policy.ts';
import type { World } from './worlds/worlds.ts';

export type Play = {
  world: World;
  organisation: Organisation;
  behaviour: Behaviour;
  weeks: number;
  seed: number;
  allowanceIn: (week: number) => Allowance;
  /** What `allowanceIn` comes to on average. */
  mailsPerPersonWeek: number;
  policyAt: (desk: Desk) => Policy;
  /** Chance a week that somebody who got so many e-mails in it unsubscribes for good; absent where nobody does. */
  unsubscribes?: (mailsInWeek: number) => number;
};

/** What is told to those who measure. */
export type Witness = {
  /** An answer about a lesson met before: what was predicted of it, and what came. */
  answer?: (arm: number, week: number, right: boolean, predicted: number) => void;
  /** At each week's end. */
  week: (week: number, recallOf: (arm: number) => number, mailsTo: Int32Array) => void;
};

/** The states in which the arms of this seed begin, as `play` begins them. */
export function startStates(game: Pick<Play, 'world' | 'organisation' | 'seed'>): (arm: number) => number {
  const arms = new Arms(game, new History(game.organisation));
  return (arm) => arms.stateOf(arm);
}

/** Plays a policy through the weeks of a world. The same seed gives every policy the same people, luck and departures. */
export function play(game: Play, witness: Witness): { unsubscribed: number } {
  const { organisation, weeks, seed } = game;
  const { people, lessons } = organisation;
  const history = new History(organisation);
  const arms = new Arms(game, history);
  const policy = game.policyAt({ organisation, history, seed, mailsPerPersonWeek: game.mailsPerPersonWeek });
  const leaves = leavesAWeek(game.behaviour);
  const mailsTo = new Int32Array(people);
  const gone = new Uint8Array(people);
  for (let week = 0; week < weeks; week += 1) {
    mailsTo.fill(0);
    const asked = policy.choose(week, game.allowanceIn(week)).filter((arm) => gone[Math.floor(arm / lessons)] === 0);
    for (const arm of asked) {
      const person = Math.floor(arm / lessons);
      mailsTo[person] = (mailsTo[person] ?? 0) + 1;
      history.sent(arm, week);
      const right = arms.ask(arm, person, week);
      if (right === null) {
        policy.unanswered?.(arm, week);
        history.unanswered(arm, week);
        continue;
      }
      if (policy.predicts && history.metIn[arm] !== never)
        witness.answer?.(arm, week, right, policy.predicts(arm, week));
      policy.answering?.(arm, week, right);
      history.answered(arm, week, right);
      policy.answered?.(arm, week, right);
    }
    arms.passWeek(week);
    for (let person = 0; person < people; person += 1) {
      if (game.unsubscribes && chance(seed, uses.unsubscribes, person, week) < game.unsubscribes(mailsTo[person] ?? 0))
        gone[person] = 1;
      if (chance(seed, uses.leaves, person, week) >= leaves) continue;
      arms.replace(person);
      history.forget(person);
      policy.forget?.(person);
      gone[person] = 0;
    }
    witness.week(week, (arm) => arms.recall(arm), mailsTo);
  }
  return { unsubscribed: gone.reduce((sum, value) => sum + value, 0) / people };
}

/** The true state of every arm that concerns its person. The others are never counted, so nothing is kept of them. */
class Arms {
  private readonly game: Pick<Play, 'world' | 'organisation' | 'seed'>;
  private readonly state: Int32Array;
  private readonly moved: Uint8Array;
  private readonly chainOf: Uint8Array;
  private readonly counted: Int32Array;
  private readonly chains: readonly Chain[];

  constructor(game: Pick<Play, 'world' | 'organisation' | 'seed'>, history: History) {
    const { organisation, world } = game;
    const arms = organisation.people * organisation.lessons;
    this.game = game;
    this.state = new Int32Array(arms).fill(unmet);
    this.moved = new Uint8Array(arms);
    this.chains = world.chains;
    this.chainOf = Uint8Array.from({ length: arms }, (_, arm) =>
      world.chainOf(Math.floor(arm / organisation.lessons), arm % organisation.lessons),
    );
    this.counted = Int32Array.from({ length: arms }, (_, arm) => arm).filter(
      (arm) => (organisation.weight[arm] ?? 0) > 0,
    );
    for (const arm of this.counted) this.liveThrough(arm, organisation.livedAgo[arm] ?? 0, history);
  }

  stateOf(arm: number): number {
    return this.state[arm] ?? unmet;
  }

  recall(arm: number): number {
    return this.chain(arm).recall[this.state[arm] ?? 0] ?? 0;
  }

  /** Whether the question was answered right; null when it was not answered. Only one e-mail a week about a lesson has an effect. */
  ask(arm: number, person: number, week: number): boolean | null {
    const { seed, organisation } = this.game;
    const chain = this.chain(arm);
    const state = this.state[arm] ?? 0;
    const random = chance(seed, uses.move, arm, week);
    this.moved[arm] = 1;
    if (chance(seed, uses.answers, arm, week) >= (organisation.answerRate[person] ?? 0)) {
      this.state[arm] = move(chain.read, state, random);
      return null;
    }
    const right = chance(seed, uses.right, arm, week) < (chain.rightChance[state] ?? 0);
    this.state[arm] = move(right ? chain.right : chain.wrong, state, random);
    return right;
  }

  passWeek(week: number): void {
    const { seed } = this.game;
    for (const arm of this.counted) {
      if (this.moved[arm] === 1) {
        this.moved[arm] = 0;
        continue;
      }
      const state = this.state[arm] ?? 0;
      if (state === unmet) continue;
      const { quiet } = this.chain(arm);
      const random = isCertain(quiet, state) ? 0 : chance(seed, uses.move, arm, week);
      this.state[arm] = move(quiet, state, random);
    }
  }

  replace(person: number): void {
    const { lessons } = this.game.organisation;
    this.state.fill(unmet, person * lessons, (person + 1) * lessons);
  }

  /** A crisis is met twice, at its beginning and a month later, right both times; then it fades. The policies know when it was. */
  private liveThrough(arm: number, weeksAgo: number, history: History): void {
    if (weeksAgo === 0) return;
    const { seed } = this.game;
    const chain = this.chain(arm);
    let state = unmet;
    for (let week = -weeksAgo; week < 0; week += 1) {
      const meets = week === -weeksAgo || week === crisisWeeks - weeksAgo;
      state = move(meets ? chain.right : chain.quiet, state, chance(seed, uses.start, arm, week));
      if (meets) history.met(arm, week, true);
    }
    this.state[arm] = state;
  }

  private chain(arm: number): Chain {
    const chain = this.chains[this.chainOf[arm] ?? 0];
    if (!chain) throw new RangeError(`Arm ${arm} follows chain ${this.chainOf[arm]}, which its world does not have.`);
    return chain;
  }
}
