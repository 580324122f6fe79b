import type { AskedOf, MailedQuestion } from '#catalogue/asked-version.ts';
import { choiceLetter, isRight } from '#catalogue/schema/question.ts';
import { type Sureness, surenessLevels } from '#core/memory/recollection.ts';
import { stepAnswers } from '#core/planning/planner-types.ts';

/** What readers say of themselves once they have been shown what two cases share. */
export const comparisonAnswers = ['saw', 'partly', 'missed'] as const;

export type ComparisonAnswer = (typeof comparisonAnswers)[number];

/** An answer as the log keeps it, of whatever was asked: `choice` is the id of a question's choice, or what was said. */
export type GivenAnswer = { choice: string; right: 0 | 1; sureness: Sureness };

export type Lacking = 'choice' | 'sureness';

export type JudgedAnswer =
  | { ok: true; given: GivenAnswer }
  | { ok: false; reason: 'incomplete'; lacks: Lacking[] }
  | { ok: false; reason: 'no-such-choice' };

/** What the fields of a form (`choice`, and `sureness` for a question) say of what was asked, as it was mailed. Pure. */
export function judgeAnswer(asked: AskedOf, fields: Readonly<Record<string, string>>): JudgedAnswer {
  const { choice } = fields;
  const sureness = surenessLevels.find((level) => level === fields['sureness']);
  const needsSureness = asked.kind === 'question';
  const lacks = [
    ...(choice ? [] : (['choice'] as const)),
    ...(sureness || !needsSureness ? [] : (['sureness'] as const)),
  ];
  if (!choice || lacks.length > 0) return { ok: false, reason: 'incomplete', lacks };
  const given = answerTo(asked, choice, sureness ?? 'fairly');
  return given ? { ok: true, given } : { ok: false, reason: 'no-such-choice' };
}

function answerTo(asked: AskedOf, choice: string, sureness: Sureness): GivenAnswer | null {
  switch (asked.kind) {
    case 'question': {
      const chosen = chosenOf(asked.question, choice);
      return chosen ? { choice: chosen.id, right: isRight(chosen) ? 1 : 0, sureness } : null;
    }
    case 'comparison': {
      const given = comparisonAnswers.find((answer) => answer === choice);
      return given ? { choice, ...ofComparison[given] } : null;
    }
    case 'step': {
      const given = stepAnswers.find((answer) => answer === choice);
      // What somebody does with a step tests no memory: `right` only marks it done, and the sureness says nothing.
      return given ? { choice, right: given === 'done' ? 1 : 0, sureness } : null;
    }
  }
}

/** The choice that a form or a link means: by its id, or by the letter that it bore when it was mailed. No id is one letter. */
export function chosenOf({ choices }: MailedQuestion, choice: string): MailedQuestion['choices'][number] | null {
  return choices.find(({ id }, index) => id === choice || choiceLetter(index) === choice) ?? null;
}

/** Half of what two cases share was found, or half remembered: as good as a right guess. */
const ofComparison: Record<ComparisonAnswer, Pick<GivenAnswer, 'right' | 'sureness'>> = {
  saw: { right: 1, sureness: 'fairly' },
  partly: { right: 1, sureness: 'guess' },
  missed: { right: 0, sureness: 'fairly' },
};
