import type { CaseFolder } from '../assemble.ts';
import { choiceLetter, isRight, type Question } from '../schema/question.ts';
import type { ContentFault } from './content-fault.ts';
import type { FormRule } from './form-rule.ts';

/** Beyond this many standard deviations an uneven spread is no accident of the authors' (two-sided chance of about 1 in 400). */
const tolerance = 3;
/** The right answer may be the longest a little more often than chance, and no more: readers learn that rule faster than any other. */
const longestTolerance = 1;
/** Below this many questions any spread may be chance. */
const fewest = 30;

/** What a tally of many questions should come to if position or length gave nothing away, and how far it may stray. */
type Tally = { seen: number; mean: number; variance: number };

/** Is the right answer given away over the whole library, by where it stands or by how long it is? Pure. */
export function checkQuizzes(cases: readonly Pick<CaseFolder, 'questions'>[]): ContentFault[] {
  const questions = cases.flatMap((folder) => folder.questions);
  if (questions.length < fewest) return [];
  return [...positionFaults(questions), ...lengthFaults(questions)];
}

/** A Poisson-binomial tally: each question adds its own chance of a hit. */
function tallyOf(
  questions: readonly Question[],
  chance: (question: Question) => number,
  hit: (question: Question) => boolean,
): Tally {
  const chances = questions.map(chance);
  return {
    seen: questions.filter(hit).length,
    mean: chances.reduce((sum, p) => sum + p, 0),
    variance: chances.reduce((sum, p) => sum + p * (1 - p), 0),
  };
}

function positionFaults(questions: readonly Question[]): ContentFault[] {
  return [0, 1, 2, 3].flatMap((position) => {
    const tally = tallyOf(
      questions,
      ({ choices }) => (position < choices.length ? 1 / choices.length : 0),
      ({ choices }) => choices.findIndex(isRight) === position,
    );
    if (Math.abs(tally.seen - tally.mean) <= tolerance * Math.sqrt(tally.variance)) return [];
    const letter = choiceLetter(position);
    const facts = { times: tally.seen, of: questions.length, chance: Math.round(tally.mean) };
    return [
      fault(
        `answer ${letter} is right ${facts.times} times of ${facts.of}, where ${facts.chance} would be chance`,
        'Change the order of choices in the newest cases.',
        { code: 'place-tells', facts: { letter, ...facts } },
      ),
    ];
  });
}

function lengthFaults(questions: readonly Question[]): ContentFault[] {
  const tally = tallyOf(questions, ({ choices }) => 1 / choices.length, isLongestRight);
  if (tally.seen <= tally.mean + longestTolerance * Math.sqrt(tally.variance)) return [];
  const facts = { times: tally.seen, of: questions.length, chance: Math.round(tally.mean) };
  return [
    fault(
      `the right answer is the longest ${facts.times} times of ${facts.of}, where ${facts.chance} would be chance`,
      'Shorten right answers or lengthen wrong ones in the newest cases.',
      { code: 'length-tells', facts },
    ),
  ];
}

function isLongestRight({ choices }: Question): boolean {
  const right = choices.find(isRight);
  return choices.every((choice) => choice === right || choice.text.length < (right?.text.length ?? 0));
}

function fault(wrong: string, mend: string, rule: FormRule): ContentFault {
  return { file: 'cases/*/questions.yaml', field: 'choices', wrong, mend, rule };
}
