import type { AskedOf, AskedVersion, MailedQuestion } from './asked-version.ts';
import { isRight } from './schema/question.ts';

/** How the library stands to what was asked. `rightNow` is set where it holds another answer for right than the one that was asked about. */
export type ChangedSince =
  | { kind: 'same' }
  | { kind: 'changed'; rightNow: { text: string; because: string } | null }
  | { kind: 'gone' };

/** Compares what was asked with what the library asks now under the same id. Only what was read counts: the order of choices, and the lesson's other steps, do not. Pure. */
export function changedSince(then: AskedVersion, now: AskedVersion | null): ChangedSince {
  if (!now) return { kind: 'gone' };
  if (JSON.stringify(read(then)) === JSON.stringify(read(now))) return { kind: 'same' };
  return { kind: 'changed', rightNow: otherRight(then.asked, now.asked) };
}

function otherRight(then: AskedOf, now: AskedOf): { text: string; because: string } | null {
  if (then.kind !== 'question' || now.kind !== 'question') return null;
  const right = rightOf(now.question);
  if (!right || right.id === rightOf(then.question)?.id) return null;
  return { text: right.text, because: right.because };
}

function rightOf({ choices }: MailedQuestion) {
  return choices.find((choice) => isRight(choice));
}

function read({ asked }: AskedVersion): unknown {
  switch (asked.kind) {
    case 'question': {
      const { scene, ask, choices } = asked.question;
      return [scene, ask, choices.toSorted((a, b) => (a.id < b.id ? -1 : 1))];
    }
    case 'comparison':
      return [asked.comparison, asked.lesson.rule];
    case 'step':
      return [asked.step.action, asked.step.minutes, asked.step.authority];
  }
}
