/** Roles that an admin gives. A trainer of single teams is named with the teams. */
export const deskRoles = ['admin', 'trainer', 'editor', 'executive'] as const;

export type DeskRole = (typeof deskRoles)[number];

/**
 * What somebody is on the desk. *admin*: gives roles, sees who looked. *trainer*: of the house, every team. *team-trainer*: teams of their own.
 * *editor*: writes and publishes cases and modules, and sees no people. *executive*: sees figures of teams, and no names. *supplier-lead*: the team of a
 * firm that the house buys from, behind its wall.
 */
export const standings = [...deskRoles, 'team-trainer', 'supplier-lead'] as const;

export type Standing = (typeof standings)[number];

/** Whoever trains: what no table names is for them alone. */
export const trainersOnly: readonly Standing[] = ['trainer', 'team-trainer'];

/** Whoever trains people of whichever firm. */
export const anyTrainers: readonly Standing[] = [...trainersOnly, 'supplier-lead'];

export function isAnyOf(own: ReadonlySet<Standing>, wanted: readonly Standing[]): boolean {
  return wanted.some((standing) => own.has(standing));
}
