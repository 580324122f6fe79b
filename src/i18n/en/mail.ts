import { formatCount } from '../format.ts';

const numbers = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'] as const;

const numberWord = (count: number) => numbers[count] ?? String(count);

/** Lower-cases a label's first letter, unless it is an abbreviation such as IV or IT. */
const lower = (label: string) => (/^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1));

/** What the library calls an item, unless the team calls it so. */
const alsoCalled = (item: string, label: string) => (lower(item) === label ? '' : ` (${label})`);

/** Words of the mails. */
export const mail = {
  addressee: (person: string, team: string) => `${person}, ${team}`,
  for: (addressee: string) => `for ${addressee}`,
  dateline: (place: string, date: string) => `${place}, ${date}.`,
  event: (name: string) => `${name}.`,
  minutes: (minutes: number) =>
    minutes === 1 ? 'One minute.' : `${['', 'One', 'Two', 'Three'][minutes] ?? minutes} minutes.`,
  recall: 'A lesson you met before, in another place. One minute.',
  compare: {
    heading: 'Two cases, one rule',
    /** Two cases may share several lessons; each time they are set side by side it is said otherwise. */
    subject: (left: string, right: string, turn: number) =>
      `${left}, ${right}: ${['what they share', 'where they are alike'][turn - 1] ?? 'the rule that fits both'}`,
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
    heading: 'Did you take the step?',
    lead: 'Half a minute.',
    why: 'You said you would take this step.',
    rule: 'The rule behind it',
    step: 'You said you would',
    ask: 'How did it go?',
    answers: { done: 'Done', will: 'Not yet', cannot: 'It cannot be done here' },
  },
  /** Over a question: set in the case itself, or in another firm and trade. */
  turn: { own: 'Your turn', elsewhere: 'Your turn: a different firm, the same trap' },
  whyYou: 'Why you:',
  /** Below what opens a page, be it a row, a button or a bare link. */
  confirm: 'Nothing counts until you confirm it on the page that opens.',
  monday: 'One thing for Monday.',
  /** For a reader whose work it is not. */
  passOn: (roles: string, action: string) => `For a colleague (${roles}), if you pass this on: ${action}`,
  teamToday: 'Your team today',
  /** Rounds the expected number, so it never claims more than the model does. */
  teamLine: (expected: number, people: number) => {
    if (people === 1)
      return expected === 1
        ? 'Only you are in it, and you would likely recall this lesson.'
        : 'Only you are in it, and this lesson may have faded.';
    return `${numberWord(expected)} of ${numberWord(people).toLowerCase()} of you would likely recall this lesson today.`;
  },
  /** Where a count would tell what one of them knows. */
  teamTooSmall: 'There is no count: among so few of you, it would tell what one of you remembers.',
  foot: {
    readCase: 'Read the whole case',
    readBehind: 'Read a case behind it',
    later: 'Ask me later',
    notRelevant: 'Not relevant to me',
    pause: 'Pause',
    pace: (pace: string) => `Pace: ${pace}`,
    unsubscribe: 'Unsubscribe',
    ownPage: 'Your data',
    privacy: 'What we keep, and why',
  },
  /** What is kept of the reader, in every mail. */
  kept: {
    done: (months: string) =>
      `We keep what you answer for ${months}, to choose what comes next. Trainers see whether you answered, not what.`,
    results: (months: string) =>
      `We keep what you answer for ${months}, to choose what comes next. Trainers of your firm see your answers.`,
    first:
      'This is your first mail from Nodomoto. Your firm gave us your name, address and role, so that what past crises taught reaches whoever needs it.',
    firstMore: 'Below you can see all of it, take it with you and have it erased.',
  },
  /** Said once a person's silence has slowed their mail; the link below it is the one that says the pace. */
  slowed: (pace: string) => `You left the last ones unanswered, so mail now comes ${pace}; “Pace” below turns it back.`,
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
    nothingShared: 'Nothing your team has told us ties it to this story. It comes for its rule.',
    fact: {
      input: (item: string, input: string) => `Your team depends on “${item}”${alsoCalled(item, lower(input))}.`,
      family: (item: string, family: string) => `Your team depends on “${item}”${alsoCalled(item, lower(family))}.`,
      route: (route: string) => `Your team’s goods pass by this way: ${route}.`,
      system: (system: string) => `Your team depends on this system: ${lower(system)}.`,
      dependency: {
        'one-supplier': (item: string) => `Your team has one supplier for “${item}”.`,
        'one-country': (item: string) => `Nearly all of your team’s “${item}” comes from one country.`,
        'unmapped-makers': (item: string) => `Nobody in your team has looked below the suppliers of “${item}”.`,
      },
      country: (item: string, country: string) => `Half or more of your team’s “${item}” comes from ${country}.`,
      hazard: (hazard: string, site: string) => `This can strike your site “${site}” too: ${lower(hazard)}.`,
      sector: (sector: string) => `You work in ${lower(sector)}.`,
      role: (role: string) => `Your role is ${lower(role)}.`,
      condition: {
        'stock-short': (item: string, stock: number, recovery: number) =>
          `Of “${item}” your team holds ${formatCount(stock, 'day')}; to get it again would take ${recovery}.`,
        'stock-ample': (item: string, stock: number, recovery: number) =>
          `Of “${item}” your team holds ${formatCount(stock, 'day')}, against ${recovery} to get it again.`,
        'stock-bare': (item: string, stock: number) => `Of “${item}” your team holds ${formatCount(stock, 'day')}.`,
        foreign: (item: string, country: string) => `Your team’s “${item}” comes from ${country}.`,
        'licence-country': (item: string, country: string) =>
          `Your team’s “${item}” comes from ${country}, which has withheld it from buyers before.`,
        'one-country': (item: string, country: string) =>
          `Nearly all of your team’s “${item}” comes from ${country}, and no other source is tested.`,
        'one-supplier': (item: string) => `Your team has one supplier for “${item}”, and no tested alternative.`,
        'makers-unseen': (item: string) => `Nobody in your team has looked below the suppliers of “${item}”.`,
        suppliers: (item: string, suppliers: number) =>
          `Your team buys “${item}” from ${formatCount(suppliers, 'supplier')}.`,
        alternative: {
          none: (item: string) => `Your team knows no alternative to “${item}”.`,
          known: (item: string) => `Your team knows an alternative to “${item}” that is not qualified.`,
          qualified: (item: string) => `Your team has an alternative to “${item}” that was never tested.`,
          tested: (item: string) => `Your team has a tested alternative to “${item}”.`,
        },
        'recovery-long': (item: string, recovery: number) =>
          `To get “${item}” again would take your team ${formatCount(recovery, 'day')}.`,
        essential: (item: string) => `Your team says that work stops without “${item}”.`,
        lead: (item: string) => `Your team says it holds something in “${item}” that few others can make.`,
        leak: (item: string) => `Your team says that its lead in “${item}” could still leave.`,
        upheaval: (item: string) => `Your team expects a new technology to change “${item}”.`,
        'one-site': (site: string) => `Your team has one site: “${site}”.`,
        sites: (sites: number) => `Your team works at ${formatCount(sites, 'site')}.`,
      },
    },
    /** Said of a question alone: it may be set anywhere, and its rule comes from several cases. */
    rule: 'A case behind this rule touches that.',
    ruleForThat: 'This rule is for that.',
    /** What the reader has in common with the people of a case: never more than the reason holds. */
    likeness: {
      input: 'So did they.',
      family: 'This case is about goods of that kind.',
      route: 'It was closed or cut short to them.',
      system: 'Theirs stopped.',
      dependency: 'So it was for them.',
      country: 'The weak point in this case lay there.',
      condition: 'This rule is for that.',
      hazard: 'It struck in the same country here.',
      sector: 'So did they.',
      role: 'This rule is part of that work.',
    },
  },
  signIn: {
    subject: 'Your link to the desk',
    lead: 'Open this link in the browser in which you asked for it, to sign in to the Nodomoto desk. Anywhere else it shows a code to type there. It works once, and for ten minutes.',
    act: 'Sign in to the desk',
    aside:
      'If you did not ask for it, leave it, and tell nobody the code: nothing happens until it is opened and confirmed.',
  },
  /** Sent by an operator to see whether mail goes out at all. */
  test: {
    subject: 'Test letter from Nodomoto',
    lead: 'This is a test letter from Nodomoto. Whoever looks after it wanted to see whether its mail arrives. There is nothing to do.',
  },
} as const;
