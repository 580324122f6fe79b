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
  'gave-role',
  'took-role',
  'published-piece',
  'withdrew-piece',
  'exported',
  'erased',
] as const;

export type AccessAct = (typeof accessActs)[number];
