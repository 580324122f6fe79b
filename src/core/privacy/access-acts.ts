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
  'changed-calendar',
  'changed-exposure',
  'added-person',
  'changed-person',
  'moved-person',
  'changed-team',
  'merged-teams',
  'ended-team',
  'imported',
  'undid-import',
  'exported',
  'erased',
] as const;

export type AccessAct = (typeof accessActs)[number];
