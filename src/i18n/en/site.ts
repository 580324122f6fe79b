import { formatCount } from '../format.ts';

/** Words that several public pages share, and those of the home, lesson, module and comparison pages. */
export const site = {
  count: {
    case: (count: number) => formatCount(count, 'case'),
    comparison: (count: number) => formatCount(count, 'comparison'),
  },
  name: 'Nodomoto',
  tagline: 'Supply-chain lessons, kept warm',
  skip: 'Skip to the content',
  nav: { library: 'Library', lessons: 'Lessons', atlas: 'Atlas', modules: 'Modules', about: 'About', desk: 'Desk' },
  navLabel: 'Main',
  search: 'Search',
  none: 'None',
  telling: {
    untranslated: 'This page has not been translated yet. It stands here in English.',
    behind: 'The English page has changed since this was translated.',
    original: 'Read it in English',
  },
  foot: {
    proverb: 'Once it has passed the throat, the heat is forgotten.',
    browse: 'Read',
    house: 'The house',
    data: 'The catalogue as JSON',
    feed: 'Feed',
    privacy: 'No tracking, no cookies for readers, nothing loaded from anywhere else.',
  },
  colours: {
    green: { label: 'Green', meaning: 'autonomy lost', policy: 'diversify' },
    blue: { label: 'Blue', meaning: 'superiority held', policy: 'control' },
    red: { label: 'Red', meaning: 'disruptive innovation', policy: 'invest' },
  },
  colour: (label: string, meaning: string, policy: string) => `${label}: ${meaning}, ${policy}`,
  kinds: {
    disruption: 'Disruption',
    'near-miss': 'Near miss',
    'safeguard-worked': 'A safeguard that worked',
    coercion: 'Coercion',
    leakage: 'Leakage',
  },
  records: {
    forgotten: 'The record: forgotten',
    'partly-kept': 'The record: partly kept',
    kept: 'The record: kept',
    'no-record-found': 'No record was found either way',
  },
  mechanisms: {
    chokepoint: { label: 'Chokepoint', about: 'It can close a node that others cannot go round.' },
    panopticon: { label: 'Panopticon', about: 'It sees what passes through a node that others must use.' },
    'market-access': { label: 'Market access', about: 'It can shut others out of a market they need.' },
  },
  instruments: {
    ban: { label: 'Ban', about: 'Exports or dealings are forbidden.' },
    licence: { label: 'Licence', about: 'Each shipment or buyer needs an approval.' },
    quota: { label: 'Quota', about: 'A fixed amount may leave.' },
    'slow-release': { label: 'Slow release', about: 'Nothing is forbidden; inspections and forms take the time.' },
    listing: { label: 'Listing', about: 'A named firm may not be dealt with.' },
  },
  tiers: { primary: 'Primary', press: 'Press', secondary: 'Secondary' },
  confidence: { high: 'Well attested', medium: 'Mostly attested', low: 'Thinly attested' },
  authority: { individual: 'Within your own authority', team: 'Within your team’s authority' },
  stakes: { 1: 'a bad week', 2: 'a stopped line', 3: 'a stopped company, or people harmed' },
  facets: {
    hazard: 'Hazard',
    sector: 'Sector',
    input: 'Input',
    country: 'Country',
    route: 'Route',
    colour: 'Colour',
    role: 'Role',
    year: 'Year',
  },
  home: {
    title: 'real supply-chain crises, kept warm',
    promise: 'Learn from the last crisis before the next one.',
    dek: 'Companies learn while a crisis burns, and forget when it has passed. Here are real ones: what people could know, what they chose, and the rule that would have helped. Every figure in their stories is cited.',
    seek: 'What do you depend on?',
    instead: 'Read every case, or browse by hazard, sector and input',
    today: 'Today’s case',
    effort: (minutes: number) => `${minutes} min, one decision`,
    where: 'Where and when',
    rules: 'What they teach',
    ways: 'How it is used',
    wayList: [
      {
        who: 'In operations',
        what: 'A short mail at the start of the day: one case, one decision, two minutes. Later a question, so that it stays.',
      },
      {
        who: 'In a team',
        what: 'The case at the morning meeting, the reason behind a safeguard, and one step for Monday within your own authority.',
      },
      {
        who: 'On the board',
        what: 'What protection costs beside what it opens, for every case. Never one without the other.',
      },
    ],
  },
  lesson: {
    title: 'Lessons',
    description: 'The rules that supply-chain crises teach, each with the cases behind it.',
    dek: 'A rule is mailed only when two cases or more, unlike each other, teach it. That is how a rule comes to mind when a third one begins.',
    taughtBy: 'The cases that teach it',
    comparisons: 'Two cases, one rule',
    both: 'and',
    years: (left: string, right: string) => `${left} and ${right}.`,
    drafts: 'Not yet sent',
    draftsLead: 'Drafts. Each waits until two cases teach it; nobody is mailed about it before.',
    draft: 'Not yet sent.',
    noCase: 'No case in the library teaches it yet.',
    stake: (stake: string) => `Forgetting it may cost ${stake}`,
    readers: (roles: string) => `For ${roles}`,
  },
  compare: {
    kicker: 'Two cases, one rule',
    title: 'What do these two have in common?',
    /** The topic is the lesson's id: the address names it already, so the title gives nothing more away. */
    heading: (left: string, right: string, topic: string, _turn: number) => `${left}, and ${right} (${topic})`,
    description: (left: string, right: string) =>
      `What “${left}” and “${right}” share, how they differ, and the rule behind both.`,
    when: 'When',
    where: 'Where',
    alike: 'Alike',
    differ: 'Different',
    think: 'Say the rule in your own words first. Then look at ours.',
    show: 'Show the rule',
    lesson: 'The lesson, its questions and its step',
  },
  module: {
    title: 'Modules',
    description: 'Lessons in an order, for a trainer to assign or a reader to follow.',
    dek: 'Lessons in an order. A trainer assigns one to a team; anybody may read them from the top.',
    one: 'Module',
    assign: 'Assign it to a team',
    sheet: 'Print it for the wall',
  },
  notSaved: {
    title: 'Not saved yet',
    why: {
      busy: 'Something else is writing here at the moment, so this could not be saved.',
      store: 'What you sent cannot be saved at the moment. Whoever looks after this site can see why.',
    },
    kept: 'What you sent is kept in this page. Send it again in a moment; you need not type anything anew.',
    again: 'Send again',
  },
  missing: {
    title: 'There is no page here',
    dek: 'The address may have been typed wrongly, or the page was renamed. Nothing is lost: these are the cases.',
    library: 'Search the library',
    home: 'Front page',
  },
  problem: {
    kinds: {
      failed: {
        title: 'Something failed here',
        say: 'It is our fault, and has been noted. What you sent may not have been kept: try again in a minute.',
      },
      busy: {
        title: 'The store does not answer just now',
        say: 'Nothing of what you sent was kept. Try again in a minute.',
      },
      unreadable: { title: 'This request cannot be read', say: 'Something in it is not written as browsers write it.' },
      foreign: {
        title: 'This form came from another site',
        say: 'So it was refused, and nothing was changed. Open the page here and send the form from it.',
      },
      elsewhere: {
        title: 'The trial’s inbox is shown on its own machine only',
        say: 'It holds the mail of everybody, with links that open the desk. Look at it in a browser on the machine where the trial runs, at localhost and without a proxy between.',
      },
      vanished: { title: 'This file is no longer here', say: 'The site was built anew just now. Load the page again.' },
      method: {
        title: 'This cannot be done here',
        say: 'The page can be read; what was asked of it is not known here.',
      },
      slow: {
        title: 'The request took too long',
        say: 'It was not whole in time, so nothing was done. Send it again.',
      },
      changed: { title: 'This file has changed', say: 'It is not the one that was asked for. Load the page again.' },
      large: {
        title: 'This is too much at once',
        say: 'What was sent is larger than any form here, so it was not read.',
      },
      part: { title: 'There is no such part', say: 'The file ends before the part that was asked for.' },
      host: {
        title: 'This site has another address',
        say: 'What you opened is not the address that this server was set up for. Whoever runs it sets that in SITE_URL.',
      },
      headers: {
        title: 'The request is too long',
        say: 'Its address, or what came with it, is longer than this server reads.',
      },
    },
    id: 'If you write to whoever runs this site, give this number:',
    home: 'Front page',
  },
  about: {
    title: 'About',
    description:
      'What Nodomoto is, why it asks instead of telling, how its facts are cited, and what it does not know.',
  },
} as const;
