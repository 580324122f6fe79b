import type { ExposureItem } from '../exposure/exposure.ts';
import type { LossBand } from './loss-bands.ts';

/** Something a team depends on, as far as the brief counts it. What nobody said is null, and is never counted as zero. */
export type BriefItem = Pick<
  ExposureItem,
  | 'name'
  | 'origin'
  | 'share'
  | 'suppliers'
  | 'tiersMapped'
  | 'stockDays'
  | 'recoveryDays'
  | 'alternative'
  | 'essential'
  | 'lead'
> & {
  /** Countries in which its team works. */
  home: readonly string[];
  /** Local day on which its alternative was tested. */
  testedOn: string | null;
  /** Share of the organisation’s sales that rest on it, 0 to 1. */
  revenueShare: number | null;
  /** How many of the five leakage routes are guarded. */
  leakControls: number | null;
};

/** A risk that a team is exposed to, and when anybody of it last had to do with its lesson; `team` is null for teams too small to be named. */
export type Rehearsal = { lessonId: string; team: string | null; lastOn: string | null; sinceOn: string };

export type BriefScenario = {
  name: string;
  trigger: string | null;
  /** A function, and nobody’s name. */
  owner: string | null;
  daysToLoss: number | null;
  lossBand: LossBand | null;
  rehearsedOn: string | null;
};

export type SafeguardCounts = {
  kept: number;
  overdue: number;
  dropped: readonly { title: string; caseId: string; reasonRead: boolean }[];
};

/** Whatever the brief is reckoned from. `null` where it is not kept, or nobody has said it. */
export type BriefFacts = {
  /** The local day it is of. */
  asOf: string;
  items: readonly BriefItem[];
  /** The three cases nearest to the organisation’s exposure. */
  nearest: readonly { caseId: string; startedOn: string }[];
  /** People of teams large enough, by the year they joined; null is not known. */
  joined: readonly { year: number | null; people: number }[];
  rehearsals: readonly Rehearsal[];
  /** Of the quarter, of teams large enough: questions asked two weeks and more after the lesson was met, and mails. */
  recall: { asked: number; recalled: number; sent: number; answered: number } | null;
  scenarios: readonly BriefScenario[];
  stressTest: { finishedOn: string; dueOn: string } | null;
  support: { taken: readonly string[]; eligible: readonly string[] } | null;
  safeguards: SafeguardCounts | null;
};
