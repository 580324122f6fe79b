import { standings as anybody, anyTrainers, isAnyOf, type Standing, trainersOnly } from '#core/privacy/desk-roles.ts';

/** Whoever writes for the whole house. */
const writers: readonly Standing[] = ['trainer', 'editor'];

/** Where figures of teams stand, without a name. */
const figures: readonly Standing[] = [...anyTrainers, 'executive'];

/** Whoever reads and writes the board brief. */
const briefed: readonly Standing[] = ['trainer', 'executive'];
/** Who reads what the house says of itself, and who changes it. */
const readers: readonly Standing[] = ['trainer', 'admin', 'executive'];
const stewards: readonly Standing[] = ['trainer', 'admin'];

/**
 * Who may open which page of the desk, by its route. What does not stand here is for trainers alone, so that a new page shows nobody more than its author
 * thought of.
 */
const pages: Readonly<Record<string, readonly Standing[]>> = {
  '/desk/sessions': anybody,
  '/desk/sign-out': anybody,
  '/desk/access': ['admin'],
  '/desk/settings/roles': ['admin'],
  '/desk/suppliers': ['trainer'],
  '/desk/customer': [],
  '/desk/memory': figures,
  '/desk/results': figures,
  '/desk/brief': briefed,
  '/desk/brief/pdf': briefed,
  '/desk/brief/write': briefed,
  '/desk/brief/thresholds': briefed,
  '/desk/items': figures,
  '/desk/stress-tests/[key]/report': figures,
  '/desk/house.json': ['trainer', 'team-trainer', 'editor'],
  '/desk/reports': writers,
  '/desk/reports/[id]': writers,
  '/desk/code': readers,
  '/desk/code/[principle]': stewards,
  '/desk/support': readers,
  '/desk/write': writers,
  '/desk/write/shared': writers,
  '/desk/write/[id]': writers,
  '/desk/write/[id]/[section]': writers,
  '/desk/write/[id]/files/[file]': writers,
  '/desk/write/[id]/as-mail': writers,
  '/desk/write/[id]/as-mail/body': writers,
  '/desk/write/[id]/page': ['trainer', 'team-trainer', 'editor'],
};

/** The same of what a page asks the desk for (desk.ts), by its name: a second door behind the first. */
const asked: Readonly<Record<string, readonly Standing[]>> = {
  trainer: anybody,
  rules: anybody,
  isOfHouse: anybody,
  teamNames: anybody,
  memory: figures,
  results: figures,
  items: figures,
  // One item is its team's; executives have the list.
  'items.read': trainersOnly,
  'items.answerTests': trainersOnly,
  // A finished report, and when the next is due, are for executives too.
  stressTests: figures,
  'stressTests.list': trainersOnly,
  'stressTests.news': trainersOnly,
  'stressTests.choices': trainersOnly,
  'stressTests.start': trainersOnly,
  'stressTests.open': trainersOnly,
  'stressTests.save': trainersOnly,
  'stressTests.finish': trainersOnly,
  // Who has done what, by name, and the files and packages made of it.
  'results.team': trainersOnly,
  'results.file': trainersOnly,
  reports: writers,
  code: readers,
  'code.found': stewards,
  'code.setPublic': stewards,
  // By name: whom to remind, and who wrote it.
  'code.open': stewards,
  'code.save': stewards,
  support: readers,
  'support.say': stewards,
  write: ['trainer', 'team-trainer', 'editor'],
  brief: briefed,
  sharing: writers,
  suppliers: ['trainer'],
  customer: ['supplier-lead'],
  access: ['admin'],
  roles: ['admin'],
};

/**
 * What the lead of a supplier's team may open and ask for besides, as a trainer of single teams may. What does not stand here is closed to them, so that a new
 * page shows a firm that is not the house nothing.
 */
