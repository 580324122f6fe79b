import { formatCount } from '../format.ts';

const people = (count: number) => (count === 1 ? '1 person' : `${count.toLocaleString('en-GB')} people`);

/** Words for a trainer's pushes because of news. */
export const signals = {
  title: 'Signals',
  dek: 'News makes an old case timely. A signal raises the lessons about it while it lasts; nobody gets more mail than the pace they chose.',
  make: 'Make a signal',
  about: 'What it is about',
  choose: 'Choose a lesson or a word',
  topics: { lesson: 'Lesson', input: 'Input', route: 'Route', country: 'Country', hazard: 'Hazard' },
  team: 'Team',
  everyTeam: 'Every team',
  /** The same inside a sentence. */
  allTeams: 'every team',
  note: 'Note for your colleagues on the desk',
  noteHint: (most: number) => `What happened, in up to ${most} characters. Readers of the mail do not see it.`,
  until: 'Until',
  untilHint: (days: number) => `At most ${days} days ahead.`,
  see: 'See whom it reaches',
  /** How it works, from the weights in force. */
  how: (factor: string) =>
    `A lesson it is about counts ${factor} times as much, and nearly everybody may get it; paces, pauses and the price of a mail stay as they are.`,
  faultsLead: 'Nothing was made yet. Mend this, and try again:',
  fields: { about: 'What it is about', team: 'Team', note: 'Note', until: 'Until' },
  faults: {
    'no-such-team': 'Choose one of the teams, or every team.',
    'no-such-subject': 'Choose a lesson, an input, a route, a country or a hazard from the list.',
    'runs-already': 'A signal about this runs already for these people. Withdraw it first, or wait until it ends.',
    'no-note': 'Say in a few words what happened.',
    'long-note': (length: number, most: number) => `The note has ${length} characters. Shorten it to ${most}.`,
    'bad-date': (days: number) => `Choose a last day between tomorrow and ${days} days from now.`,
  },
  reach: {
    title: (subject: string) => `Whom “${subject}” reaches`,
    others: (teams: number) =>
      `${teams} more teams get it as well; choose one of them above to see whom it reaches there.`,
    formula: (days: number) =>
      `From the planner itself, run ${days} days ahead with the signal and without it, with nobody answering.`,
    concerned: (concerned: number, count: number) => `${concerned} of ${people(count)} have a lesson that matches`,
    gets: (count: number, until: string) => `${people(count)} would get it by ${until}`,
    extra: (count: number) => `${count} more than without the signal`,
    asWithout: 'as many as without the signal',
    first: 'Would go first to',
    nobody:
      'Nobody’s next mails would be about it: they remember it, are paused, wait for their pace, or another lesson is worth more.',
    caption: (team: string) => `${team}: who gets it when`,
    person: 'Person',
    day: 'Day',
    lesson: 'Lesson',
    otherwise: 'Without the signal',
    sameDay: 'the same day',
    notSoon: (until: string) => `not by ${until}`,
    more: (count: number) => `and ${people(count)} more`,
    submit: 'Make the signal',
  },
  running: 'Running signals',
  none: 'No signal is running.',
  invite: 'Make one',
  inviteAfter: 'when the news makes a lesson timely.',
  line: (topic: string, team: string, until: string) => `${topic}, for ${team}, until ${until}`,
  sent: (count: number) => formatCount(count, 'mail sent', 'mails sent'),
  withdraw: 'Withdraw',
  withdrawLabel: (subject: string) => `Withdraw the signal about ${subject}`,
  past: 'Ended and withdrawn',
  log: 'Every signal',
  madeBy: (by: string, date: string) => `Made by ${by} on ${date}`,
  withdrawnBy: (by: string, date: string) => `withdrawn by ${by} on ${date}`,
  ended: (date: string) => `ended on ${date}`,
  again: 'Make it again',
  done: {
    made: 'The signal is made. It counts from the next plan on.',
    withdrawn: 'The signal is withdrawn. What had not left because of it will not be sent.',
  },
} as const;
