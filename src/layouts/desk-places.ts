/** Places of the desk in the order of its navigation; each has its word in `words.desk.nav`. */
export const deskPlaces = [
  { at: 'overview', path: '/desk', forHouse: false },
  { at: 'plan', path: '/desk/plan', forHouse: false },
  { at: 'signals', path: '/desk/signals', forHouse: false },
  { at: 'assign', path: '/desk/assign', forHouse: false },
  { at: 'write', path: '/desk/write', forHouse: false },
  { at: 'access', path: '/desk/access', forHouse: true },
  { at: 'roles', path: '/desk/settings/roles', forHouse: true },
] as const;

export type DeskPlace = (typeof deskPlaces)[number]['at'];
