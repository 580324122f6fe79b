/** What is written down when a trainer, or whoever runs a command, sees or changes something by name. */
export const accessActs = [
  'signed-in',
  'saw-names',
  'assigned',
  'withdrew-assignment',
  'made-signal',
  'withdrew-signal',
  'sent-mail-again',
  'withdrew-mail',
  'let-mail',
  'stopped-mail',
  'exported',
  'erased',
] as const;

export type AccessAct = (typeof accessActs)[number];
