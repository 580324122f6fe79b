/** Places of the desk in the order of its navigation; each has its word in `words.desk.nav`. */
export const deskPlaces = [
  { at: 'today', path: '/desk', forHouse: false },
  { at: 'memory', path: '/desk/memory', forHouse: false },
  { at: 'assign', path: '/desk/assign', forHouse: false },
  { at: 'people', path: '/desk/people', forHouse: false },
  { at: 'write', path: '/desk/write', forHouse: false },
  { at: 'safeguards', path: '/desk/safeguards', forHouse: false },
  { at: 'results', path: '/desk/results', forHouse: false },
  { at: 'brief', path: '/desk/brief', forHouse: true },
  { at: 'settings', path: '/desk/settings', forHouse: false },
] as const;

/** Pages of places that have several, in the order of the second row; each has its word in `words.desk.nav.pages`. */
export const deskPages = [
  { at: 'today', beneath: 'today', path: '/desk', forHouse: false },
  { at: 'mails', beneath: 'today', path: '/desk/mails', forHouse: false },
  { at: 'memory', beneath: 'memory', path: '/desk/memory', forHouse: false },
  { at: 'items', beneath: 'memory', path: '/desk/items', forHouse: false },
  { at: 'stressTests', beneath: 'memory', path: '/desk/stress-tests', forHouse: false },
  { at: 'assign', beneath: 'assign', path: '/desk/assign', forHouse: false },
  { at: 'assignments', beneath: 'assign', path: '/desk/assignments', forHouse: false },
  { at: 'signals', beneath: 'assign', path: '/desk/signals', forHouse: false },
  { at: 'plan', beneath: 'assign', path: '/desk/plan', forHouse: false },
  { at: 'people', beneath: 'people', path: '/desk/people', forHouse: false },
  { at: 'teams', beneath: 'people', path: '/desk/teams', forHouse: false },
  { at: 'import', beneath: 'people', path: '/desk/people/import', forHouse: false },
  { at: 'suppliers', beneath: 'people', path: '/desk/suppliers', forHouse: true },
  { at: 'customer', beneath: 'people', path: '/desk/customer', forHouse: false },
  { at: 'brief', beneath: 'brief', path: '/desk/brief', forHouse: true },
  { at: 'briefWrite', beneath: 'brief', path: '/desk/brief/write', forHouse: true },
  { at: 'briefThresholds', beneath: 'brief', path: '/desk/brief/thresholds', forHouse: true },
  { at: 'write', beneath: 'write', path: '/desk/write', forHouse: false },
  { at: 'reports', beneath: 'write', path: '/desk/reports', forHouse: false },
  { at: 'code', beneath: 'brief', path: '/desk/code', forHouse: false },
  { at: 'support', beneath: 'brief', path: '/desk/support', forHouse: false },
  { at: 'settings', beneath: 'settings', path: '/desk/settings', forHouse: false },
  { at: 'roles', beneath: 'settings', path: '/desk/settings/roles', forHouse: true },
  { at: 'access', beneath: 'settings', path: '/desk/access', forHouse: true },
  { at: 'sessions', beneath: 'settings', path: '/desk/sessions', forHouse: false },
] as const;

export type DeskPlace = (typeof deskPlaces)[number]['at'] | (typeof deskPages)[number]['at'];

/** The place that a page belongs to: itself, where it is one. */
export function placeOf(at: string): string {
  if (at === 'team') return 'people';
  return deskPages.find((page) => page.at === at)?.beneath ?? at;
}
