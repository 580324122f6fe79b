import { nameOf } from '../choice-letter.ts';
import type { CourseQuestion } from '../course.ts';
import type { GivenAnswer } from './learning-record.ts';
import type { Outcome } from './progress.ts';
import type { ScormApi } from './scorm-api.ts';
import { ScormRecord } from './scorm-record.ts';
import { duration, timestamp2004 } from './times.ts';
import { cutTo, limits } from './within-limits.ts';

const { text } = limits['scorm-2004'];

/** `clock` gives milliseconds that only grow. */
export class Scorm2004Record extends ScormRecord {
  constructor(api: ScormApi, clock: () => number) {
    super(api, clock, {
      version: 'scorm-2004',
      mode: 'cmi.mode',
      language: 'cmi.learner_preference.language',
      passMark: 'cmi.scaled_passing_score',
      fullMark: 1,
      sessionTime: 'cmi.session_time',
      exit: 'cmi.exit',
      over: 'normal',
      writeTime: duration,
    });
  }

  protected noteBegun(): void {
    if (this.api.get('cmi.completion_status') === 'completed') return;
    this.api.set('cmi.completion_status', 'incomplete');
    this.api.commit();
  }

  protected noteAnswer(place: string, { question, choice, isRight, at, share }: GivenAnswer): void {
    this.api.set(`${place}.timestamp`, timestamp2004(at));
    this.api.set(`${place}.correct_responses.0.pattern`, nameOf(question.choices, question.right));
    this.api.set(`${place}.learner_response`, nameOf(question.choices, choice));
    this.api.set(`${place}.result`, isRight ? 'correct' : 'incorrect');
    this.api.set(`${place}.description`, describe(question, choice));
    this.api.set('cmi.location', question.id);
    this.api.set('cmi.progress_measure', String(Math.round(share * 10_000) / 10_000));
  }

  protected noteOutcome({ score, passed, right, all }: Outcome): void {
    const { api } = this;
    api.set('cmi.score.scaled', String(Math.round(score * 10_000) / 10_000));
    api.set('cmi.score.min', '0');
    api.set('cmi.score.max', String(all));
    api.set('cmi.score.raw', String(right));
    // Both: completion alone would leave success unknown.
    api.set('cmi.completion_status', 'completed');
    if (api.get('cmi.success_status') !== 'passed') api.set('cmi.success_status', passed ? 'passed' : 'failed');
  }
}

/** What was asked, and by which letter the choice stood on the page: for whoever reads the record beside it. */
function describe({ ask }: CourseQuestion, letter: string): string {
  const chosen = ` (${letter.toUpperCase()})`;
  return `${cutTo(text - chosen.length, ask)}${chosen}`;
}
