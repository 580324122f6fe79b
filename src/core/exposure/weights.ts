/** What a case or its lesson and a team can have in common, strongest first. */
export const sharedKinds = [
  'input',
  'route',
  'system',
  'dependency',
  'country',
  'condition',
  'family',
  'hazard',
  'sector',
  'role',
] as const;

export type SharedKind = (typeof sharedKinds)[number];

/** How relevance is counted: fitted to a judged set (content/judged), published on the site, and open to change by a setting. */
export type RelevanceWeights = {
  /** Points for each thing a case and a team share. A role counts by its grade, 0 to 3, of which this is the whole. */
  points: Readonly<Record<SharedKind, number>>;
  /** Points for how widely the lesson applies: of its reach, 0 to 1. */
  reach: number;
  /** Points for a profile that reads like the text of a case: of the likeness, 0 to 1. */
  text: number;
  /** Points at which a case counts as fully alike: few cases can share everything. */
  fullMatch: number;
  /** What is left of a lesson for somebody whose role has no part in it. */
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
  /** Lessons less relevant than this are noise to a person, unless a trainer assigned them. */
  least: number;
};

/** The weights beside the points, in the order in which they are shown. */
export const otherWeights = [
  'reach',
  'text',
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
  points: {
    input: 2,
    route: 2.5,
    system: 1.25,
    dependency: 0.3,
    country: 0.4,
    condition: 2,
    family: 0.8,
    hazard: 1.25,
    sector: 0.6,
    role: 3,
  },
  reach: 3,
  text: 2,
  fullMatch: 9,
  otherRole: 0.5,
  quietRise: 0.5,
  quietDays: 180,
  witnessRise: 0.25,
  signal: 2,
  signalMatch: 0.6,
  anniversary: 1.5,
  least: 0.35,
};