const pagesForSuppliers: ReadonlySet<string> = new Set([
  '/desk',
  '/desk/assign',
  '/desk/assignments',
  '/desk/assignments/[id]',
  '/desk/assignments/[id]/lessons',
  '/desk/assignments/[id]/withdraw',
  '/desk/forecast.json',
  '/desk/mails',
  '/desk/mails/[id]',
  '/desk/mails/[id]/body',
  '/desk/mails/preview',
  '/desk/mails/preview-body',
  '/desk/people',
  '/desk/people/new',
  '/desk/people/[id]',
  '/desk/people/[id]/erase',
  '/desk/people/import',
  '/desk/people/import/[key]',
  '/desk/people/import/[key]/headings',
  '/desk/people/import/[key]/undo',
  '/desk/plan',
  '/desk/results/export/[file]',
  '/desk/results/package',
  '/desk/safeguards',
  '/desk/safeguards/new',
  '/desk/safeguards/register.csv',
  '/desk/safeguards/[id]',
  '/desk/safeguards/[id]/edit',
  '/desk/safeguards/[id]/retire',
  '/desk/signals',
  '/desk/signals/[id]/withdraw',
  '/desk/stress-tests',
  '/desk/stress-tests/[key]',
  '/desk/teams',
  '/desk/teams/[id]',
  '/desk/teams/[id]/calendar',
  '/desk/teams/[id]/edit',
  '/desk/teams/[id]/exposure',
  '/desk/teams/[id]/items/[itemId]',
  '/desk/teams/[id]/people/[person]/mail-again',
  '/desk/teams/[id]/people/[person]/no-mail-after-all',
  '/desk/teams/[id]/starter/[file]',
  '/desk/customer',
]);

const askedBySuppliers: ReadonlySet<string> = new Set([
  'assigning',
  'assignments',
  'calendar',
  'exposure',
  'items.read',
  'items.answerTests',
  'letHaveMail',
  'mail',
  'mailAgain',
  'mailOfTeam',
  'mails',
  'makeSignal',
  'mayWithdraw',
  'noMail',
  'openTeam',
  'people',
  'peopleImports',
  'plans',
  'previewSignal',
  'results.team',
  'results.file',
  'safeguards',
  'signals',
  'starter',
  'stressTests.list',
  'stressTests.news',
  'stressTests.choices',
  'stressTests.start',
  'stressTests.open',
  'stressTests.save',
  'stressTests.finish',
  'teamFigures',
  'teams',
  'today',
  'undoLetHaveMail',
  'withdrawSignal',
]);

/** Those that the table names. */
export const listedRoutes: readonly string[] = Object.keys(pages);

function standingsFor(route: string): readonly Standing[] {
  const ofHouse = pages[route] ?? trainersOnly;
  return pagesForSuppliers.has(route) ? [...ofHouse, 'supplier-lead'] : ofHouse;
}

export function mayOpen(own: ReadonlySet<Standing>, route: string): boolean {
  return isAnyOf(own, standingsFor(route));
}

/** Pages on which figures stand, and nobody's name. */
const pagesOfFigures: readonly string[] = [
  '/desk/memory',
  '/desk/brief',
  '/desk/brief/pdf',
  '/desk/brief/write',
  '/desk/brief/thresholds',
  '/desk/items',
  '/desk/stress-tests/[key]/report',
];

export function holdsFiguresAlone(route: string): boolean {
  return pagesOfFigures.includes(route);
}

/** By a name of the desk, as `results`, or of one of its parts, as `results.team`; what of a part is not named is as the part. */
export function mayAsk(own: ReadonlySet<Standing>, name: string): boolean {
  const [part = ''] = name.split('.');
  const ofHouse = asked[name] ?? asked[part] ?? trainersOnly;
  if (isAnyOf(own, ofHouse)) return true;
  // What of a part is named for the house is the house's, whatever stands of the part.
  return (
    own.has('supplier-lead') &&
    (askedBySuppliers.has(name) || (askedBySuppliers.has(part) && asked[name] === undefined))
  );
}

/** Where somebody begins: the first of these that they may open. */
const beginnings = [
  '/desk',
  '/desk/brief',
  '/desk/memory',
  '/desk/write',
  '/desk/settings/roles',
  '/desk/sessions',
] as const;

export function firstPageFor(own: ReadonlySet<Standing>): string {
  return beginnings.find((route) => mayOpen(own, route)) ?? '/desk/sessions';
}
