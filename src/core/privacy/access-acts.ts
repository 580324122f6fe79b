/** What is written down when a trainer, or whoever runs a command, sees or changes something by name. */
export const accessActs = [
  'signed-in',
  'saw-names',
  'assigned',
  'withdrew-assignment',
  'made-signal',
  'withdrew-signal',
  'let-mail',
  'stopped-mail',
  'imported',
  'undid-import',
  'added-person',
  'changed-person',
  'moved-person',
  'changed-team',
  'merged-teams',
  'ended-team',
  'exported',
  'erased',
] as const;

export type AccessAct = (typeof accessActs)[number];
