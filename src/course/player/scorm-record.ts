import type { Begun, GivenAnswer, LearningRecord } from './learning-record.ts';
import type { Outcome } from './progress.ts';
import type { ScormApi } from './scorm-api.ts';
import { cutTo, limits } from './within-limits.ts';

/** Where a version of SCORM keeps what both have. */
export type ScormPlaces = {
  version: 'scorm-1.2' | 'scorm-2004';
  mode: string;
  language: string;
  passMark: string;
  /** What a pass mark of one is written as. */
  fullMark: number;
  sessionTime: string;
  exit: string;
  /** How an exit is called after which nothing is to be taken up again. */
  over: string;
  /** A stretch of time, from milliseconds. */
  writeTime: (ms: number) => string;
};

/** What the two versions of SCORM have in common: one visit, from its beginning to its end. Each says in its own words what came of it. */
export abstract class ScormRecord implements LearningRecord {
  protected readonly api: ScormApi;
  private readonly clock: () => number;
  private readonly places: ScormPlaces;
  private began = 0;
  private counts = false;
  private isOver = false;
  private hasEnded = false;

  /** `clock` gives milliseconds that only grow. */
  constructor(api: ScormApi, clock: () => number, places: ScormPlaces) {
    this.api = api;
    this.clock = clock;
    this.places = places;
  }

  /** Says that the course is begun and not done, unless something is said already. */
  protected abstract noteBegun(): void;

  /** Writes an answer below `place`, whose id and type stand there already. */
  protected abstract noteAnswer(place: string, given: GivenAnswer): void;

  protected abstract noteOutcome(outcome: Outcome): void;

  async begin(): Promise<Begun> {
    this.began = this.clock();
    const { api, places } = this;
    if (!api.initialize()) this.hasEnded = true;
    const mode = api.get(places.mode);
    this.counts = !this.hasEnded && mode !== 'browse' && mode !== 'review';
    if (this.counts) this.noteBegun();
    const mark = api.get(places.passMark);
    return {
      kept: api.get('cmi.suspend_data'),
      languages: [api.get(places.language)].filter(Boolean),
      passMark: mark === '' || Number.isNaN(Number(mark)) ? null : Number(mark) / places.fullMark,
      counts: this.counts,
      againAtOnce: true,
      returnUrl: null,
    };
  }

  answered(given: GivenAnswer, kept: string): void {
    if (!this.counts) return;
    const place = `cmi.interactions.${Number(this.api.get('cmi.interactions._count')) || 0}`;
    // The id comes first: without it the others are refused.
    this.api.set(`${place}.id`, given.question.id);
    this.api.set(`${place}.type`, 'choice');
    this.noteAnswer(place, given);
    this.api.set(`${place}.weighting`, '1');
    this.api.set(`${place}.latency`, this.places.writeTime(given.took));
    this.keep(kept);
  }

  judged(outcome: Outcome, kept: string): void {
    if (!this.counts) return;
    this.isOver = true;
    this.noteOutcome(outcome);
    this.keep(kept);
  }

  keep(kept: string): void {
    if (!this.counts) return;
    this.api.set('cmi.suspend_data', cutTo(limits[this.places.version].suspendData, kept));
    this.api.commit();
  }

  async end(): Promise<void> {
    if (this.hasEnded) return;
    this.hasEnded = true;
    if (this.counts) {
      const { sessionTime, exit, over, writeTime } = this.places;
      this.api.set(sessionTime, writeTime(this.clock() - this.began));
      this.api.set(exit, this.isOver ? over : 'suspend');
      this.api.commit();
    }
    this.api.finish();
  }
}
