import { formatCount } from '../format.ts';

/** Words of the picture of what all teams remember. */
export const picture = {
  title: 'What the teams remember',
  dek: (asOf: string) => `The chance, in per cent, that at least two of a team recall a lesson. As of ${asOf}.`,
  order: {
    label: 'In order of',
    coldest: 'Coldest first',
    losing: 'Losing most',
    relevant: 'Most relevant',
  },
  grouping: {
    label: 'Teams',
    none: 'Side by side',
    site: 'By site',
    function: 'By function',
    noGroup: 'Others',
  },
  range: {
    coldest: 'the coldest first',
    losing: 'those losing most first',
    relevant: 'those it concerns most first',
  },
  caption: (teams: number, lessons: number) =>
    `${formatCount(lessons, 'lesson')} down, ${formatCount(teams, 'team')} across; each number is a chance in per cent`,
  skip: 'Past the picture, to the list',
  lesson: 'Lesson',
  /** What stands in a cell without a number. */
  notShown: '–',
  /** In a cell of two digits' room. */
  neverMet: '·',
  legend: {
    cold: 'cold',
    warm: 'held by the team',
    /** After each colour the chances that it stands for. */
    bands: ['under 5', '5 to 24', '25 to 49', '50 to 69', '70 to 84', '85 and more'],
    empty: 'Empty: not theirs, and nobody has met it.',
    held: '–: not shown, as the team is too small or somebody just left it.',
    thin: 'Slanted: few answers yet.',
    where: 'A number leads to its team’s page.',
  },
  list: {
    title: { coldest: 'The coldest', losing: 'Losing most in 30 days', relevant: 'What concerns them most' },
    of: (rule: string) => `Who remembers: ${rule}`,
    /** Beside a team and a lesson. */
    now: (chance: string) => `${chance} now`,
    later: (chance: string) => `${chance} in 30 days`,
    onOne: (chance: string) => `hangs on one person: ${chance}`,
    more: (count: number) => `And ${count} more, in the picture on a wider screen.`,
    assign: 'Assign',
    assignLabel: (team: string, rule: string) => `Assign to ${team}: ${rule}`,
    lesson: 'Read the lesson',
    back: 'All lessons',
    nothing: 'Nothing to list: no team has figures yet, or none stands out.',
  },
} as const;
