/**
 * How memory truly works in a simulated world. The planner assumes the first. Its rule (the worth of asking, a model fitted to answers) was
 * chosen with all but the last in view, on other seeds than the published ones. The last was written when the rule was frozen.
 */
export const worldIds = [
  'fsrs-decay-50',
  'fsrs-decay-15',
  'half-life',
  'traces',
  'mixed-people',
  'longer-first',
  'shorter-first',
  'flat-and-longer',
  'act-r',
] as const;

export type WorldId = (typeof worldIds)[number];

/** Rules that choose who is asked what in which week. */
export const policyIds = [
  'nothing',
  'newsletter',
  'broadcast',
  'random',
  'round-robin',
  'round-robin-relevant',
  'expanding',
  'memrise',
  'kerfoot',
  'leitner',
  'sm-2',
  'lowest-recall',
  'fsrs-90',
  'fsrs-80',
  'fsrs-70',
  'memorize',
  'lowest-recall-weighted',
  'greedy-4',
  'greedy-13',
  'greedy-26',
  'greedy-52',
  'index',
  'nodomoto-people',
  'nodomoto',
  'nodomoto-priced',
] as const;

export type PolicyId = (typeof policyIds)[number];

/** An organisation with a limit on its e-mails. */
export const settingIds = ['weekly', 'monthly', 'pooled', 'pooled-monthly', 'equal-weekly'] as const;

export type SettingId = (typeof settingIds)[number];

export const worldNames: Record<WorldId, string> = {
  'fsrs-decay-50': 'FSRS-6 with decay 0.5, what the planner assumes',
  'fsrs-decay-15': 'FSRS-6 with its published decay, 0.1542',
  'half-life': 'half-life regression: each right answer doubles the half-life',
  traces: 'DASH-like: two traces of practice that fade at different rates',
  'mixed-people': 'people and lessons that differ in how well they are kept',
  'longer-first': 'first memories three times as long as assumed',
  'shorter-first': 'first memories a third as long as assumed',
  'flat-and-longer': 'decay 0.1542 and first memories three times as long',
  'act-r': 'ACT-R: every meeting leaves a trace that fades as a power of its age',
};

export const policyNames: Record<PolicyId, string> = {
  nothing: 'nothing is sent',
  newsletter: 'monthly newsletter',
  broadcast: 'weekly broadcast',
  random: 'random',
  'round-robin': 'round robin over all lessons',
  'round-robin-relevant': 'round robin over relevant lessons',
  expanding: 'expanding 1-7-30-90 days',
  memrise: 'Memrise ladder 1-6-12-48-96-180 days',
  kerfoot: 'Kerfoot 12/24 days, retired at two right',
  leitner: 'Leitner boxes',
  'sm-2': 'SM-2',
  'lowest-recall': 'lowest recall first',
  'fsrs-90': 'FSRS at 90 %',
  'fsrs-80': 'FSRS at 80 %',
  'fsrs-70': 'FSRS at 70 %',
  memorize: 'MEMORIZE sampling',
  'lowest-recall-weighted': 'lowest recall x weight',
  'greedy-4': 'greedy gain, 4 weeks',
  'greedy-13': 'greedy gain, 13 weeks',
  'greedy-26': 'greedy gain, 26 weeks',
  'greedy-52': 'greedy gain, 52 weeks',
  index: 'Lagrangian index on the assumed model',
  'nodomoto-people': 'Nodomoto, every person counted',
  nodomoto: 'Nodomoto, teams counted',
  'nodomoto-priced': 'Nodomoto, teams counted, e-mail only where it is worth its price',
};

export const settingNames: Record<SettingId, string> = {
  weekly: 'roles and weights, one e-mail a person a week',
  monthly: 'roles and weights, one e-mail a person every fourth week',
  pooled:
    'roles and weights, 240 e-mails a week for all together, at most two a person (a limit the product does not have)',
  'pooled-monthly':
    'roles and weights, 60 e-mails a week for all together, at most two a person (a limit the product does not have)',
  'equal-weekly': 'equal lessons, one e-mail a person a week',
};
