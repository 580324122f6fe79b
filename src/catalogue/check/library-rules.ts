import type { ContentParts } from '../assemble.ts';
import { checkDates } from './check-dates.ts';
import { checkExtent } from './check-extent.ts';
import { lessonsNotShown } from './check-shown-by.ts';
import { checkSubjects } from './check-subjects.ts';
import { checkWording } from './check-wording.ts';
import type { ContentFault } from './content-fault.ts';
import { checkFigures } from './figures/check-figures.ts';
import { checkGuesses } from './guess/check-guesses.ts';
import { guessFigures } from './guess/guess-figures.ts';
import { checkTics } from './tics/tic-counts.ts';

/** A rule that the library is being brought to. Until it is in force the command counts what misses it, and nothing is refused. */
export type LibraryRule = {
  id: string;
  /** What it asks, as a line of the command says it. */
  asks: string;
  inForce: boolean;
  faultsOf: (parts: ContentParts) => ContentFault[];
};

/** To put a rule in force is to change one word here, once `npm run check-content` counts nothing that misses it. */
export const libraryRules: readonly LibraryRule[] = [
  {
    id: 'guess',
    asks: 'questions that cannot be guessed unread',
    inForce: false,
    faultsOf: ({ cases }) => checkGuesses(guessFigures(cases)),
  },
  {
    id: 'shown-by',
    asks: 'lessons with the sentence of the page that shows them',
    inForce: false,
    faultsOf: ({ cases }) => lessonsNotShown(cases),
  },
  {
    id: 'tics',
    asks: 'prose without tics',
    inForce: false,
    faultsOf: ({ cases }) => checkTics(cases),
  },
  {
    id: 'figures',
    asks: 'mails and answers with no figure or month that the page lacks',
    inForce: false,
    faultsOf: ({ cases }) => cases.flatMap(checkFigures),
  },
  {
    id: 'dates',
    asks: 'timelines in order, and sources no younger than the review',
    inForce: true,
    faultsOf: ({ cases }) => cases.flatMap(checkDates),
  },
  {
    id: 'wording',
    asks: 'texts without "!", "Did you know" and the like',
    inForce: true,
    faultsOf: ({ cases }) => cases.flatMap(checkWording),
  },
  {
    id: 'subjects',
    asks: 'a subject of its own for each mail',
    inForce: true,
    faultsOf: ({ cases }) => checkSubjects(cases),
  },
  {
    id: 'extent',
    asks: 'stories and sets of questions of a fit length',
    inForce: true,
    faultsOf: ({ cases }) => cases.flatMap(checkExtent),
  },
];

/** What has to be mended by the rules that are in force. Pure. */
export function faultsInForce(parts: ContentParts): ContentFault[] {
  return libraryRules.filter(({ inForce }) => inForce).flatMap(({ faultsOf }) => faultsOf(parts));
}

export type Missed = { rule: LibraryRule; faults: ContentFault[] };

/** What misses each of the rules that are not in force yet. Pure. */
export function missedRules(parts: ContentParts): Missed[] {
  return libraryRules.filter(({ inForce }) => !inForce).map((rule) => ({ rule, faults: rule.faultsOf(parts) }));
}
