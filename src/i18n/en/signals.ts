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
  note: 'Which news',
  noteHint: (most: number) => `Its title, in up to ${most} characters. The mail names it.`,
  link: 'Where it stands',
  linkHint: 'An address that begins with https://. May be left out.',
  day: 'Day of the news',
  ownLine: 'A line of your own',
  ownLineHint: (most: number) =>
    `Up to ${most} characters, printed in the mail as yours, with your address. May be left out.`,
  /** In the mail that is due to a signal. */
  mail: {
    news: (title: string, date: string) => `The news: “${title}” (${date}).`,
    says: (who: string, line: string) => `${who} says: “${line}”`,
  },
  until: 'Until',
  untilHint: (days: number) => `At most ${days} days ahead.`,
  see: 'See whom it reaches',
  /** How it works, from the weights in force. */
  how: (factor: string) =>
    `A lesson it is about counts ${factor} times as much, and nearly everybody may get it; paces, pauses and the price of a mail stay as they are.`,
  faultsLead: 'Nothing was made yet. Mend this, and try again:',
  fields: {
    about: 'What it is about',
    team: 'Team',
    note: 'Which news',
    link: 'Where it stands',
    day: 'Day of the news',
    line: 'A line of your own',
    until: 'Until',
  },
  faults: {
    'no-such-team': 'Choose one of the teams, or every team.',
    'no-such-subject': 'Choose a lesson, an input, a route, a country or a hazard from the list.',
    'runs-already': 'A signal about this runs already for these people. Withdraw it first, or wait until it ends.',
    'no-note': 'Say in a few words what happened.',
    'long-note': (length: number, most: number) => `The title has ${length} characters. Shorten it to ${most}.`,
    'long-line': (length: number, most: number) => `The line has ${length} characters. Shorten it to ${most}.`,
    'bad-link': 'Write an address that begins with https://, or leave it out.',
    'bad-day': 'Choose a day of the last three months, at latest today.',
    'bad-date': (days: number) => `Choose a last day between tomorrow and ${days} days from now.`,
  },
  reach: {
    today: (count: number) =>
      count === 0 ? 'Nobody gets it today' : `${people(count)} get it today, within their hours`,
    later: (count: number) => (count === 0 ? 'nobody later' : `${people(count)} later`),
    todayMark: 'today',
    notToday: 'Not today, and why',
    reasons: {
      left: 'left already',
      'no-mail': 'no mail for now',
      address: 'the address takes no mail',
      'not-about-them': 'none of its lessons is for them',
      'assigned-first': 'something assigned to them goes first',
      'had-mail': 'had mail lately; their pace leaves no more today',
      'off-hours': 'outside their hours today',
      'others-first': 'the day’s mail of the team goes to those who gain more',
    },
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
  withdrawing: {
    title: (subject: string) => `Withdraw the signal about “${subject}”?`,
    news: (note: string) => `Its news: “${note}”.`,
    reach: (teams: string, date: string) =>
      `It counts for ${teams} until ${date}; from the next plan on it would count no more.`,
    stays: (sent: number) =>
      sent === 0
        ? 'No mail has left because of it, and none will.'
        : `What was sent stays: ${formatCount(sent, 'mail')}. What has not left will not be sent.`,
    keep: 'Keep it',
  },
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
