import type { GivenAnswer } from './learning-record.ts';
import type { Outcome } from './progress.ts';
import type { ScormApi } from './scorm-api.ts';
import { ScormRecord } from './scorm-record.ts';
import { timeOfDay12, timespan12 } from './times.ts';
import { cutTo, limits } from './within-limits.ts';

const { text } = limits['scorm-1.2'];

/** `clock` gives milliseconds that only grow. */
export class Scorm12Record extends ScormRecord {
  constructor(api: ScormApi, clock: () => number) {
    super(api, clock, {
      version: 'scorm-1.2',
      mode: 'cmi.core.lesson_mode',
      language: 'cmi.student_preference.language',
      passMark: 'cmi.student_data.mastery_score',
      fullMark: 100,
      sessionTime: 'cmi.core.session_time',
      exit: 'cmi.core.exit',
      over: '',
      writeTime: timespan12,
    });
  }

  protected noteBegun(): void {
    // What a platform makes of a status that was never set differs.
    if (!['', 'not attempted', 'unknown'].includes(this.api.get('cmi.core.lesson_status'))) return;
    this.api.set('cmi.core.lesson_status', 'incomplete');
    this.api.commit();
  }

  protected noteAnswer(place: string, { question, choice, isRight, at }: GivenAnswer): void {
    this.api.set(`${place}.time`, timeOfDay12(at));
    // Of a choice 1.2 takes one letter and no name.
    this.api.set(`${place}.correct_responses.0.pattern`, question.right);
    this.api.set(`${place}.student_response`, cutTo(text, choice));
    this.api.set(`${place}.result`, isRight ? 'correct' : 'wrong');
    this.api.set('cmi.core.lesson_location', cutTo(text, question.id));
  }

  protected noteOutcome({ score, passed }: Outcome): void {
    const { api } = this;
    api.set('cmi.core.score.min', '0');
    api.set('cmi.core.score.max', '100');
    api.set('cmi.core.score.raw', String(Math.round(score * 100)));
    // Who has passed stays so, whatever a later try comes to.
    if (api.get('cmi.core.lesson_status') !== 'passed') {
      api.set('cmi.core.lesson_status', passed ? 'passed' : 'failed');
    }
  }
}
