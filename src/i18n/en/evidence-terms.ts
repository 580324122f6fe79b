import { type PolicyId, policyNames, settingNames, type WorldId } from '#core/evidence/names.ts';

/** Names of worlds, rules and limits of the simulation, and a sentence on each. */
export const evidenceTerms = {
  worlds: {
    'fsrs-decay-50': 'As assumed',
    'fsrs-decay-15': 'Flat curve',
    'half-life': 'Half-life',
    traces: 'Two traces',
    'mixed-people': 'Mixed people',
    'longer-first': 'Longer at first',
    'shorter-first': 'Shorter at first',
    'flat-and-longer': 'Flat and longer',
    'act-r': 'ACT-R',
  } satisfies Record<WorldId, string>,
  worldTexts: {
    'fsrs-decay-50': 'Memory follows FSRS-6, on a curve that falls steeply. This is the world the planner assumes.',
    'fsrs-decay-15': 'FSRS-6 on the flat curve published with it, which comes from people who study every day.',
    'half-life':
      'Each right answer doubles the time in which recall halves, each wrong one cuts it, however long one has waited: there is no spacing effect at all (after Settles and Meeder 2016).',
    traces:
      'Two traces of practice fade at different speeds, and nothing else is kept (after Lindsey and others 2014).',
    'mixed-people': 'People differ in how long they keep what they learn, and lessons in how hard they are.',
    'longer-first': 'What is learned first lasts three times as long as the planner assumes.',
    'shorter-first': 'What is learned first lasts a third as long as the planner assumes.',
    'flat-and-longer': 'The flat curve and the longer first memories together.',
    'act-r':
      'Every meeting leaves a trace that fades as a power of its age, and recall follows from their sum (after Anderson and Schooler 1991). Written when the planner’s rule was frozen.',
  } satisfies Record<WorldId, string>,
  policies: policyNames,
  /** Names that fit at the end of a line in a small drawing. */
  shortPolicies: {
    nothing: 'nothing',
    newsletter: 'newsletter',
    'round-robin-relevant': 'round robin',
    'fsrs-90': 'FSRS 90 %',
    'lowest-recall-weighted': 'recall × weight',
    'nodomoto-people': 'Nodomoto',
    nodomoto: 'Nodomoto',
  } satisfies Partial<Record<PolicyId, string>>,
  policyTexts: {
    nothing: 'Nobody gets anything.',
    newsletter: 'One lesson for everybody every fourth week, in turn.',
    broadcast: 'One lesson for everybody every week, in turn.',
    random: 'Any lesson, drawn by lot.',
    'round-robin': 'The lesson that was sent to this person longest ago, whether it concerns them or not.',
    'round-robin-relevant': 'The same, among the lessons that concern them.',
    expanding: 'Asked again after 1, 7, 30 and 90 days, whatever is answered.',
    memrise: 'A ladder of six intervals; a wrong answer falls to its foot.',
    kerfoot: '12 days after a wrong answer, 24 after a right one, never again after two right in a row.',
    leitner: 'Boxes of one to sixteen weeks; a wrong answer falls to the first.',
    'sm-2': 'One day, six days, then the interval times an ease that falls with wrong answers.',
    'lowest-recall': 'The lesson believed to be recalled least.',
    'fsrs-90': 'Due when believed recall has fallen to 90 %, the lowest first.',
    'fsrs-80': 'Due when believed recall has fallen to 80 %.',
    'fsrs-70': 'Due when believed recall has fallen to 70 %.',
    memorize: 'Drawn by lot, the likelier the less it is recalled (Tabibian and others 2019).',
    'lowest-recall-weighted': 'What is believed forgotten, times what it matters to this person.',
    'greedy-4': 'The greatest gain in weighted recall over the next 4 weeks (Hunziker and others 2019).',
    'greedy-13': 'The same over 13 weeks.',
    'greedy-26': 'The same over 26 weeks.',
    'greedy-52': 'The same over 52 weeks.',
    index: 'The e-mails that are worth most at the bound’s own prices, if the assumed world were the true one.',
    'nodomoto-people': 'What a lesson matters, times the worth of asking now. Every person counts alike.',
    nodomoto:
      'The same, times the need: one person’s recall is needed less when colleagues are likely to recall already.',
    'nodomoto-priced': 'The same, and an e-mail leaves only where it is worth its price, as in the product.',
  } satisfies Record<PolicyId, string>,
  settings: settingNames,
} as const;
