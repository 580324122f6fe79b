import type { BriefHeading, IndicatorId } from '#core/brief/indicator-list.ts';
import type { LackId } from '#core/brief/reading.ts';
import type { Status } from '#core/brief/status.ts';
import { formatCount } from '../format.ts';

/** “A, B and 3 more”: as many names as a line has room for. */
const some = (names: readonly string[]): string =>
  names.length === 0
    ? ''
    : names.length > 3
      ? ` (${names.slice(0, 3).join(', ')} and ${names.length - 3} more)`
      : ` (${names.join(', ')})`;

const headings: Record<BriefHeading, string> = {
  governance: 'Governance',
  strategy: 'Strategy',
  riskManagement: 'Risk management',
  metrics: 'Metrics and targets',
};

const status: Record<Status, string> = {
  red: 'Red',
  amber: 'Amber',
  good: 'In order',
  unset: 'No threshold',
  missing: 'Missing',
};

const names: Record<IndicatorId, string> = {
  'single-source': 'Critical items with one supplier',
  'top-country': 'Largest share from one country',
  'red-revenue': 'Sales resting on red items',
  cover: 'Stock less time to recover, worst item',
  tiers: 'Known below the direct supplier',
  alternative: 'Alternative tested within 24 months',
  'stress-test': 'Age of the last stress test',
  scenarios: 'Scenarios with owner and trigger',
  'leak-controls': 'Leakage routes guarded where we lead',
  support: 'Support taken up',
  witnesses: 'Witnesses of the nearest cases',
  quiet: 'Longest quiet over a risk',
  recall: 'Lessons recalled; mails answered',
  safeguards: 'Safeguards dropped',
};

const formulas: Record<IndicatorId, string> = {
  'single-source': 'Critical items with one supplier ÷ critical items whose suppliers are counted.',
  'top-country':
    'The largest share of a critical item that comes from one country other than those in which its team works.',
  'red-revenue':
    'Sum of the share of sales resting on critical items past the red threshold of indicator 2 or 4; at most 100 %.',
  cover: 'Days of stock − days to recover, of the critical item for which that is least.',
  tiers: 'Critical items known one tier or more below the direct supplier ÷ critical items of which that was said.',
  alternative:
    'Critical items with an alternative tested in the last 24 months ÷ critical items of which that was said.',
  'stress-test': 'Whole months since the newest stress test was finished.',
  scenarios: 'Scenarios with an owner and a trigger ÷ scenarios.',
  'leak-controls': 'Leakage routes guarded ÷ five for each item in which we lead, of which that was said.',
  support: 'Programmes of support used ÷ programmes open to us.',
  witnesses:
    'People who joined in the year of the event or before ÷ people whose year is known; the least of the three nearest cases.',
  quiet:
    'The most days since a team answered or read on a risk that concerns it; one it never met counts from the day the team came here.',
  recall:
    'Right answers at least 14 days after the lesson was met ÷ such answers; beside it, mails answered ÷ mails that went out. Both of the quarter.',
  safeguards: 'Safeguards dropped in the quarter, and whether the reason of each was read first.',
};

