import type { Options } from './options.ts';

/** The options of import that answer what a file leaves in doubt. */
export const fileOptions = [
  'encoding',
  'sheet',
  'list',
  'decimal',
  'date-order',
  'column',
  'value',
  'zeros',
] as const satisfies readonly (keyof Options)[];

/** The options of import that answer what a list of people leaves open. */
export const peopleOptions = ['yes', 'leavers', 'same', 'renamed', 'role', 'zone', 'without-faulty'] as const;
