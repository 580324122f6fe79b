/** What trainers see of a named person, and from how many people on a team has figures. */
export type ShownToTrainers = { byName: 'done' | 'results'; smallestTeam: number };

/** What the settings SHOW_BY_NAME and SMALLEST_TEAM default to. */
export const shownToTrainers: ShownToTrainers = { byName: 'done', smallestTeam: 5 };
