import type { CatalogueCase } from '#catalogue/catalogue.ts';
import { type Guess, guessBlind, type Telling } from '#catalogue/check/guess/blind-guess.ts';
import { highestGuessShare } from '#catalogue/check/guess/check-guesses.ts';
import { guessFigures, guessShare, isHit } from '#catalogue/check/guess/guess-figures.ts';
import { choiceLetter } from '#catalogue/schema/question.ts';
import { UsageError } from '../usage-error.ts';
import { usage } from './usage.ts';

/** How well a reader guesses who has read none of it; with a case's name, how each of its questions is guessed and by what. */
export function printGuess(cases: readonly CatalogueCase[], slug: string | null): void {
  for (const line of slug === null ? libraryLines(cases) : caseLines(cases, slug)) console.log(line);
}

const percent = (part: number, whole: number) => `${Math.round((100 * part) / Math.max(1, whole))} %`;

function libraryLines(cases: readonly CatalogueCase[]): string[] {
  const figures = guessFigures(cases);
  const share = guessShare(figures);
  const chance = guessShare({ ...figures, right: figures.chance });
  const goal =
    share <= highestGuessShare ? `within the goal of ${highestGuessShare}` : `missed: goal ${highestGuessShare}`;
  return [
    `Guessed unread, by the words of the options alone: ${figures.right} of ${figures.questions} right, ${share.toFixed(2)} (chance ${chance.toFixed(2)}; ${goal}).`,
    ...figures.thumbs.map(
      ({ rule, right, of }) =>
        `  ${rule.padEnd(34)} ${String(right).padStart(3)} right of ${of} (${percent(right, of)})`,
    ),
    'What tells most:',
    ...figures.telling.map(
      ({ feature, right, wrong }) => `  ${feature.padEnd(34)} ${String(right).padStart(3)} right, ${wrong} wrong`,
    ),
    'Guessed most often:',
    ...worstCases(guessBlind(cases)),
  ];
}

const shownCases = 10;

function worstCases(guesses: readonly Guess[]): string[] {
  return [...Map.groupBy(guesses, ({ caseId }) => caseId)]
    .map(([id, own]) => ({ id, right: own.filter(isHit).length, of: own.length }))
    .sort((a, b) => b.right / b.of - a.right / a.of || b.of - a.of)
    .slice(0, shownCases)
    .map(({ id, right, of }) => `  ${id.padEnd(34)} ${String(right).padStart(3)} of ${of}`);
}

function caseLines(cases: readonly CatalogueCase[], slug: string): string[] {
  const entry = cases.find(({ id }) => id === slug);
  if (!entry) throw new UsageError(`No case that can be read is called "${slug}".`, usage);
  const guesses = guessBlind(cases).filter(({ caseId }) => caseId === slug);
  return [
    `${slug}: ${guesses.filter(isHit).length} of ${guesses.length} guessed right unread.`,
    ...guesses.flatMap((guess) => questionLines(entry, guess)),
  ];
}

function questionLines(entry: CatalogueCase, guess: Guess): string[] {
  const question = entry.questions.find(({ id }) => id === guess.questionId);
  const verdict = isHit(guess) ? 'guessed RIGHT' : `guessed wrong (${choiceLetter(guess.guessed)})`;
  return [
    '',
    `${guess.questionId}: ${verdict}`,
    ...(question?.choices ?? []).flatMap(({ text }, at) => [
      `  ${choiceLetter(at)}${at === guess.right ? ' *' : '  '} ${score(guess.telling[at])}  ${text}`,
      `              ${why(guess.telling[at])}`,
    ]),
  ];
}

function score(telling: readonly Telling[] = []): string {
  const sum = telling.reduce((total, { weight }) => total + weight, 0);
  return `${sum < 0 ? '-' : '+'}${Math.abs(sum).toFixed(1)}`.padStart(5);
}

const shownReasons = 5;

/** The features that moved the guess, with how often each stands in right and in wrong options of the other cases. */
function why(telling: readonly Telling[] = []): string {
  return telling
    .slice(0, shownReasons)
    .map(({ feature, weight, count }) => `${weight < 0 ? '-' : '+'} ${feature} (${count.right}:${count.wrong})`)
    .join(', ');
}
