/** Words for days and hours in which a reader wants mail: on their own page, and as a fact on the desk. */
export const ownHours = {
  heading: 'Days and hours of your own',
  lead: (time: string) =>
    `Your mail comes on working days about ${time}. Choose fewer days here, or other hours. Public holidays and days on which the firm is closed stay free.`,
  days: 'On these days',
  /** From Monday on, as one says them of every week. */
  weekdays: ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'],
  from: 'Not before',
  until: 'Not after',
  hint: 'Leave a time empty to keep that of your team. Hours may run over midnight, as 22:00 to 06:00. Your trainers can read your choice, so that they know when you hear from us; a new list of people does not change it.',
  keep: 'Keep these days and hours',
  clear: 'As my team again',
  fact: 'Days and hours',
  /** What somebody chose, after "Reads". */
  told: {
    days: (days: string) => `on ${days}`,
    hours: (from: string, until: string) => `from ${from} to ${until}`,
    night: (from: string, until: string) => `from ${from} to ${until} of the next day`,
    both: (days: string, hours: string) => `on ${days} ${hours}`,
  },
  reads: (told: string) => `Reads ${told}`,
  now: (told: string) => `You chose to get mail ${told}.`,
  done: {
    times: 'Done. From the next mail on, these days and hours hold.',
    'house-times': 'Done. Mail comes on the days and in the hours of your team again.',
  },
  refused: {
    'no-day':
      'No day was left. If you want no mail for a while, set a pause instead: choose its last day above. Then it goes on by itself.',
    'no-working-day':
      'You do not work on any of these days, so no mail would ever come. Choose at least one on which you do.',
    'bad-hours': 'Write both times as 10:00 and 16:00. Of hours in the evening or at night, say both ends.',
    'too-short': 'Leave at least two hours, so that a mail that waits its turn still finds them.',
  },
} as const;