const lacking: Record<LackId, (about: readonly string[]) => string> = {
  items: () => 'No team has said what it depends on. The trainer of each team can: its page, “What we depend on”.',
  essential: (about) =>
    `Not said whether work stops without it: ${formatCount(about.length, 'item')}${some(about)}. Its team can answer the five questions.`,
  suppliers: (about) =>
    `Number of suppliers not said: ${formatCount(about.length, 'item')}${some(about)}. Purchasing can.`,
  share: (about) => `Country or share not said: ${formatCount(about.length, 'item')}${some(about)}. Purchasing can.`,
  revenue: (about) =>
    `Share of sales not said${about.length > 0 ? `: ${formatCount(about.length, 'item')}${some(about)}` : ''}. Finance can.`,
  cover: (about) =>
    `Stock or time to recover not said: ${formatCount(about.length, 'item')}${some(about)}. Planning can.`,
  tiers: (about) =>
    `Depth of the chain not said: ${formatCount(about.length, 'item')}${some(about)}. Purchasing can ask the supplier.`,
  alternative: (about) =>
    `Alternative not said: ${formatCount(about.length, 'item')}${some(about)}. Engineering and purchasing can.`,
  'tested-on': (about) =>
    `Tested, but not said when: ${formatCount(about.length, 'item')}${some(about)}. Engineering can.`,
  'stress-test': () => 'No stress test is on record. Whoever owns risk management can run one.',
  scenarios: () => 'No scenario is written down. Whoever owns risk management can, on “Write the brief”.',
  lead: (about) =>
    `Not said whether we lead in it: ${formatCount(about.length, 'item')}${some(about)}. Its team can answer the five questions.`,
  'leak-controls': (about) =>
    `Guarded routes not said: ${formatCount(about.length, 'item')}${some(about)}. Legal and IT can.`,
  support: () => 'Not said which programmes are used. Finance can.',
  joined: () => 'The year of joining is not known of everybody. Personnel can, in the list of people.',
  nearest: () => 'No case is near to what the teams depend on so far.',
  rehearsals: () => 'No figures of memory are kept yet. They follow within minutes of the first start.',
  recall: () => 'Too few answers two weeks and more after a lesson. They come with time.',
  'no-critical': () => 'No team says that its work stops without one of its items.',
  'no-lead': () => 'No team says that it leads in one of its items.',
  safeguards: () => 'No safeguard is in the register. Teams can enter theirs.',
};

const outcomes = {
  asked: 'asked',
  taken: 'taken',
  refused: 'refused',
  'put-off': 'put off',
  withdrawn: 'withdrawn',
} as const;

