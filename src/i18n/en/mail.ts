const numbers = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'] as const;

const numberWord = (count: number) => numbers[count] ?? String(count);

/** Lower-cases a label's first letter, unless it is an abbreviation such as IV or IT. */
const lower = (label: string) => (/^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1));

/** Words of the mails. */
export const mail = {
  addressee: (person: string, team: string) => `${person}, ${team}`,
  for: (addressee: string) => `for ${addressee}`,
  dateline: (place: string, date: string) => `${place}, ${date}.`,
  minutes: (minutes: number) =>
    minutes === 1 ? 'One minute.' : `${['', 'One', 'Two', 'Three'][minutes] ?? minutes} minutes.`,
  recall: 'A lesson you met before, in another place. One minute.',
  whyYou: 'Why you:',
  tap: 'A tap opens a page. Nothing counts until you confirm there.',
  link: 'A link opens a page. Nothing counts until you confirm there.',
  monday: 'One thing for Monday.',
  teamToday: 'Your team today',
  /** Rounds the expected number, so it never claims more than the model does. */
  teamLine: (expected: number, people: number) =>
    `${numberWord(expected)} of ${numberWord(people).toLowerCase()} of you would likely recall this lesson today.`,
  foot: {
    readCase: 'Read the whole case',
    later: 'Ask me later',
    notRelevant: 'Not relevant to me',
    pause: 'Pause',
    pace: (pace: string) => `Pace: ${pace}`,
    unsubscribe: 'Unsubscribe',
    preferences: (pace: string) => `Ask me later, not relevant to me, pause, pace (${pace})`,
  },
  paces: {
    'twice-a-week': 'twice a week',
    weekly: 'weekly',
    fortnightly: 'every two weeks',
    monthly: 'monthly',
  },
  why: {
    assigned: 'Your trainer assigned it.',
    roundsOff: 'It rounds off what your team remembers.',
    fact: {
      input: (input: string) => `Your team depends on ${lower(input)}.`,
      dependency: (item: string) => `Your team has one supplier for “${item}”.`,
      country: (item: string, country: string) => `Most of your team’s “${item}” comes from ${country}.`,
      sector: (sector: string) => `You work in ${lower(sector)}.`,
      role: (role: string) => `Your role is ${lower(role)}.`,
    },
    /** Said of a question alone: it may be set anywhere, and its rule comes from several cases. */
    rule: 'A case behind this rule touches that.',
    /** What the reader has in common with the people of a case: never more than the reason holds. */
    likeness: {
      input: 'So did they.',
      dependency: 'They leaned on one too.',
      country: 'It happened there.',
      sector: 'So did they.',
      role: 'The decisions in it touch that work.',
    },
  },
  signIn: {
    subject: 'Your link to the desk',
    lead: 'Open this link to sign in to the Nodomoto desk. It works once, and for twenty minutes.',
    act: 'Sign in to the desk',
    aside: 'If you did not ask for it, leave it: nothing happens until it is opened and confirmed.',
  },
} as const;
