/** Places of the desk in the order of its navigation; each has its word in `words.desk.nav`. */
export const deskPlaces = [
  { at: 'overview', path: '/desk', forHouse: false },
  { at: 'plan', path: '/desk/plan', forHouse: false },
  { at: 'signals', path: '/desk/signals', forHouse: false },
  { at: 'assign', path: '/desk/assign', forHouse: false },
  { at: 'people', path: '/desk/people', forHouse: false },
  { at: 'access', path: '/desk/access', forHouse: true },
] as const;

export type DeskPlace = (typeof deskPlaces)[number]['at'];
