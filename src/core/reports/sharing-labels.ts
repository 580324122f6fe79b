/** How far a report may go: the Traffic Light Protocol 2.0 of FIRST (2022). The source sets it, and nobody else may widen it. */
export const sharingLabels = ['red', 'amber', 'green', 'clear'] as const;

export type SharingLabel = (typeof sharingLabels)[number];

/** Where a reporter says nothing. */
export const usualLabel: SharingLabel = 'amber';
