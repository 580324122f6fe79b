import { type Answer, type FiveAnswers, fiveQuestions, type QuestionId, questionIds } from './five-questions.ts';
import { type PolicyColourId, policyColourIds } from './policy-colours.ts';

/** Whether one colour holds, and the questions whose answers decided it: all of them were answered as `holds` says. */
export type ColourVerdict = { colour: PolicyColourId; holds: Answer; because: readonly QuestionId[] };

export type ItemColour = {
  /** None, one or two, in the order green, blue, red. */
  colours: readonly PolicyColourId[];
  /** One for each colour, in that order: no colour is a result with its reasons too. */
  verdicts: readonly ColourVerdict[];
  /** The colour that held as well, where all three did. */
  outranked: PolicyColourId | null;
  /** Unanswered questions that could still change the colours or what they rest on, in the order of asking. */
  open: readonly QuestionId[];
};

/** An item shows two colours at most: three would set no direction. */
const mostColours = 2;

/**
 * The policy colours of an item. Green, autonomy lost: diversify (essential and dependent). Blue, superiority held: control (a lead, the more
 * so when it could leave). Red, disruptive innovation: invest (upheaval). As METI's principal director for economic security described
 * them; the questions and the rule are ours. Pure.
 */
export function colourOf(answers: FiveAnswers): ItemColour {
  return { ...coloursOf(answers), open: openQuestions(answers) };
}

function coloursOf(answers: FiveAnswers): Omit<ItemColour, 'open'> {
  const verdicts = policyColourIds.map((colour) => verdictOn(colour, answers));
  const ranked = verdicts
    .filter((verdict) => verdict.holds === 'yes')
    .sort((a, b) => urgencyOf(a) - urgencyOf(b))
    .map((verdict) => verdict.colour);
  const shown = ranked.slice(0, mostColours);
  return {
    colours: policyColourIds.filter((colour) => shown.includes(colour)),
    verdicts,
    outranked: ranked[mostColours] ?? null,
  };
}

/** Yes when every needed answer is yes, no when one is no, unknown otherwise (Kleene's three-valued "and"). */
function verdictOn(colour: PolicyColourId, answers: FiveAnswers): ColourVerdict {
  const asked = fiveQuestions.filter((question) => question.colour === colour);
  const needed = asked.filter((question) => question.part === 'needed').map((question) => question.id);
  const answered = (ids: readonly QuestionId[], answer: Answer) => ids.filter((id) => answers[id] === answer);
  for (const holds of ['no', 'unknown'] as const) {
    const because = answered(needed, holds);
    if (because.length > 0) return { colour, holds, because };
  }
  const because = answered(
    asked.map((question) => question.id),
    'yes',
  );
  return { colour, holds: 'yes', because };
}

/** What stops the line comes first; then a lead that could leave, which cannot be won back; then what is coming; last a lead nobody threatens. */
function urgencyOf({ colour, because }: ColourVerdict): number {
  if (colour === 'green') return 0;
  if (colour === 'red') return 2;
  return because.includes('leak') ? 1 : 3;
}

/** A question is open when, for some way the other unanswered ones could fall, yes and no to it lead to different colours or reasons. */
function openQuestions(answers: FiveAnswers): QuestionId[] {
  const unanswered = questionIds.filter((id) => answers[id] === 'unknown');
  return unanswered.filter((id) => {
    const others = unanswered.filter((other) => other !== id);
    return completions(answers, others).some(
      (full) => reading({ ...full, [id]: 'yes' }) !== reading({ ...full, [id]: 'no' }),
    );
  });
}

/** Every way the `unanswered` questions could be answered: 16 at most. */
function completions(answers: FiveAnswers, unanswered: readonly QuestionId[]): FiveAnswers[] {
  return unanswered.reduce<FiveAnswers[]>(
    (ways, id) =>
      ways.flatMap((way) => [
        { ...way, [id]: 'yes' },
        { ...way, [id]: 'no' },
      ]),
    [answers],
  );
}

/** The colours and what each rests on; why a colour does not hold is no change of colour. */
function reading(answers: FiveAnswers): string {
  const { colours, verdicts } = coloursOf(answers);
  const shown = verdicts.filter((verdict) => colours.includes(verdict.colour));
  return shown.map((verdict) => [verdict.colour, ...verdict.because].join(' ')).join('; ');
}
