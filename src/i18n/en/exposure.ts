import { formatCount } from '../format.ts';

/** Words for how an item is sorted: five questions, three colours, two pillars. */
export const exposure = {
  heading: 'Where each item stands',
  dek: 'Two scores for each item: how well we could do without the source we have, and how much others need what we hold. Where a colour holds, it says what to do.',
  caveat:
    'The colours follow what an official of Japan’s Ministry of Economy, Trade and Industry described in an interview on 2 January 2026; no document of the ministry with these colours was found. The questions, the scores and their weights are ours, and untested.',
  empty: 'No items yet. Once they are imported, they are sorted here.',
  questions: {
    essential: 'Would our line, or our customers, stop without it?',
    dependent: 'Does most of it come from one country, one supplier or one route that could be cut?',
    lead: 'Do we hold something here that others need and few others can make?',
    leak: 'Could that lead still leave us: with people, equipment or drawings, through a joint venture, or by a purchase?',
    upheaval: 'Is a new technology about to make today’s leaders replaceable?',
  },
  /** What an answer says of the item. */
  statements: {
    essential: {
      yes: 'Our line or our customers stop without it.',
      no: 'Neither our line nor our customers stop without it.',
      unknown: 'Nobody has said whether our line or our customers stop without it.',
    },
    dependent: {
      yes: 'Most of it comes from one source that could be cut.',
      no: 'It does not hang on one source.',
      unknown: 'It is not known whether it hangs on one source.',
    },
    lead: {
      yes: 'We hold something here that others need and few others can make.',
      no: 'We hold nothing here that others could not get elsewhere.',
      unknown: 'Nobody has said whether we hold something here that others need.',
    },
    leak: {
      yes: 'It could still leave us.',
      no: 'It is guarded.',
      unknown: 'Nobody has said whether it could leave us.',
    },
    upheaval: {
      yes: 'A new technology is about to make today’s leaders replaceable.',
      no: 'No new technology is about to make today’s leaders replaceable.',
      unknown: 'Nobody has said whether a new technology is about to make today’s leaders replaceable.',
    },
  },
  /** The same, where the figures of the item say it. */
  derived: {
    'one-country': (share: string, country: string) =>
      `${share} of it comes from ${country}, and no alternative is tested.`,
    'one-supplier': 'One supplier makes all of it, and no alternative is tested.',
    'tested-alternative': 'A tested alternative stands ready.',
    spread: (suppliers: number, share: string) =>
      `It comes from ${formatCount(suppliers, 'supplier')}, and no country gives more than ${share}.`,
    'unseen-below': (suppliers: number) =>
      `It has ${formatCount(suppliers, 'supplier')}, but nobody has looked below them: they may share one maker.`,
    'not-said': 'Its sources have not been counted yet.',
    'no-lead': 'There is no lead that could leave.',
  },
  verdicts: {
    yes: (label: string) => `${label}.`,
    no: (label: string) => `Not ${label.toLowerCase()}.`,
    unknown: (label: string) => `${label} is open.`,
  },
  noColour: 'No colour',
  noColourYet: 'No colour yet',
  outranked: (label: string) =>
    `${label} is not shown, because an item shows two colours at most. First comes what stops the line, then a lead that could leave, then what is new, last a lead that nobody threatens.`,
  open: 'Answers that could still change the colour',
  pillars: { autonomy: 'Autonomy', indispensability: 'Indispensability' },
  score: (score: number) => `${score} of 100`,
  noScore: 'not known',
  knownPart: (known: string) => `${known} known`,
  /** What is known of a score, and between what ends it lies. */
  known: (known: string, low: number, high: number) =>
    `${known} of its points are known. Once the rest is, it lies between ${low} and ${high}.`,
  points: (points: number, of: number) => `${points} of ${of}`,
  noPoints: (of: number) => `? of ${of}`,
  oneCountry: 'one country',
  reasons: {
    /** Figures that nobody has given yet. */
    unsaid: {
      share: 'Nobody has said where most of it comes from',
      suppliers: 'Nobody has counted the suppliers',
      alternative: 'Nobody has said whether there is an alternative',
      stock: 'Stock or time to recover is not known',
    },
    share: (share: string, country: string) => `${share} of it from ${country}`,
    suppliers: (suppliers: number) => formatCount(suppliers, 'supplier'),
    alternative: {
      none: 'No alternative known',
      known: 'An alternative known, not qualified',
      qualified: 'An alternative qualified, not tested',
      tested: 'An alternative tested',
    },
    stock: (stock: number, recovery: number) =>
      `${formatCount(stock, 'day')} of stock, ${formatCount(recovery, 'day')} to recover`,
    tiers: [
      'Nothing known below the direct suppliers',
      'The chain known one tier below the direct suppliers',
      'The chain known two tiers below the direct suppliers',
      'The chain known three tiers below the direct suppliers',
    ],
    tiersUnknown: 'Nobody has said how far down the chain is known',
    lead: {
      yes: 'We hold what few others can make',
      no: 'We hold nothing that others could not get elsewhere',
      unknown: 'Nobody has said whether we hold what few others can make',
    },
    leak: {
      yes: 'It could still leave us',
      no: 'It is guarded',
      unknown: 'Nobody has said whether it could leave us',
    },
    upheaval: {
      yes: 'A new technology is about to replace it',
      no: 'No new technology is about to replace it',
      unknown: 'Nobody has said whether a new technology is about to replace it',
    },
    withoutLead: { leak: 'No lead to guard', upheaval: 'No lead to overtake' },
    beforeLead: {
      leak: 'Whether it is guarded counts once a lead is known',
      upheaval: 'Whether it can be replaced counts once a lead is known',
    },
  },
  why: 'Why',
  whyOf: (item: string) => `Why: ${item}`,
  whyColour: 'The colour',
  key: 'The five questions',
  /** What a yes to each question does to the colour it stands beside. */
  decides: {
    essential: 'together with the next question',
    dependent: 'together with the question before',
    lead: 'by itself',
    leak: 'makes it more urgent',
    upheaval: 'by itself',
  },
  map: {
    label: (count: number) =>
      `Map of ${formatCount(count, 'item')} by autonomy and indispensability; the table below says the same.`,
    unplaced: { indispensability: 'Indispensability not known yet', autonomy: 'Autonomy not known yet' },
    numbers: 'Numbers are those of the list.',
    quadrants: {
      exposed: { name: 'Exposed', meaning: 'we need them, they do not need us' },
      independent: { name: 'Independent', meaning: 'neither needs the other' },
      bound: { name: 'Bound together', meaning: 'each needs the other' },
      needed: { name: 'Needed', meaning: 'they need us, we could do without them' },
    },
    place: (name: string, meaning: string) => `${name}: ${meaning}`,
    noPlace: 'not placed yet',
    table: 'The map as a table',
    columns: { number: 'No.', item: 'Item', colour: 'Colour', place: 'Place on the map' },
    middle: 'The middle of each axis is 50.',
  },
} as const;
