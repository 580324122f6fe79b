import type { Tlp } from './tlp.ts';

/** Where a received piece comes from: whoever wrote it, through whose hands it came, and how far it may go. Names are those that the house gave to keys it trusts, otherwise as their owners write them. */
export type Passage = { from: string; through: readonly string[]; tlp: Tlp };
