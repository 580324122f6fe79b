import type { AskedThing } from '#catalogue/asked.ts';
import { choiceLetter, isRight } from '#catalogue/schema/question.ts';
import { type Sureness, surenessLevels } from '#core/memory/recollection.ts';
import { stepAnswers } from '#core/planning/planner-types.ts';

/** What readers say of themselves once they have been shown what two cases share. */
export const comparisonAnswers = ['saw', 'partly', 'missed'] as const;

export type ComparisonAnswer = (typeof comparisonAnswers)[number];

/** An answer as the log keeps it, of whatever was asked. */
export type GivenAnswer = { choice: string; right: 0 | 1; sureness: Sureness };

export type Lacking = 'choice' | 'sureness';

export type JudgedAnswer =
  | { ok: true; given: GivenAnswer }
  | { ok: false; reason: 'incomplete'; lacks: Lacking[] }
  | { ok: false; reason: 'no-such-choice' };

/** What the fields of a form (`choice`, and `sureness` for a question) say of the thing asked. Pure. */
export function judgeAnswer(asked: AskedThing, fields: Readonly<Record<string, string>>): JudgedAnswer {
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

function answerTo(asked: AskedThing, choice: string, sureness: Sureness): GivenAnswer | null {
  switch (asked.kind) {
    case 'question': {
      const chosen = asked.question.choices.find((_, index) => choiceLetter(index) === choice);
      return chosen ? { choice, right: isRight(chosen) ? 1 : 0, sureness } : null;
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

/** Half of what two cases share was found, or half remembered: as good as a right guess. */
const ofComparison: Record<ComparisonAnswer, Pick<GivenAnswer, 'right' | 'sureness'>> = {
  saw: { right: 1, sureness: 'fairly' },
  partly: { right: 1, sureness: 'guess' },
  missed: { right: 0, sureness: 'fairly' },
};
