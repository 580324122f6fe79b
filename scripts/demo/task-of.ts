import { findAsked } from '#catalogue/asked.ts';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { isRight } from '#catalogue/schema/question.ts';
import type { NudgeRow } from '#server/database/schema.ts';
import type { ReaderTask } from './simulated-reader.ts';

/** What the mail of a nudge asks. @throws RangeError when it left the library within the played weeks, which it cannot. */
export function taskOf(nudge: NudgeRow, catalogue: Catalogue): ReaderTask {
  const asked = findAsked(catalogue, nudge.question_id);
  const lessonId = nudge.lesson_id;
  switch (asked?.kind) {
    case 'question': {
      const { choices } = asked.question;
      return { asks: 'question', lessonId, choices: choices.length, right: choices.findIndex(isRight) };
    }
    case 'comparison':
      return { asks: 'comparison', lessonId };
    case 'step':
      return { asks: 'step', lessonId, kind: nudge.kind === 'did-you' ? 'did-you' : 'apply' };
    case undefined:
      throw new RangeError(`The library has no ${nudge.question_id}, which a mail of the demo asks about.`);
  }
}
