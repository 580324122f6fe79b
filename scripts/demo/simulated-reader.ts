import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { Sureness } from '#core/memory/recollection.ts';
import type { StepAnswer } from '#core/planning/planner-types.ts';
import type { StepKind } from '#core/planning/step-answers.ts';
import type { ComparisonAnswer } from '#server/answers/given-answer.ts';
import { seededRandom } from './seeded-random.ts';

/** What a mail asks of a reader. `right` is the place of the right choice, from 0. */
export type ReaderTask =
  | { asks: 'question'; lessonId: string; choices: number; right: number }
  | { asks: 'comparison'; lessonId: string }
  | { asks: 'step'; lessonId: string; kind: StepKind };

/** What a reader does with a mail after a while: answers it, says that they read it, or, as `null`, nothing. `choice` of a question counts from 0. */
export type Reaction =
  | { does: 'choose'; choice: number; sureness: Sureness; afterMs: number }
  | { does: 'say'; answer: ComparisonAnswer | StepAnswer; afterMs: number }
  | { does: 'read'; afterMs: number }
  | null;

const hourMs = 3_600_000;

/** Of the questions left unanswered, the share whose reader says at least that they read it. */
const readingShare = 0.2;

/**
 * An invented person who reads mail. Their memory is not the planner's: it fades faster (half-life, not FSRS) and grows by a fixed
 * factor, so the demo also shows the engine being wrong about somebody.
 */
export class SimulatedReader {
  private readonly random: () => number;
  private readonly diligence: number;
  private readonly ability: number;
  private readonly halfLives = new Map<string, { days: number; metAt: number }>();

  /** `diligence`: share of mails answered by the people around this one, 0 to 1; each person differs from it by up to 0.2. */
  constructor(seed: number, diligence: number) {
    this.random = seededRandom(seed * 7919 + 17);
    this.diligence = diligence - 0.2 + 0.4 * this.random();
    this.ability = 0.35 + 0.4 * this.random();
  }

  react(task: ReaderTask, now: number): Reaction {
    if (this.random() > this.diligence) return this.leave(task);
    switch (task.asks) {
      case 'question':
        return this.decide(task, now);
      case 'comparison':
        return { does: 'say', answer: this.compare(task.lessonId, now), afterMs: this.later() };
      case 'step':
        return { does: 'say', answer: this.promise(task.kind), afterMs: this.later() };
    }
  }

  private leave(task: ReaderTask): Reaction {
    const reads = task.asks === 'question' && this.random() < readingShare;
    return reads ? { does: 'read', afterMs: this.later() } : null;
  }

  private decide({ lessonId, choices, right }: Extract<ReaderTask, { asks: 'question' }>, now: number): Reaction {
    const knows = this.random() < this.chanceOfKnowing(lessonId, now);
    const guess = Math.floor(this.random() * choices);
    const choice = knows ? right : guess;
    this.learn(lessonId, now, choice === right);
    return { does: 'choose', choice, sureness: this.sureness(knows), afterMs: this.later() };
  }

  /** Whoever knows the rule finds what two cases share, or a part of it; others find a part now and then. */
  private compare(lessonId: string, now: number): ComparisonAnswer {
    const knows = this.random() < this.chanceOfKnowing(lessonId, now);
    const draw = this.random();
    const answer = knows ? (draw < 0.65 ? 'saw' : 'partly') : draw < 0.35 ? 'partly' : 'missed';
    this.learn(lessonId, now, answer !== 'missed');
    return answer;
  }

  /** Of people who mean to do something about half do it (Sheeran 2002: 53 %). */
  private promise(kind: StepKind): StepAnswer {
    const draw = this.random();
    if (kind === 'did-you') return draw < 0.5 ? 'done' : draw < 0.8 ? 'will' : 'cannot';
    return draw < 0.55 ? 'will' : draw < 0.75 ? 'done' : 'cannot';
  }

  private later(): number {
    return Math.round((0.1 + 28 * this.random() ** 2) * hourMs);
  }

  private chanceOfKnowing(lessonId: string, now: number): number {
    const met = this.halfLives.get(lessonId);
    if (!met) return this.ability;
    const recalled = 2 ** (-(now - met.metAt) / dayMs / met.days);
    return recalled + (1 - recalled) * this.ability;
  }

  private learn(lessonId: string, now: number, right: boolean): void {
    const before = this.halfLives.get(lessonId)?.days ?? 18;
    this.halfLives.set(lessonId, { days: right ? before * 2.2 : Math.max(10, before * 0.6), metAt: now });
  }

  private sureness(knows: boolean): Sureness {
    const draw = this.random();
    if (knows) return draw < 0.45 ? 'sure' : draw < 0.85 ? 'fairly' : 'guess';
    return draw < 0.1 ? 'sure' : draw < 0.45 ? 'fairly' : 'guess';
  }
}
