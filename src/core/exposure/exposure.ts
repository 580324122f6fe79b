import type { Answer } from './five-questions.ts';
import type { LeakRoute } from './leak-routes.ts';

/** How ready the alternative to an item is; each step is worth more than the one before. */
export const alternatives = ['none', 'known', 'qualified', 'tested'] as const;

export type Alternative = (typeof alternatives)[number];

/** Most tiers below the direct supplier that anybody is asked about. */
export const mostTiers = 3;

/** One thing a team depends on. What nobody has said is null: not known is not zero, and nothing is concluded from it. */
export type ExposureItem = {
  name: string;
  /** A word of vocabulary/inputs; null for what the vocabulary has no word for. */
  input: string | null;
  /** A word of vocabulary/families: that of its input, or what the team said of something else. */
  family: string | null;
  /** ISO code of the country most of it comes from. */
  origin: string | null;
  /** Share of the biggest origin, 0 to 1. */
  share: number | null;
  suppliers: number | null;
  /** How far below the direct supplier the chain is known, 0 to 3. */
  tiersMapped: number | null;
  stockDays: number | null;
  recoveryDays: number | null;
  alternative: Alternative | null;
  /** Answers of the team to those of the five questions that the figures do not answer. */
  essential: Answer;
  lead: Answer;
  leak: Answer;
  upheaval: Answer;
  /** ISO day on which the alternative last carried the load. */
  testedOn: string | null;
  /** Share of the organisation's sales that rest on it, 0 to 1. */
  revenueShare: number | null;
  /** Routes by which the lead could leave with people and that are guarded. */
  leakControls: readonly LeakRoute[] | null;
  /** The team's answers to the tests of designation that the figures and the five questions do not answer. */
  cutOff: Answer;
  specialNeed: Answer;
};

/** What is known of an item beyond its source where nobody was asked. */
export const notAsked = {
  testedOn: null,
  revenueShare: null,
  leakControls: null,
  cutOff: 'unknown',
  specialNeed: 'unknown',
} as const satisfies Partial<ExposureItem>;

/** What a team depends on besides its items. */
export const teamLinkKinds = ['route', 'system', 'site'] as const;

export type TeamLinkKind = (typeof teamLinkKinds)[number];

export type Site = { name: string; country: string };

export type TeamExposure = {
  sector: string | null;
  items: ExposureItem[];
  /** Words of vocabulary/routes and vocabulary/systems. */
  routes: readonly string[];
  systems: readonly string[];
  sites: readonly Site[];
  /** ISO codes of the countries the team works in: those of its sites and of its clock. What comes from home does not come from far away. */
  home: readonly string[];
};

/** A site from how it is written down: `JP Nagoya plant`. */
export function readSite(written: string): Site {
  return { country: written.slice(0, 2), name: written.slice(3) };
}
