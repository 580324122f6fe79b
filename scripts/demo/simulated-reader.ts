import { dayMs } from '../../src/memory/forgetting-curve.ts';
import type { Sureness } from '../../src/memory/recollection.ts';
import { seededRandom } from './seeded-random.ts';

export type ReaderQuestion = { lessonId: string; choices: number; right: number };

/** What a reader does with a nudge: answers after a while, or never. `choice` counts from 0. */
export type Reaction = { choice: number; sureness: Sureness; afterMs: number } | null;

const hourMs = 3_600_000;

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

  react(question: ReaderQuestion, now: number): Reaction {
    if (this.random() > this.diligence) return null;
    const knows = this.random() < this.chanceOfKnowing(question.lessonId, now);
    const guess = Math.floor(this.random() * question.choices);
    const choice = knows ? question.right : guess;
    this.learn(question.lessonId, now, choice === question.right);
    return { choice, sureness: this.sureness(knows), afterMs: Math.round((0.1 + 28 * this.random() ** 2) * hourMs) };
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
