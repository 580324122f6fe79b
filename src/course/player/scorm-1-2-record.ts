import type { Begun, GivenAnswer, LearningRecord } from './learning-record.ts';
import type { Outcome } from './progress.ts';
import type { ScormApi } from './scorm-api.ts';
import { timeOfDay12, timespan12 } from './times.ts';
import { cutTo, limits } from './within-limits.ts';

const { suspendData, text } = limits['scorm-1.2'];

/** `clock` gives milliseconds that only grow. */
export class Scorm12Record implements LearningRecord {
  private readonly api: ScormApi;
  private readonly clock: () => number;
  private began = 0;
  private counts = false;
  private isOver = false;
  private hasEnded = false;

  constructor(api: ScormApi, clock: () => number) {
    this.api = api;
    this.clock = clock;
  }

  async begin(): Promise<Begun> {
    this.began = this.clock();
    const { api } = this;
    if (!api.initialize()) this.hasEnded = true;
    const mode = api.get('cmi.core.lesson_mode');
    this.counts = !this.hasEnded && mode !== 'browse' && mode !== 'review';
    const status = api.get('cmi.core.lesson_status');
    // What a platform makes of a status that was never set differs.
    if (this.counts && ['', 'not attempted', 'unknown'].includes(status)) {
      api.set('cmi.core.lesson_status', 'incomplete');
      api.commit();
    }
    const mark = api.get('cmi.student_data.mastery_score');
    return {
      kept: api.get('cmi.suspend_data'),
      languages: [api.get('cmi.student_preference.language')].filter(Boolean),
      passMark: mark === '' || Number.isNaN(Number(mark)) ? null : Number(mark) / 100,
      counts: this.counts,
      againAtOnce: true,
      returnUrl: null,
    };
  }

  answered({ question, choice, isRight, at, took }: GivenAnswer, kept: string): void {
    if (!this.counts) return;
    const place = `cmi.interactions.${Number(this.api.get('cmi.interactions._count')) || 0}`;
    // The id comes first: without it the others are refused.
    this.api.set(`${place}.id`, question.id);
    this.api.set(`${place}.type`, 'choice');
    this.api.set(`${place}.time`, timeOfDay12(at));
    // Of a choice 1.2 takes one letter and no name.
    this.api.set(`${place}.correct_responses.0.pattern`, question.right);
    this.api.set(`${place}.weighting`, '1');
    this.api.set(`${place}.student_response`, cutTo(text, choice));
    this.api.set(`${place}.result`, isRight ? 'correct' : 'wrong');
    this.api.set(`${place}.latency`, timespan12(took));
    this.api.set('cmi.core.lesson_location', cutTo(text, question.id));
    this.keep(kept);
  }

  judged({ score, passed }: Outcome, kept: string): void {
    if (!this.counts) return;
    this.isOver = true;
    const { api } = this;
    api.set('cmi.core.score.min', '0');
    api.set('cmi.core.score.max', '100');
    api.set('cmi.core.score.raw', String(Math.round(score * 100)));
    // Who has passed stays so, whatever a later try comes to.
    if (api.get('cmi.core.lesson_status') !== 'passed') {
      api.set('cmi.core.lesson_status', passed ? 'passed' : 'failed');
    }
    this.keep(kept);
  }

  keep(kept: string): void {
    if (!this.counts) return;
    this.api.set('cmi.suspend_data', cutTo(suspendData, kept));
    this.api.commit();
  }

  async end(): Promise<void> {
    if (this.hasEnded) return;
    this.hasEnded = true;
    if (this.counts) {
      this.api.set('cmi.core.session_time', timespan12(this.clock() - this.began));
      this.api.set('cmi.core.exit', this.isOver ? '' : 'suspend');
      this.api.commit();
    }
    this.api.finish();
  }
}
