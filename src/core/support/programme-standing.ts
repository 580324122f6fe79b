/** What a house says of a programme: it uses it, has applied, could have it, or has looked and it is not for it. */
export const programmeStandings = ['uses', 'applied', 'eligible', 'not-ours'] as const;

export type ProgrammeStanding = (typeof programmeStandings)[number];
