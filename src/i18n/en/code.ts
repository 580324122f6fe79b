import type { PrincipleNumber } from '#core/code/principles.ts';
import type { ShiftKind } from '#core/code/shift.ts';
import type { PrincipleState } from '#core/code/statement.ts';
import type { StatementFault } from '#core/code/statement-draft.ts';
import { formatCount } from '../format.ts';

const principles: Record<PrincipleNumber, { title: string; about: string }> = {
  1: {
    title: 'Know the business and write scenarios',
    about: 'We know exactly what our business rests on, and have written down what could cut it off.',
  },
  2: {
    title: 'Treat security as an investment',
    about: 'What we spend on securing supply is judged by what it opens as well as by what it costs.',
  },
  3: {
    title: 'Talk with those concerned',
    about:
      'We keep talking about supply with customers, suppliers, lenders, staff and authorities, in quiet times too.',
  },
  4: {
    title: 'Map critical items to tier 2',
    about: 'For each critical item we know who supplies our supplier, and where.',
  },
  5: {
    title: 'Keep a tested alternative',
    about: 'For each critical item another source or design has been tried, not just named.',
  },
  6: {
    title: 'Hold stock against the time to recover',
    about: 'Stock of a critical item lasts as long as it would take to get it again.',
  },
  7: {
    title: 'Name what we alone can make',
    about: 'We know for what others depend on us, and who else could make it.',
  },
  8: {
    title: 'Guard it against the five leakage routes',
    about: 'Social media, executives who change jobs, approaches, trade fairs and employees: each is watched.',
  },
  9: { title: 'Name one officer', about: 'One function answers for economic security, and everybody knows which.' },
  10: {
    title: 'Put it before the board',
    about: 'The board deals with it at least twice a year, with figures and decisions.',
  },
  11: {
    title: 'Rehearse old cases',
    about: 'Staff meet past crises again and again, and we measure what they still know.',
  },
  12: {
    title: 'Drop no safeguard unread',
    about: 'Nobody takes a safeguard away before reading why it is there.',
  },
};

const states: Record<PrincipleState, string> = {
  comply: 'Complies',
  explain: 'Explains',
  'not-yet': 'Not yet',
  missing: 'Missing',
};

const shifts: Record<ShiftKind, string> = {
  forward: 'nearer',
  back: 'further away',
  same: 'the same',
  new: 'new',
  gone: 'no longer stated',
  missing: 'missing in both years',
};

const faults: Record<StatementFault | 'unknown-owner', string> = {
  missing: 'Fill this in: a principle that is not kept has a reason, somebody who answers for it, and a day.',
  'too-long': 'This is longer than anybody reads. At most 2,000 characters, and 80 for the function.',
  'no-day': 'Write the day as 2027-03-31.',
  address: 'Leave e-mail addresses out: these words may become public.',
  'names-person': 'Somebody of the house is named here. Write the function instead: these words may become public.',
  'unknown-owner': 'Nobody with this address is in your teams. Leave it empty, and nobody is reminded.',
};

