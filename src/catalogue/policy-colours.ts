/**
 * The three policy colours as METI's principal director for economic security described them
 * (ChinaTalk interview, 2 Jan 2026). No METI document with these colours was found, so every
 * place that shows one shows its word and its shape as well.
 */
export const policyColourIds = ['green', 'blue', 'red'] as const;

export type PolicyColourId = (typeof policyColourIds)[number];

export const policyColours = {
  green: { label: 'Green', meaning: 'autonomy lost', policy: 'diversify', shape: 'circle' },
  blue: { label: 'Blue', meaning: 'superiority held', policy: 'control', shape: 'square' },
  red: { label: 'Red', meaning: 'disruptive innovation', policy: 'invest', shape: 'triangle' },
} as const satisfies Record<PolicyColourId, { label: string; meaning: string; policy: string; shape: string }>;