/** Words of the board brief: the page, its PDF, its mail and its forms. */
export const brief = {
  title: 'Board brief',
  titleOf: (quarter: string) => `Board brief, ${quarter}`,
  quarter: (year: number, number: number) => `Q${number} ${year}`,
  dek: 'Two pages for the board: what could hurt, what we hold, what people still know, and what to decide.',
  asOf: (day: string) => `As of ${day}`,
  compared: (quarter: string) => `beside ${quarter}`,
  notCompared: 'no brief of the quarter before was kept',
  running: 'The quarter still runs: these figures move.',
  keptOn: (day: string) => `Kept on ${day}. It does not change.`,
  headings,
  status,
  names,
  formulas,
  lacking,
  outcomes,
  columns: {
    number: 'No.',
    indicator: 'Indicator',
    now: 'Now',
    before: 'Before',
    status: 'Status',
    thresholds: 'Amber, red',
  },
  thresholds: {
    above: (value: string) => `> ${value}`,
    below: (value: string) => `< ${value}`,
    from: (value: string) => `from ${value}`,
    none: 'not set',
  },
  units: {
    days: (days: number) => formatCount(days, 'day').replace('-', '−'),
    months: (months: number) => formatCount(months, 'month'),
    count: (count: number) => String(count),
    missing: 'missing',
    noBefore: '–',
  },
  both: (recalled: string, answered: string) => `${recalled}; ${answered}`,
  overAllSales: (sum: string) => `The shares come to ${sum}: some sales rest on several of these items.`,
  inputsOf: 'Formula, inputs and thresholds',
  formula: 'Formula',
  inputs: 'Inputs',
  lackingTitle: 'Missing',
  moreInputs: (count: number) => `and ${count} more`,
  input: {
    suppliers: (item: string, count: number) => `${item}: ${formatCount(count, 'supplier')}`,
    country: (item: string, share: string, country: string) => `${item}: ${share} from ${country}`,
    revenue: (item: string, share: string) => `${item}: ${share} of sales`,
    cover: (item: string, stock: number, recovery: number) =>
      `${item}: ${formatCount(stock, 'day')} of stock, ${recovery} to recover`,
    tiers: (item: string, tiers: number) => `${item}: ${formatCount(tiers, 'tier')} below the direct supplier`,
    alternative: (item: string, alternative: string) => `${item}: ${alternative}`,
    alternatives: { none: 'none', known: 'known', qualified: 'qualified, not tested', tested: 'tested' },
    testStale: 'tested more than 24 months ago',
    stressTest: (finished: string, due: string) => `Finished ${finished}; the next is due by ${due}`,
    scenario: (name: string, owner: string, isWhole: boolean) =>
      `${name}: ${owner}${isWhole ? '' : ', owner or trigger missing'}`,
    noOwner: 'no owner',
    routes: (item: string, held: number, of: number) => `${item}: ${held} of ${of} routes guarded`,
    programme: (name: string, isUsed: boolean) => `${name}: ${isUsed ? 'used' : 'not used'}`,
    witnesses: (title: string, year: string, there: number, of: number) =>
      `${title} (${year}): ${there} of ${of} were here`,
    quiet: (rule: string, days: number, team: string, isMet: boolean) =>
      `“${rule}”: ${formatCount(days, 'day')}${isMet ? '' : ', never met'} (${team})`,
    together: 'small teams together',
    recalled: (recalled: number, asked: number) => `${recalled} of ${asked} answers right two weeks and more after`,
    answered: (answered: number, sent: number) => `${answered} of ${sent} mails answered`,
    safeguard: (title: string, isRead: boolean) => `${title}: reason ${isRead ? 'read first' : 'not read'}`,
  },
  position: {
    title: 'Position',
    state: (red: number, amber: number, missing: number) =>
      `Of 14 indicators, ${red} are red, ${amber} amber and ${missing} lack data.`,
    country: (item: string, share: string, country: string) => `${item}: ${share} from ${country}.`,
    cover: (item: string, days: number) => `${item} would be short for ${formatCount(days, 'day')}.`,
    asks: (count: number) =>
      count === 0
        ? 'Nothing is asked of the board.'
        : `${formatCount(count, 'decision')} ${count === 1 ? 'is' : 'are'} asked.`,
  },
  changes: (worse: number, better: number, quarter: string) => `Since ${quarter}: ${worse} worse, ${better} better.`,
  same: {
    item: (item: string, input: string) =>
      item.toLowerCase() === input.toLowerCase()
        ? `We too depend on ${item}.`
        : `We too depend on ${item} (${input.toLowerCase()}).`,
    itemFrom: (item: string, input: string, country: string) =>
      item.toLowerCase() === input.toLowerCase()
        ? `Our ${item} also comes from ${country}.`
        : `Our ${item} (${input.toLowerCase()}) also comes from ${country}.`,
    country: (item: string, country: string) => `Half or more of our ${item} comes from ${country}.`,
    hangsOn: {
      'one-supplier': (item: string) => `We have one supplier for ${item}.`,
      'one-country': (item: string) => `Nearly all of our ${item} comes from one country.`,
      'unmapped-makers': (item: string) => `Nobody here has looked below the suppliers of ${item}.`,
    },
    route: (route: string) => `Our goods pass the same way: ${route}.`,
    system: (system: string) => `We depend on the same kind of system: ${system.toLowerCase()}.`,
    hazard: (hazard: string, country: string) =>
      `We have a site in ${country}, where it struck: ${hazard.toLowerCase()}.`,
    sector: (sector: string) => `We work in the same trade: ${sector.toLowerCase()}.`,
    other: 'Something of what we depend on is like it.',
  },
  cases: {
    title: 'Three cases nearest to our exposure',
    happened: 'What happened',
    same: 'Where we are the same',
    cost: 'What it cost',
    none: 'None yet: no team has said what it depends on.',
    figure: (figure: string, unit: string) => `${figure} ${unit}.`,
  },
  decisions: {
    title: 'Decisions asked',
    none: 'None is asked this quarter.',
    cost: 'Cost',
    opportunity: 'Opportunity',
    programmes: 'Who pays for part of it',
    noProgramme: 'no programme found',
    deadline: 'By',
    owner: 'Owner',
    more: (count: number) => `${formatCount(count, 'more decision')}: on the desk.`,
    settled: 'What became of those before',
    settledLine: (ask: string, quarter: string, outcome: string) => `${ask} (${quarter}): ${outcome}`,
  },
  scenarios: {
    title: 'Scenarios',
    line: (name: string, days: string, band: string) => `${name}: ${days}, ${band}`,
    days: (days: number) => `${formatCount(days, 'day')} to loss`,
    bands: {
      'under-0.1': 'under 0.1 % of a year’s sales',
      '0.1-to-1': '0.1 to 1 % of a year’s sales',
      '1-to-5': '1 to 5 % of a year’s sales',
      'over-5': 'over 5 % of a year’s sales',
    },
    noDays: 'days to loss not said',
    noBand: 'loss not said',
  },
  explains: {
    title: 'Explains due',
    missing: 'No statement on the code of 12 principles is kept yet. Whoever owns governance can write one.',
    none: 'None: every principle is complied with or explained.',
    line: (principle: number, state: string, due: string) => `Principle ${principle}: ${state}${due}`,
    due: (day: string) => `, due ${day}`,
    states: { comply: 'complied with', explain: 'explained', 'not-yet': 'not yet', missing: 'no statement' },
  },
  nearMisses: {
    title: 'Near misses this quarter',
    missing: 'Reports of near misses are not kept yet.',
    count: (all: number, open: number) =>
      `${formatCount(all, 'report')}, of which ${open} open. A count alone: what they say stays with their editor.`,
  },
  small: (count: number) => (count === 0 ? '' : `${formatCount(count, 'team')} too small to be shown alone.`),
  foot: 'Thresholds are ours unless the house has set others; 65 % (indicator 2) and 36 months (7) are those of the EU’s Critical Raw Materials Act. No study has shown that case mails to supply-chain teams reduce losses.',
  page: (page: number) => `Page ${page} of 2`,
  mail: {
    lead: (host: string) => `The board brief of the quarter is ready on ${host}.`,
    red: 'Red',
    redLine: (number: number, name: string, now: string, before: string) =>
      `Indicator ${number}, ${name}: ${now} (before ${before})`,
    open: 'Open the brief',
    why: 'You get this once a quarter because you are an executive on this desk. Whoever gives roles there can end that.',
  },
  desk: {
    choose: 'Quarter',
    show: 'Show',
    pdf: 'PDF, two pages',
    write: 'Write the brief',
    setThresholds: 'Thresholds',
    keep: 'Keep this brief as it is',
    kept: 'Kept. The board can be shown this one; the last one is kept when the quarter ends.',
    nothingKept: (quarter: string) => `No brief of ${quarter} was kept, and its figures cannot be made now.`,
    back: 'To the brief',
  },
  form: {
    positionHint: 'At most 40 words. Leave it empty to have it made from the facts.',
    own: 'Your position',
    save: 'Save',
    saved: 'Saved.',
    ask: 'What the board is asked to decide',
    add: 'Ask for it',
    addTitle: 'Ask for a decision',
    noneFound: 'No programme found that pays for part of it',
    function: 'A function (“head of purchasing”), not a name',
    outcome: 'What became of it',
    note: 'In a few words',
    scenarioTitle: 'Scenarios',
    scenarioAdd: 'Add a scenario',
    scenarioName: 'Scenario',
    trigger: 'Trigger: what would tell that it begins',
    daysToLoss: 'Days until it costs us',
    lossBand: 'What it would cost',
    rehearsedOn: 'Last rehearsed on',
    notSaid: 'not said',
    end: 'End this scenario',
    faults: {
      empty: 'Say this: a board cannot weigh it otherwise.',
      long: 'Too long for two pages: shorten it.',
      'bad-date': 'This is no day; write 2026-12-31.',
      'bad-number': 'Write a whole number.',
      'names-somebody': 'This names somebody. A brief names functions.',
      'position-long': 'More than 40 words. Shorten it.',
      'not-a-number': 'Write a number, or leave it empty for none.',
      'red-before-amber': 'Red has to lie beyond amber.',
    },
    thresholdsDek:
      'What turns an indicator amber, and what red. Shares in per cent. A brief that was kept keeps those of its day.',
    amber: 'Amber',
    red: 'Red',
    usual: (amber: string, red: string) => `Ours: amber ${amber}, red ${red}`,
    unit: { share: 'per cent', days: 'days', months: 'months', count: 'number' },
  },
} as const;
