import { formatCount } from '../format.ts';

/** A rule inside a sentence stands without its full stop, and what it quotes in single marks. */
const quoted = (rule: string) => `“${rule.replace(/\.$/, '').replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** As many of a team's safeguards of which the same is true. */
const beside = (others: number) => (others === 0 ? '' : `, and ${formatCount(others, 'more safeguard')} likewise`);

/** Words of the desk's first place: what a trainer does this morning. */
export const today = {
  title: 'Today',
  first: 'What to do first',
  /** One sentence each, and its button. */
  lines: {
    'on-one': {
      says: (team: string, rule: string) => `${team}: ${quoted(rule)} hangs on one person.`,
      button: 'Assign',
    },
    falling: {
      says: (team: string, rule: string, days: number) =>
        days <= 1
          ? `${team}: ${quoted(rule)} is about to be more likely forgotten than not.`
          : `${team}: in ${days} days ${quoted(rule)} will be more likely forgotten than not.`,
      button: 'Assign',
    },
    leaving: {
      says: (team: string, people: number, date: string) =>
        people === 1
          ? `${team}: somebody leaves on ${date}.`
          : `${team}: ${people} people leave, the first on ${date}.`,
      button: 'See the team',
    },
    news: {
      says: (team: string, item: string, title: string) =>
        `${team} buys ${item}, and nobody has told them of “${title}”.`,
      button: 'Send a signal',
    },
    'signal-ends': {
      says: (team: string, label: string, date: string) => `${team}: the signal on ${label} ends on ${date}.`,
      button: 'Send it anew',
    },
    'never-asked': {
      says: (team: string, others: number) =>
        others === 0
          ? `${team} has never been asked anything.`
          : `${team} and ${formatCount(others, 'other team')} have never been asked anything.`,
      button: 'Assign',
    },
    undescribed: {
      says: (team: string, others: number) =>
        others === 0
          ? `${team}: nobody has said what it depends on.`
          : `${team} and ${formatCount(others, 'other team')}: nobody has said what they depend on.`,
      button: 'Describe it',
    },
    'safeguard-unkept': {
      says: (team: string, what: string, isSaid: boolean, others: number) =>
        `${team}: ${isSaid ? `${quoted(what)} is said not to be kept any more` : `nobody has looked at ${quoted(what)} for a year`}${beside(others)}.`,
      button: 'Look',
    },
    'safeguard-ownerless': {
      says: (team: string, what: string, others: number) =>
        `${team}: the owner of the safeguard ${quoted(what)} is missing${beside(others)}.`,
      button: 'Name one',
    },
    'safeguard-caseless': {
      says: (team: string, what: string, others: number) =>
        `${team}: the case that ${quoted(what)} rests on has left the library${beside(others)}.`,
      button: 'Choose another',
    },
  },
  /** What a screen reader hears of a button: what it is about. */
  buttonFor: (button: string, team: string) => `${button}: ${team}`,
  how: 'Ranked by how soon it is too late and by what it would cost. Of equals the order changes from day to day.',
  nothing: 'Nothing needs you this morning.',
  next: (date: string, time: string) => `The next mails leave on ${date} at ${time} (UTC).`,
  noNext: 'Each team’s mails are planned an hour before they leave.',
  late: {
    title: 'Late',
    line: (team: string, due: string) => `${team}, was due ${due}`,
    answered: (answered: number, total: number) => `${answered} of ${total} answered`,
    see: 'See who',
    seeLabel: (module: string, team: string) => `See who of ${team} is late with ${module}`,
  },
  failed: {
    title: 'What did not arrive',
    /** Why an address gets no mail, within a line. */
    reasons: {
      'no-mailbox': 'there is no such mailbox',
      'no-domain': 'what stands behind the @ takes no mail',
      'switched-off': 'the mailbox is switched off',
      moved: 'the mailbox has moved',
      refused: 'the address was refused for good',
      full: 'the mailbox is full',
      'not-now': 'nothing is taken for the address for now',
      unwanted: 'marked our mail as spam',
    },
    person: (name: string, team: string) => `${name}, ${team}`,
    mend: 'Mend',
    mendLabel: (name: string) => `Mend: ${name}`,
    more: (count: number) => `And ${count} more in the last week, on the pages of their teams.`,
    held: (count: number) =>
      count === 1
        ? 'Of one mail nobody knows whether it arrived; whoever runs Nodomoto settles it.'
        : `Of ${count} mails nobody knows whether they arrived; whoever runs Nodomoto settles them.`,
    silent: (people: number) =>
      people === 1
        ? 'one person was not heard of for two months: perhaps nothing arrives'
        : `${people} people were not heard of for two months: perhaps nothing arrives`,
    ask: 'See whom to ask',
    askLabel: (team: string) => `See whom to ask: ${team}`,
  },
  mail: {
    title: 'Today’s mails',
    none: 'No mail goes out today.',
    why: 'Why',
    sent: 'Sent',
    waiting: 'Waiting',
    failed: 'Failed',
    causes: {
      assigned: 'A module was assigned',
      signal: 'A signal is running',
      memory: 'It is fading, or new to them',
    },
    plan: 'What comes next, team by team',
  },
} as const;
