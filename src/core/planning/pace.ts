/** How often a person wants mail; their own choice. */
export const paces = ['twice-a-week', 'weekly', 'fortnightly', 'monthly'] as const;

export type Pace = (typeof paces)[number];

/** Least local days between two nudges to one person, by their pace. */
export const leastGapDays = { 'twice-a-week': 3, weekly: 7, fortnightly: 14, monthly: 28 } as const satisfies Record<
  Pace,
  number
>;

/** Whatever the pace, nobody gets more than this in any seven local days. */
export const mostInSevenDays = 2;

/** Mails a person gets in a week at most, on average. */
function perWeek(pace: Pace): number {
  return 7 / leastGapDays[pace];
}

/** Most people of a team to write to on one morning: its weekly mail spread over five working days, so that a team has something to talk about every day. */
export function mostPeopleADay(allPaces: readonly Pace[]): number {
  const weekly = allPaces.reduce((sum, pace) => sum + perWeek(pace), 0);
  return Math.max(1, Math.ceil(weekly / 5));
}
