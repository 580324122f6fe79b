import { formatCount } from '../format.ts';

/** Words of the programmes that the house uses, and of who may pay beside a measure. */
export const support = {
  title: 'Support taken',
  dek: 'Protection costs money, and somebody may be paying. Say what the house uses, what it has applied for, and what it could have.',
  counts: (taken: number, eligible: number) =>
    eligible === 0
      ? 'Nothing is said yet: the brief shows support taken as missing.'
      : `${taken} of ${formatCount(eligible, 'programme')} that the house could have is used.`,
  proposed: 'Perhaps for you',
  proposedWhy: (where: string, sector: string) => `${where}; ${sector}`,
  inCountry: (countries: string) => `your teams are in ${countries}`,
  forSector: (sectors: string) => `for ${sectors}`,
  anySector: 'which sectors it is for is not stated',
  noProposals: 'The country and sector of your teams propose no programme that you have not looked at.',
  others: 'All other programmes',
  said: 'What the house says',
  noneSaid: 'The house has said nothing yet.',
  standings: {
    uses: 'We use it',
    applied: 'We have applied',
    eligible: 'We could have it',
    'not-ours': 'Not for us',
  },
  standing: 'Standing',
  programme: 'Programme',
  note: 'Note for the desk',
  noteHint: 'At most 300 characters. Never shown outside the desk.',
  save: 'Say it',
  forget: 'Say nothing of it',
  choose: 'Choose',
  done: { said: 'It is written down.', forgotten: 'Nothing is said of it any more.' },
  refusals: {
    'no-programme': 'There is no such programme in the register.',
    'no-standing': 'Choose what the house says of it.',
    'too-long': 'The note is longer than 300 characters.',
  },
  gone: 'no longer in the register',
  register: 'The register of programmes',
  changed: (day: string) => `since ${day}`,
  /** Beside a measure: what it costs, what it opens, who pays. */
  whoPays: 'Who may pay',
  nobodyPays: 'No programme was found.',
  noneFound: 'None found.',
  index: {
    title: 'Find by sector, size and deadline',
    sector: 'Sector',
    size: 'Size of firm',
    deadline: 'Deadline',
    notStated: 'Not stated',
    sizes: { small: 'Small and medium firms', large: 'Large firms' },
    deadlines: { dated: 'With a day to come', past: 'Past: check before use' },
    lead: 'What the sources do not state is said so, and rules nobody out.',
  },
  fields: { sectors: 'For sectors', size: 'For firms', amount: 'For one firm', deadline: 'Deadline' },
  notStated: 'not stated',
  /** One line of a mail. */
  mailLine: (programme: string) => `Somebody may pay for this: ${programme}.`,
} as const;