/** Words of comply or explain: the desk, the public page, the reminder and the command. */
export const code = {
  title: 'Comply or explain',
  dek: 'Twelve principles. For each the house says that it complies, or why it does not, or by when it will. Nothing said is missing, and never counts as kept.',
  source:
    'Principles 1 to 3 are those of METI’s Economic Security Management Guidelines, 1st edition, of 23 January 2026; 4 to 12 spell out its three fields, autonomy, indispensability and governance. The wording is ours; METI’s checklist was not read.',
  sourceLink: 'About the guidelines',
  principles,
  bases: {
    principle: 'METI principle',
    autonomy: 'Autonomy',
    indispensability: 'Indispensability',
    governance: 'Governance',
  },
  states,
  shifts,
  flags: {
    short: 'under 80 characters: it says that, and hardly why',
    copied: (others: string) => `in the same words as principle ${others}`,
    unchanged: 'unchanged since last year',
    overdue: 'its day is past',
  },
  head: {
    principle: 'Principle',
    state: 'State',
    says: 'What is said',
    owner: 'Who answers',
    due: 'By',
    shift: 'Since the year before',
  },
  number: (number: number) => `Principle ${number}`,
  years: 'Years',
  counts: (comply: number, explain: number, notYet: number, missing: number) =>
    `${formatCount(comply, 'principle')} kept, ${explain} explained, ${notYet} not yet, ${missing} missing.`,
  flagged: (count: number) =>
    count === 0
      ? 'Nothing is flagged.'
      : `${formatCount(count, 'principle is', 'principles are')} flagged: read the words before the board does.`,
  from: (before: string, shift: string) => `${before} the year before: ${shift}`,
  beforeSaid: 'What was said the year before',
  change: 'Change',
  actOf: (act: string, what: string) => `${act}: ${what}`,
  add: 'Say it',
  organisations: 'Organisations',
  none: 'No organisation has a code here yet. Set one up: the house, or a firm of its group.',
  noneYet: 'No organisation has a code here yet. A trainer of the house or an admin sets one up.',
  found: {
    title: 'Set up an organisation',
    name: 'Name',
    slug: 'End of its address',
    slugHint: 'Small letters, digits and hyphens, as in kazehaya. Its page will be /code/kazehaya.',
    language: 'Language of its statements',
    act: 'Set it up',
    refusals: {
      'no-name': 'Write a name of at most 80 characters.',
      'bad-slug': 'The end of the address has small letters, digits and single hyphens alone, at most 60.',
      'slug-taken': 'Another organisation has this address.',
      'no-language': 'Choose a language.',
    },
  },
  public: {
    title: 'Public page',
    on: 'Anybody can read it at this address. It names functions and never people; flags stay on the desk.',
    off: 'It is off: the address shows nothing to anybody.',
    turnOn: 'Make it public',
    turnOff: 'Take it off the net',
    dek: (name: string) =>
      `What ${name} says of its own economic security: what it keeps, and why it does not keep the rest.`,
    heading: (name: string) => `The code of ${name}`,
    description: (name: string) => `${name}: comply or explain, principle by principle.`,
    answers: 'Answers for it',
    byDay: 'by',
    own: (name: string) => `These are the words of ${name}. Nobody outside has checked them.`,
    missing: 'Nothing is said of this principle. It does not count as kept.',
  },
  done: {
    saved: 'The statement is kept.',
    founded: 'The organisation is set up. Its twelve principles are missing until somebody speaks.',
    on: 'The page is public now.',
    off: 'The page is off. Nobody sees it any more.',
  },
  edit: {
    title: (number: number, year: number) => `Principle ${number}, ${year}`,
    state: 'Does the house keep it?',
    about: {
      comply: 'It is kept. Say how, in a sentence.',
      explain: 'It is not kept, on purpose or for now. Say why, and when it is looked at again.',
      'not-yet': 'It will be kept. Say what is missing, and by when.',
    },
    text: 'In the house’s words',
    textHint:
      'At least 80 characters where you explain. It may become public: no person, no address, no customer’s name.',
    owner: 'Who answers for it, by function',
    ownerHint: 'As in: Head of purchasing. This may become public.',
    reminded: 'Whom to remind (optional)',
    remindedHint:
      'The e-mail address of somebody of your teams. They get a mail a fortnight before the day, one when it is past, and then one each month. Never shown outside the desk.',
    ownerUnseen: 'Somebody whom you do not see is reminded. Leave this empty to keep it so.',
    due: 'By which day',
    dueHint: 'As 2027-03-31. On this day it is kept, or looked at again.',
    save: 'Keep the statement',
    back: 'All principles',
    changed: (day: string, who: string) => `As it is since ${day}, by ${who}.`,
    remindedOn: (day: string) => `Its owner was last reminded on ${day}.`,
    faults: 'The statement is not kept yet:',
    refusals: {
      'changed-meanwhile':
        'Somebody changed this statement while you wrote. What they wrote stands now; yours is below.',
      'year-over': 'That year is over: what was said then stays, so that two years can be compared.',
    },
  },
  faults,
  reminder: {
    subject: (count: number) =>
      count === 1 ? 'A principle of our code is due' : `${formatCount(count, 'principle')} of our code are due`,
    lead: (name: string, count: number) =>
      `${name}, you answer for ${formatCount(count, 'principle')} of our code that ${count === 1 ? 'is' : 'are'} not kept yet.`,
    line: (number: number, title: string, state: string, due: string) => `${number}. ${title}: ${state}, by ${due}`,
    says: (text: string) => `What is said: ${text}`,
    ask: 'Is it kept now? Or has the reason changed, or the day? Answer this mail in two lines; whoever keeps the code writes it down.',
    replies: (reader: string) => `Your answer goes to ${reader}.`,
    desk: 'Open the code on the desk',
    why: 'You get this from Nodomoto because you are named as the owner. Whoever keeps the code can name somebody else.',
    stop: 'You can stop all mail from us.',
    stopAct: 'Unsubscribe',
  },
} as const;
