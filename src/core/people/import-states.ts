/** Where an import is. *asked*: nothing is changed yet. Between *applying* and *applied*, and between *undoing* and *undone*, rows are written some at a time. */
export const importStates = ['asked', 'applying', 'applied', 'undoing', 'undone'] as const;

export type ImportState = (typeof importStates)[number];

/** What an import does to one row. */
export const importActs = ['team-made', 'team-renamed', 'joined', 'changed', 'left'] as const;

export type ImportAct = (typeof importActs)[number];

/**
 * Why a row was not put back. *changed-since*: somebody changed it after the import. *gone*: it is no more. *has-history*: who joined by the import
 * has had mail, so that they have left instead of never having been. *in-use*: the team holds people or exposures now. *taken*: the address, number or
 * name that it had is somebody else's now.
 */
export const notUndoneReasons = ['changed-since', 'gone', 'has-history', 'in-use', 'taken'] as const;

export type NotUndone = (typeof notUndoneReasons)[number];
