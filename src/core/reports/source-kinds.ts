/** What a reporter is; digests and the brief count by it, and by nothing finer. */
export const sourceKinds = ['business', 'research', 'academia', 'logistics', 'public-body'] as const;

export type SourceKind = (typeof sourceKinds)[number];
