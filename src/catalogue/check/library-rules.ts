import type { CaseFolder, ContentParts } from '../assemble.ts';
import { checkDates } from './check-dates.ts';
import { checkEvent } from './check-event.ts';
import { checkExtent } from './check-extent.ts';
import { checkLessonQuestions } from './check-lesson-questions.ts';
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
} & (
  | { ofCase: (folder: CaseFolder) => ContentFault[] }
  | { ofAll: (cases: readonly CaseFolder[]) => ContentFault[] }
  /** Of a library in which nothing is missing: what is counted over all says nothing while a case cannot be read. */
  | { ofWhole: (cases: readonly CaseFolder[]) => ContentFault[] }
);

/** To put a rule in force is to change one word here, once `npm run check-content` counts nothing that misses it. */
export const libraryRules: readonly LibraryRule[] = [
  {
    id: 'guess',
    asks: 'questions that cannot be guessed unread',
    inForce: true,
    ofWhole: (cases) => checkGuesses(guessFigures(cases)),
  },
  {
    id: 'shown-by',
    asks: 'lessons with the sentence of the page that shows them',
    inForce: true,
    ofCase: lessonsNotShown,
  },
  {
    id: 'lesson-questions',
    asks: 'lessons with five questions, for four roles',
    inForce: true,
    ofWhole: checkLessonQuestions,
  },
  {
    id: 'tics',
    asks: 'prose without tics',
    inForce: true,
    ofWhole: checkTics,
  },
  {
    id: 'figures',
    asks: 'mails and answers with no figure or month that the page lacks',
    inForce: true,
    ofCase: checkFigures,
  },
  {
    id: 'event',
    asks: 'names of the events told of',
    inForce: true,
    ofCase: checkEvent,
  },
  {
    id: 'dates',
    asks: 'timelines in order, and sources no younger than the review',
    inForce: true,
    ofCase: checkDates,
  },
  {
    id: 'wording',
    asks: 'texts without "!", "Did you know" and the like',
    inForce: true,
    ofCase: checkWording,
  },
  {
    id: 'subjects',
    asks: 'a subject of its own for each mail',
    inForce: true,
    ofAll: checkSubjects,
  },
  {
    id: 'extent',
    asks: 'stories and sets of questions of a fit length',
    inForce: true,
    // Of a case that cannot be read in full nobody can count the questions.
    ofAll: (cases) => cases.flatMap(checkExtent),
  },
];

const inForce = libraryRules.filter((rule) => rule.inForce);

/** What has to be mended by the rules that are in force; by those of a whole library where it is whole. Pure. */
export function faultsInForce({ cases }: Pick<ContentParts, 'cases'>, isWhole: boolean): ContentFault[] {
  return inForce.filter((rule) => isWhole || !('ofWhole' in rule)).flatMap((rule) => faultsBy(rule, cases));
}

/** The same of one case by itself, of which some may be missing. Pure. */
export function caseFaultsInForce(folder: CaseFolder): ContentFault[] {
  return inForce.flatMap((rule) => ('ofCase' in rule ? rule.ofCase(folder) : []));
}

export type Missed = { rule: LibraryRule; faults: ContentFault[] };

/** What misses each of the rules that are not in force yet. Pure. */
export function missedRules({ cases }: Pick<ContentParts, 'cases'>): Missed[] {
  return libraryRules.filter((rule) => !rule.inForce).map((rule) => ({ rule, faults: faultsBy(rule, cases) }));
}

function faultsBy(rule: LibraryRule, cases: readonly CaseFolder[]): ContentFault[] {
  if ('ofCase' in rule) return cases.flatMap(rule.ofCase);
  return 'ofWhole' in rule ? rule.ofWhole(cases) : rule.ofAll(cases);
}
