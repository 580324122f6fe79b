/**
 * What somebody may be given to do on the desk. *admin*: gives roles, sees who looked, erases. *trainer*: every team of the house. *editor*: writes
 * and publishes cases and modules, and sees no people. *executive*: sees figures of teams, no names. A trainer of single teams is named with the teams.
 */
export const deskRoles = ['admin', 'trainer', 'editor', 'executive'] as const;

export type DeskRole = (typeof deskRoles)[number];
