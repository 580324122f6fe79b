/** Words of a team's calendar on the desk. */
export const calendar = {
  title: (team: string) => `Calendar of ${team}`,
  link: 'Calendar',
  dek: 'Mail comes on working days. Public holidays are known for most regions; your own closures and working weekends you enter here.',
  done: 'The calendar is changed. Mail that has not left yet keeps to it.',
  refused: 'Nothing was changed:',
  region: 'Public holidays of',
  regionHint: 'The code of a country, or of a part of one: JP, TW, DE-BY, US-OH. Leave it empty for none.',
  save: 'Save',
  unknown: (region: string, years: string) =>
    `Part of the holidays of ${region} is proclaimed year by year, and for ${years} it is not known here. Enter what your government announces.`,
  reckoned: (days: string) =>
    `Feasts that begin when the moon is seen are reckoned here and may come a day earlier or later: ${days}. Enter what is announced.`,
  parts: (region: string) => `Parts of ${region} have holidays of their own: write the code of yours.`,
  partsList: 'Codes of the parts',
  own: 'Your own days',
  none: 'None yet.',
  kinds: { closed: 'Closed', worked: 'Worked' },
  span: (from: string, until: string) => `${from} to ${until}`,
  takeAway: 'Take away',
  takeAwayOf: (days: string) => `Take away ${days}`,
  add: 'Add days',
  day: 'On these days',
  days: { closed: 'nobody works (shifts neither)', worked: 'people work, whatever the week and the holidays say' },
  from: 'First day',
  until: 'Last day',
  untilHint: 'Leave it empty for one day.',
  addThem: 'Add',
  year: 'The coming twelve months',
  key: {
    working: 'working day',
    off: 'off by the week or shift',
    holiday: 'public holiday',
    closed: 'closed',
    worked: 'worked',
  },
  /** A letter beside the colour. */
  letters: { working: '', off: '', holiday: 'H', closed: 'C', worked: 'W' },
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  /** ISO number of the day that a week begins with on paper. */
  weekStart: 1,
  back: 'Back to the team',
};
