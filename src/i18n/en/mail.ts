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
  compare: {
    heading: 'Two cases, one rule',
    /** Two cases may share several lessons; each time they are set side by side it is asked otherwise. */
    subject: (left: string, right: string, turn: number) =>
      `${left}, ${right}: ${['what do they share?', 'where are they alike?'][turn - 1] ?? 'which rule fits both?'}`,
    when: (place: string, year: string) => `${place} ${year}`,
    lead: 'Look for it yourself first. Two minutes.',
    ask: 'What do they share?',
    think:
      'Name one thing, or two, before you open the page. A rule you went looking for keeps better than one you were told.',
    open: 'See what they share',
  },
  apply: {
    subject: (minutes: string, lesson: string) => `One step, ${minutes}: ${lesson}`,
    lead: 'A rule you have met, and a step that goes with it.',
    step: 'The step',
    ask: 'Will you take it?',
    answers: { will: 'I will', done: 'Done already', cannot: 'Not mine to do' },
  },
  'did-you': {
    subject: (lesson: string) => `What became of your step: ${lesson}`,
    heading: 'Did you?',
    lead: 'Half a minute.',
    why: 'You said you would take this step.',
    rule: 'The rule behind it',
    step: 'You said you would',
    ask: 'How did it go?',
    answers: { done: 'Done', will: 'Not yet', cannot: 'It cannot be done here' },
  },
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
    readBehind: 'Read a case behind it',
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
    signal: 'Your trainer sends it because of the news.',
    anniversary: (years: number) =>
      years === 1 ? 'It happened a year ago this week.' : `It happened ${years} years ago this week.`,
    roundsOff: 'It rounds off what your team remembers.',
    fact: {
      input: (input: string) => `Your team depends on ${lower(input)}.`,
      route: (route: string) => `Your team’s goods pass by this way: ${route}.`,
      system: (system: string) => `Your team depends on this system: ${lower(system)}.`,
      dependency: {
        'one-supplier': (item: string) => `Your team has one supplier for “${item}”.`,
        'one-country': (item: string) => `Nearly all of your team’s “${item}” comes from one country.`,
        'unmapped-makers': (item: string) => `Your team does not know who makes the parts of “${item}”.`,
      },
      country: (item: string, country: string) => `Most of your team’s “${item}” comes from ${country}.`,
      hazard: (hazard: string, site: string) => `This can strike your site “${site}” too: ${lower(hazard)}.`,
      sector: (sector: string) => `You work in ${lower(sector)}.`,
      role: (role: string) => `Your role is ${lower(role)}.`,
    },
    /** Said of a question alone: it may be set anywhere, and its rule comes from several cases. */
    rule: 'A case behind this rule touches that.',
    /** What the reader has in common with the people of a case: never more than the reason holds. */
    likeness: {
      input: 'So did they.',
      route: 'It was closed to them.',
      system: 'Theirs stopped.',
      dependency: 'So it was for them.',
      country: 'It happened there.',
      hazard: 'It struck them in the same country.',
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
