import type { FieldWorldId } from '#core/evidence/field-evidence.ts';
import { formatCount } from '../format.ts';
import { evidenceTerms } from './evidence-terms.ts';

/** Words of the page that shows what the simulation came to. Every figure comes from its report. */
export const evidence = {
  title: 'Evidence, simulated',
  description:
    'Simulated people, many ways to choose what they are asked, and a bound that no way can pass: what the planner is worth.',
  kicker: {
    simulated: 'Simulated',
    people: (people: number, teams: number) => `${people} people in ${teams} teams`,
    weeks: (count: number) => formatCount(count, 'week'),
    worlds: (count: number) => `${formatCount(count, 'way')} of forgetting`,
    seeds: (count: number) => formatCount(count, 'draw of people', 'draws of people'),
  },
  heading: 'Tried on simulated people',
  dek: (policies: number, worlds: number) =>
    `Nodomoto’s planner beside ${policies} other rules for who is asked what, in ${worlds} simulated worlds that forget in different ways. Then beside what no rule could have passed.`,
  key: {
    label: 'The figures in short',
    teamMemory: (range: string) => `${range} times`,
    teamMemoryText: (worlds: number) =>
      `the team memory of a monthly newsletter, with as many e-mails. The range is over ${worlds} worlds.`,
    newsletter: (range: string) => range,
    newsletterText: 'of the newsletter’s e-mails, for the newsletter’s team memory.',
    baselines: (range: string) => range,
    baselinesText: (fsrs: string) =>
      `of the e-mails of a round robin over relevant lessons, for as much recall; ${fsrs} of those of FSRS at 90\u00a0%.`,
    share: (range: string) => range,
    shareText: (worst: string, best: string) =>
      `of the recall that is attainable at one e-mail a week. Least in the world “${worst}”, most in “${best}”.`,
    unreached: (worlds: number) => `Not reached in ${formatCount(worlds, 'world')}.`,
    never: 'Not reached',
  },
  caveat:
    'No study yet shows that such e-mails lead to fewer losses in supply chains. These figures are simulated: people who forget as a formula says.',
  contents: 'On this page',
  goals: {
    title: 'The goals',
    lead: (met: number, all: number) =>
      `${met} of ${all} goals are met. They were set before the figures were known; each is judged in its worst world.`,
    columns: { goal: 'Goal', target: 'Target', measured: 'Measured', world: 'Worst world', verdict: 'Result' },
    caption: 'Goals, targets and what was measured',
    met: 'Met',
    missed: 'Missed',
    atLeast: (target: string) => `at least ${target}`,
    atMost: (target: string) => `at most ${target}`,
    noWorld: 'one figure for all',
    /** The report tells its goals in English. */
    sentence: (_id: string, asReported: string) => asReported,
  },
  field: {
    title: 'The real plan, day by day',
    lead: 'The product’s own plan, with its steps, rests and holidays, in worlds of another make: people guess and slip, read unseen, leave and never answer, and the weights on file are wrong by chance. Simple rules send as many e-mails.',
    met: (met: number, all: number, points: string) =>
      `It is to be no more than ${points} points below the best simple rule, in team memory and in recall. ${met} of ${all} times it is.`,
    note: (people: number, weeks: number, seeds: number) =>
      `${people} people, ${weeks} weeks, ${formatCount(seeds, 'draw of people', 'draws of people')}. The clairvoyant knows what everybody holds, and sends what adds most over the next quarter.`,
    json: 'The figures as JSON',
    caption: 'In per cent: averages over the weeks, weighted by what lessons truly weigh',
    columns: {
      where: 'World and pace',
      measure: 'Measure',
      ours: 'Nodomoto',
      best: 'Best simple rule',
      rule: 'Which',
      share: 'Share of the clairvoyant’s gain',
    },
    measures: { teamMemory: 'team memory', recall: 'recall' },
    paces: { weekly: 'weekly', monthly: 'monthly' },
    worlds: {
      'performance-equation': 'performance equation',
      multiscale: 'multiscale context',
      wickelgren: 'Wickelgren power law',
      'memory-chain': 'memory chain',
      'contextual-fluctuation': 'contextual fluctuation',
    } satisfies Record<FieldWorldId, string>,
  },
  share: {
    title: 'How much of what is attainable',
    lead: 'Nothing sent is 0; the bound that no rule can pass is 100. A dot is a world; the line runs from the worst to the best.',
    note: (goal: string) =>
      `The upright line is the goal, ${goal}. A hollow dot is the world that the planner assumes, which the goal leaves out.`,
    recall:
      'This is each person’s own recall. “Teams counted” gives some of it away, and gets team memory for it: see below.',
    fewer: (range: string) =>
      `With a price, Nodomoto sends only ${range} e-mails a person and week, so its recall stands lower.`,
    label: (setting: string) => `Share of the attainable by rule, ${setting}`,
    strip: (mean: string, worst: string, worstWorld: string, best: string, bestWorld: string) =>
      `mean ${mean}, from ${worst} (${worstWorld}) to ${best} (${bestWorld})`,
    goal: 'goal',
    ours: 'Nodomoto',
    theirs: 'other rules',
    assumed: 'the world assumed',
    table: 'The same as a table, with confidence intervals',
    tableCaption:
      'Share of the attainable in per cent: mean over the seeds, and below it the 95 % confidence interval.',
    mean: 'Mean',
  },
  mails: {
    title: 'Memory against e-mails',
    lead: 'Upwards: what is remembered. To the right: e-mails a person and week. The line is Nodomoto with more and more e-mails to share out.',
    team: 'Team memory: the chance that at least two of a team recall a lesson, in per cent',
    recall: 'Recall: the chance that one person recalls a lesson, in per cent',
    levels: {
      team: 'The level stroke runs from the newsletter to the place where Nodomoto remembers as much.',
      recall: 'The level stroke runs from the round robin to the place where Nodomoto remembers as much.',
    },
    key: { ours: 'Nodomoto', baseline: 'the one compared', others: 'other rules', nothing: 'nothing sent' },
    panel: (world: string, baseline: string, mails: string) =>
      `${world}: as much as ${baseline} with ${mails} of its e-mails`,
    unreached: (world: string, baseline: string) => `${world}: what ${baseline} reaches is not reached`,
    caption: (mails: string) => `${mails} of the e-mails`,
    captionUnreached: 'not reached',
    mark: (policy: string, mails: string, level: string) => `${policy}: ${mails} e-mails, ${level}`,
    axis: 'Along the foot: e-mails a person and week.',
    table: 'The same as tables',
    tableCaption: (measure: string) => `${measure}, in per cent; e-mails a person and week in brackets.`,
    frontierCaption: 'Nodomoto with more and more e-mails, shared out among all: recall / team memory, in per cent.',
    savingsCaption:
      'E-mails Nodomoto needs for the same memory, in per cent of what the rule sends: recall (every person counted) / team memory (teams counted). A dash: not reached.',
    columns: { policy: 'Rule', mails: 'E-mails' },
  },
  monthly: {
    title: 'One e-mail a month',
    lead: 'The same number of e-mails, twice. A newsletter sends one lesson to everybody every fourth week. Nodomoto shares the e-mails out: to whom they are worth most, in the weeks in which they are.',
    caption: 'Team memory, from the newsletter’s to Nodomoto’s',
    newsletter: 'newsletter',
    ours: 'Nodomoto',
    from: (newsletter: string, ours: string) => `${newsletter} → ${ours}`,
    times: (ratio: string) => `${ratio} times`,
    row: (newsletter: string, ours: string) => `newsletter ${newsletter}, Nodomoto ${ours}`,
    table: 'The same as a table, with e-mails and recall',
    tableCaption: 'In per cent, with 95 % confidence intervals.',
    columns: {
      world: 'World',
      newsletterTeam: 'Newsletter: team memory',
      oursTeam: 'Nodomoto: team memory',
      newsletterRecall: 'Newsletter: recall',
      oursRecall: 'Nodomoto: recall',
      mails: 'E-mails a person and week',
    },
  },
  calibration: {
    title: 'Does it know what people know?',
    lead: (better: number, all: number) =>
      `Before each answer the planner says how likely it is to be right. In ${better} of ${all} worlds its log loss is lower than that of a moving average of each person’s last answers, the plain rule it has to beat.`,
    note: 'To the right the chance predicted, upwards the share that was right; a larger dot is more answers. On the slanted line both are the same. Dots are of one draw, figures of all.',
    panel: (world: string, planner: string, average: string) =>
      `${world}: predicted against observed. Log loss ${planner}, moving average ${average}.`,
    dot: (predicted: string, observed: string, answers: string) =>
      `predicted ${predicted}, observed ${observed}, ${answers} answers`,
    loss: (planner: string, average: string) => `log loss ${planner}, average ${average}`,
    tableCaption: 'Lower is better; 95 % confidence intervals in brackets.',
    columns: {
      world: 'World',
      answers: 'Answers',
      planner: 'Log loss',
      average: 'Moving average',
      gain: 'Difference',
      bins: 'Error of calibration',
      averageBins: 'Moving average',
    },
    table: 'The same as a table, with confidence intervals',
  },
  robustness: {
    title: 'When people are otherwise',
    lead: (recallKept: number, teamKept: number, all: number) =>
      `One assumption about people changed at a time, at one e-mail a week. Nodomoto’s recall stays above that of every rule compared in ${recallKept} of ${all} cases, its team memory in ${teamKept} of ${all}.`,
    caption: 'Recall as one assumption changes',
    assumptions: {
      'read-without-answering': 'What reading without answering is worth, as a share of a right answer',
      'leaving-a-month': 'People who leave each month',
      'answer-rate': 'Answers, as a multiple of the usual rate',
    },
    value: (assumption: string, share: string, ratio: string) =>
      assumption === 'answer-rate' ? `×\u2009${ratio}` : share,
    panel: (assumption: string, world: string) => `Recall by rule. ${assumption}. World: ${world}.`,
    table: 'The same as tables, with team memory',
    tableCaption: (world: string) => `${world}: recall / team memory, in per cent.`,
    assumption: 'Assumption',
    valueColumn: 'Value',
    fatigue: 'People who tire of e-mail',
    fatigueLead:
      'Here people unsubscribe for good, the sooner the more e-mails they get. How fast is assumed. Nobody comes back until a successor takes the place.',
    fatigueCaption: 'One e-mail a person a week at most; in per cent but for the e-mails.',
    fatigueColumns: {
      policy: 'Rule',
      mails: 'E-mails a person and week',
      unsubscribed: 'Unsubscribed at the end',
      recall: 'Recall',
      teamMemory: 'Team memory',
    },
  },
  weights: {
    title: 'How relevance is counted',
    lead: 'The largest part of what a planner can gain is to send a lesson to those whom it concerns. The simulation takes that as given; in the product it is counted like this.',
  },
  method: {
    title: 'How it was done',
    organisations: 'The organisations',
    organisation: (people: number, teams: number, lessons: number, roles: number) =>
      `${people} people in ${teams} teams, ${lessons} lessons, ${formatCount(roles, 'role')}.`,
    organisationNames: {
      'roles-and-weights': 'Roles and weights',
      'equal-lessons': 'Equal lessons',
    },
    organisationTexts: {
      'roles-and-weights':
        'A lesson matters most, somewhat or not at all to a role, and some lessons appear only later.',
      'equal-lessons':
        'Every lesson concerns everybody alike and is there from the start, so only the schedule can differ.',
    },
    behaviour: (rates: string, leaving: string, reading: string) =>
      `People answer ${rates} of the questions they get. ${leaving} leave each month, and a successor starts from nothing. Reading without answering is worth ${reading} of a right answer.`,
    settings: 'The limits on e-mail',
    worlds: 'The worlds',
    rules: 'The rules compared',
    sees: 'What a rule may see',
    seesText:
      'The organisation’s files (who sits in which team, what concerns whom) and the history of e-mails and answers. Nothing of the true memories. The planner fits a memory model of five numbers to the answers as they come: how steeply memory falls, how long it lasts, what answers add, what waiting adds, and what outlives an error.',
    measures: 'What is measured',
    measuresText: (weeks: number) =>
      `Recall is the chance that a person recalls a lesson, weighted by what the lesson matters to them and averaged over all ${weeks} weeks: a good last day counts for no more than any other. Team memory is the chance that at least two of a team recall it.`,
    bound: 'How the bound is computed',
    boundText: (iterations: string) =>
      `By Lagrangian relaxation. Each week’s limit on e-mail is traded for a price, which splits the problem into one small problem for each person and lesson; each of these is solved exactly, on the same grid of memory states that the simulator uses. For any prices the sum is no less than what any rule can expect. ${iterations} steps move the prices to make it smaller; every step gives a valid bound, and the least is kept. More steps can only lower it.`,
    boundCheck:
      'On tiny organisations, where every possible rule can be tried, a test sets the bound beside the best of them by brute force:',
    boundLoose:
      'The bound is known for recall only. Where every person has a limit of their own it is looser than where e-mails are pooled, so the shares on this page are lower bounds.',
    seeds: 'Draws and confidence intervals',
    seedsText: (seeds: string) =>
      `Each seed is one draw of all people. Published are the seeds ${seeds}; what is run many times over uses the first of them. Intervals are 95 % confidence intervals over the seeds (Student’s t). Within a seed every rule meets the same people, the same luck and the same departures, so rules differ by what they send and by nothing else.`,
    chosen: 'How the rule was chosen',
    chosenText:
      'The planner’s rule was chosen with all worlds but ACT-R in view, on seeds from 101 on; the published seeds are others. In a first full run it fell behind another rule in the half-life world, and its memory model was then widened by what waiting adds and what outlives an error. So read that world as one it was mended for, the others as a fit that held on new draws, and ACT-R, written when the rule was frozen, as the one test on a world it had not met. After that only the grid on which the model is fitted was made coarser, to save time.',
  },
  limits: {
    title: 'What it does not show',
    list: [
      'No public data tell how people at work forget cases. Every curve here comes from models of learners who chose to learn.',
      'Most of the worlds have memories of the kind that FSRS describes. The half-life, the two traces and ACT-R are the exceptions.',
      'A right answer to a question is not the rule applied in a crisis. The simulation has no crisis in it.',
      'What reading without answering is worth is assumed, and so is how fast people tire of e-mail.',
      'The bound is looser than the truth, most of all where each person has a limit of their own. A share of 100 per cent may not exist.',
    ],
    studies: 'What studies with real people have found, for and against, is on the page',
    about: 'About',
  },
  run: {
    title: 'Run it yourself',
    lead: 'The figures come from one command. It needs no account, no network and no mail server, and the same seeds give the same figures.',
    json: 'All figures as JSON',
    markdown: 'All figures as tables in Markdown',
    drawn: 'This page was drawn from that file when the site was built.',
  },
  ...evidenceTerms,
} as const;
