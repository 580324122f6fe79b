import { nameOf } from '../choice-letter.ts';
import type { CourseQuestion } from '../course.ts';
import type { Begun, GivenAnswer, LearningRecord } from './learning-record.ts';
import type { Outcome } from './progress.ts';
import type { ScormApi } from './scorm-api.ts';
import { duration, timestamp2004 } from './times.ts';
import { cutTo, limits } from './within-limits.ts';

const { suspendData, text } = limits['scorm-2004'];

/** `clock` gives milliseconds that only grow. */
export class Scorm2004Record implements LearningRecord {
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
    const mode = api.get('cmi.mode');
    this.counts = !this.hasEnded && mode !== 'browse' && mode !== 'review';
    if (this.counts && api.get('cmi.completion_status') !== 'completed') {
      api.set('cmi.completion_status', 'incomplete');
      api.commit();
    }
    const mark = api.get('cmi.scaled_passing_score');
    return {
      kept: api.get('cmi.suspend_data'),
      languages: [api.get('cmi.learner_preference.language')].filter(Boolean),
      passMark: mark === '' || Number.isNaN(Number(mark)) ? null : Number(mark),
      counts: this.counts,
      againAtOnce: true,
      returnUrl: null,
    };
  }

  answered({ question, choice, isRight, at, took, share }: GivenAnswer, kept: string): void {
    if (!this.counts) return;
    const place = `cmi.interactions.${Number(this.api.get('cmi.interactions._count')) || 0}`;
    // The id comes first: without it the others are refused.
    this.api.set(`${place}.id`, question.id);
    this.api.set(`${place}.type`, 'choice');
    this.api.set(`${place}.timestamp`, timestamp2004(at));
    this.api.set(`${place}.correct_responses.0.pattern`, nameOf(question.choices, question.right));
    this.api.set(`${place}.weighting`, '1');
    this.api.set(`${place}.learner_response`, nameOf(question.choices, choice));
    this.api.set(`${place}.result`, isRight ? 'correct' : 'incorrect');
    this.api.set(`${place}.latency`, duration(took));
    this.api.set(`${place}.description`, describe(question, choice));
    this.api.set('cmi.location', question.id);
    this.api.set('cmi.progress_measure', String(Math.round(share * 10_000) / 10_000));
    this.keep(kept);
  }

  judged({ score, passed, right, all }: Outcome, kept: string): void {
    if (!this.counts) return;
    this.isOver = true;
    const { api } = this;
    api.set('cmi.score.scaled', String(Math.round(score * 10_000) / 10_000));
    api.set('cmi.score.min', '0');
    api.set('cmi.score.max', String(all));
    api.set('cmi.score.raw', String(right));
    // Both: completion alone would leave success unknown.
    api.set('cmi.completion_status', 'completed');
    if (api.get('cmi.success_status') !== 'passed') api.set('cmi.success_status', passed ? 'passed' : 'failed');
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
      this.api.set('cmi.session_time', duration(this.clock() - this.began));
      this.api.set('cmi.exit', this.isOver ? 'normal' : 'suspend');
      this.api.commit();
    }
    this.api.finish();
  }
}

/** What was asked, and by which letter the choice stood on the page: for whoever reads the record beside it. */
function describe({ ask }: CourseQuestion, letter: string): string {
  const chosen = ` (${letter.toUpperCase()})`;
  return `${cutTo(text - chosen.length, ask)}${chosen}`;
}
