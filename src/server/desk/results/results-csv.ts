import { stringify } from 'csv-stringify/sync';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { Cell } from '#server/people/cell.ts';
import type { TeamInFull } from './results-desk.ts';
import type { ShownTally } from './shown-results.ts';

/** The files of results, as they are named in addresses. */
export const resultsFiles = ['teams.csv', 'lessons.csv', 'modules.csv', 'people.csv'] as const;

export type ResultsFile = (typeof resultsFiles)[number];

/** The ids of columns, which stay; in a heading the word of the reader's language follows. */
type Column = keyof ReturnType<typeof wordsIn>['results']['columns'];

type Line = Partial<Record<Column, Cell>>;

const linesOf: Record<ResultsFile, (teams: readonly TeamInFull[]) => Line[]> = {
  'teams.csv': (teams) => teams.map(({ name, tally }) => ({ team: name, ...figures(tally) })),
  'lessons.csv': (teams) =>
    teams.flatMap(({ name, lessons }) =>
      lessons.map(({ lessonId, rule, tally }) => ({ team: name, lesson: lessonId, rule, ...figures(tally) })),
    ),
  'modules.csv': (teams) =>
    teams.flatMap(({ name, modules }) =>
      modules.map(({ moduleId, moduleTitle, dueOn, people, done }) => ({
        team: name,
        module: moduleId,
        title: moduleTitle ?? '',
        due: dueOn,
        people,
        done,
      })),
    ),
  'people.csv': (teams) => teams.flatMap(peopleLines),
};

/** Lines under `id (word)`, every column in each, with the mark by which spreadsheets know UTF-8. What would run as a formula is written as text. */
export function resultsCsv(file: ResultsFile, teams: readonly TeamInFull[], language: Language): string {
  const { columns } = wordsIn(language).results;
  const headings = columnsOf[file].map((column) => ({ key: column, header: `${column} (${columns[column]})` }));
  // Dates and shares stay as they are: these files are for reading on, and nothing takes them back in.
  return stringify(linesOf[file](teams), { header: true, bom: true, columns: headings, escape_formulas: true });
}

const counted = ['met', 'answered', 'recalled_later_share', 'asked_later', 'recalled_later', 'held_back'] as const;

const columnsOf: Record<ResultsFile, readonly Column[]> = {
  'teams.csv': ['team', ...counted],
  'lessons.csv': ['team', 'lesson', 'rule', ...counted],
  'modules.csv': ['team', 'module', 'title', 'due', 'people', 'done'],
  'people.csv': [
    'team',
    'person',
    'email',
    'module',
    'title',
    'due',
    'lessons',
    'sent',
    'answered',
    'done',
    'met',
    'asked_later',
    'recalled_later',
  ],
};

/** A share without a percent sign, with a point: programs read it in every country. */
function figures(tally: ShownTally): Line {
  if (tally.held !== null) return { held_back: tally.held };
  const { met, answered, recall } = tally;
  return {
    met,
    answered,
    recalled_later_share: recall ? String(Math.round(recall.share * 100) / 100) : '',
    asked_later: recall?.exact?.asked ?? '',
    recalled_later: recall?.exact?.recalled ?? '',
  };
}

/** A person has a line for each module; where results are shown, one more for all lessons. */
function peopleLines({ name: team, people }: TeamInFull): Line[] {
  return people.flatMap(({ name: person, email, modules, tally }) => [
    ...modules.map(({ moduleId, moduleTitle, dueOn, lessons, sent, answered, done }) => ({
      team,
      person,
      email,
      module: moduleId,
      title: moduleTitle ?? '',
      due: dueOn,
      lessons,
      sent,
      answered,
      done: done ? 'yes' : 'no',
    })),
    ...(tally
      ? [
          {
            team,
            person,
            email,
            met: tally.met,
            answered: tally.answered,
            asked_later: tally.asked,
            recalled_later: tally.recalled,
          },
        ]
      : []),
  ]);
}
