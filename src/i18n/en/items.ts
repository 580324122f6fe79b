import { formatCount } from '../format.ts';

/** Words for one item, and for the items of the whole house. */
export const items = {
  leakRoutes: {
    'social-media': 'Contacts over social media',
    'job-change': 'Somebody who changes to another firm',
    approach: 'An approach from outside, as spies make it',
    'trade-fair': 'Trade fairs and visits',
    employee: 'Our own people, knowingly or not',
  },
  leakGuarded: (count: number, of: number) => `It could still leave us; ${count} of ${of} leakage routes are guarded`,
  title: 'What the house depends on',
  dek: 'Every item of every team, what presses most in front: first what stops the line and hangs on one source, then the least autonomous.',
  none: 'No team has said what it depends on yet.',
  heldBack: (count: number) =>
    `${formatCount(count, 'item')} of a team of fewer than four people ${count === 1 ? 'is' : 'are'} not shown.`,
  smallTeams: 'small teams',
  mapOf: (shown: number) => `The map shows the ${shown} that press most.`,
  columns: {
    item: 'Item',
    team: 'Team',
    colour: 'Colour',
    sales: 'Sales resting on it',
  },
  newestReport: 'The newest stress test',
  page: {
    link: 'Its page',
    colours: 'Colour and policy',
    raise: 'What would raise it',
    nothingRaises: 'Nothing that is known here would raise it.',
    points: (points: number) => `+${points}`,
    tested: (date: string) => `The alternative was last tested on ${date}.`,
    testAgain: (date: string) => `The alternative was last tested on ${date}, more than two years ago: test it again.`,
    neverTested: 'No alternative was ever tested.',
    sales: (share: string) => `${share} of our sales rest on it.`,
    cases: 'Cases that fit it best',
    change: 'Change its figures',
    stress: 'Put it into a stress test',
    back: 'Back to the team',
  },
  raises: {
    'tested-alternative': 'Test an alternative until it carries the load',
    'more-suppliers': 'One more supplier who could deliver now',
    'stock-to-recovery': 'Stock for as long as a recovery takes',
    'smaller-share': 'No more than half from one country',
    'next-tier': 'Know the chain one tier further down',
    'guard-routes': 'Guard all five routes by which the lead could leave',
    'close-leak': 'Make sure that the lead cannot leave',
  },
  tests: {
    title: 'The four tests of designation',
    dek: 'Japan’s Economic Security Promotion Act names a material critical when it passes four tests. Put them to this item yourselves; the answers are kept, and say nothing about what the government would decide.',
    questions: {
      essential: 'Is it essential: could the firm or its customers not go on without it?',
      'over-dependent': 'Do we depend too much on one source outside?',
      'cut-off': 'Is it plausible that it could be cut off?',
      'special-need': 'Is there a special need to secure it, beyond what we do already?',
    },
    fromFigures: 'by its figures',
    passes: {
      yes: 'All four hold: treat it as critical.',
      no: 'Not all four hold.',
      unknown: 'Still open: not every test is answered.',
    },
    save: 'Keep the answers',
    saved: 'The answers are kept.',
  },
};
