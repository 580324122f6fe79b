/** What a case and a team can have in common. */
export const sharedKinds = ['input', 'route', 'system', 'dependency', 'country', 'sector', 'hazard', 'role'] as const;

export type SharedKind = (typeof sharedKinds)[number];

/** How relevance is counted. Ours and untested, published on the site, and open to change by a setting. */
export type RelevanceWeights = {
  /** Points for each thing a case and a team share. */
  points: Readonly<Record<SharedKind, number>>;
  /** Points at which a case counts as fully alike: few cases can share everything. */
  fullMatch: number;
  /** What is left of a lesson for somebody outside the roles it is for. */
  otherRole: number;
  /** By how much quiet raises a lesson at most, and after how many days without it the rise is complete. */
  quietRise: number;
  quietDays: number;
  /** By how much it raises a case that nobody of the team was there to see. */
  witnessRise: number;
  /** What a signal multiplies the worth of its cases by, and the match they count with at least. */
  signal: number;
  signalMatch: number;
  /** What the week of its event multiplies a case by. */
  anniversary: number;
  /** Lessons less relevant than this are noise to a person, unless a trainer assigned them. One shared input, or a country and a role, reach it. */
  least: number;
};

/** The weights beside the points, in the order in which they are shown. */
export const otherWeights = [
  'fullMatch',
  'otherRole',
  'quietRise',
  'quietDays',
  'witnessRise',
  'signal',
  'signalMatch',
  'anniversary',
  'least',
] as const satisfies readonly Exclude<keyof RelevanceWeights, 'points'>[];

export const usualWeights: RelevanceWeights = {
  points: { input: 3, route: 2, system: 2, dependency: 2, country: 2, sector: 1, hazard: 1, role: 1 },
  fullMatch: 9,
  otherRole: 0.5,
  quietRise: 0.5,
  quietDays: 180,
  witnessRise: 0.25,
  signal: 2,
  signalMatch: 0.4,
  anniversary: 1.5,
  least: 0.2,
};
