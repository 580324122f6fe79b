/**
 * The three policy colours as METI's principal director for economic security described them
 * (ChinaTalk interview, 2 Jan 2026). No METI document with these colours was found, so every
 * place that shows one shows its word and its shape as well.
 */
export const policyColourIds = ['green', 'blue', 'red'] as const;

export type PolicyColourId = (typeof policyColourIds)[number];

/** Their words are among those of the interface (`words.colours`), in its languages. */
export const policyShapes = {
  green: 'circle',
  blue: 'square',
  red: 'triangle',
} as const satisfies Record<PolicyColourId, string>;
