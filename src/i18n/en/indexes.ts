import { formatCount } from '../format.ts';

/** Words of the library's other ways in: by the day of the year, by company, and on paper. */
export const indexes = {
  onThisDay: {
    title: 'On this day',
    description: 'What happened in the cases of the library, day by day through the year.',
    dek: (moments: string, cases: string) => `${moments} that are known to the day, from ${cases}.`,
    moments: (count: number) => formatCount(count, 'moment'),
    week: 'This week in other years',
    ago: (years: number) => `${formatCount(years, 'year')} ago`,
    quiet: 'Nothing in the library fell on one of the seven days to come.',
    months: 'Month by month',
    month: (month: string) => `${month}: on this day`,
    aboutMonth: (month: string) => `What happened in the cases of the library on each day of ${month}.`,
    allOf: (month: string) => `All of ${month}`,
    weekOf: (day: string) => `Week of ${day}`,
    began: 'The first day',
    begins: 'The days on which they began',
  },
  companies: {
    title: 'Companies and agencies',
    description: 'Who is named in the cases of the library, and in which.',
    dek: 'Who is named in the cases, and where. To be named says that somebody has a part in a case, and not that anybody was at fault.',
    about: (name: string, cases: string) => `${name} is named in ${cases} of supply disruption.`,
    kinds: { company: 'Company', agency: 'Agency', association: 'Association' },
    letters: 'By letter',
    cases: 'Named in',
    contested: 'Contested:',
    contrasts: 'Set beside others',
    contrastsAbout: 'Where a case tells of two who met the same hour.',
    lessonsShared: 'Lessons that these cases share',
    lessonsOfOne: 'Lessons of this case',
    together: 'Named in the same cases',
    kanji: 'Kanji',
  },
  printed: {
    title: 'Index of the library',
    description:
      'Every case by the name of its event, and an index of companies, goods, hazards, countries and lessons. For printing.',
    dek: (cases: string, site: string) =>
      `${cases}. Their pages are at ${site}, by the addresses that stand with them. The numbers of the index are those of the cases.`,
    cases: 'Cases',
    index: 'Index',
    lessons: (numbers: string) => `Lessons ${numbers}`,
    lists: {
      companies: 'Companies and agencies',
      inputs: 'Goods and services',
      hazards: 'Hazards',
      countries: 'Countries',
      lessons: 'Lessons',
    },
  },
} as const;
