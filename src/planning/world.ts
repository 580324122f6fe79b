import type { TeamExposure } from '../exposure/exposure.ts';
import type { CaseTraits, RelevanceReason } from '../exposure/relevance.ts';
import type { Memory } from '../memory/forgetting-curve.ts';
import type { Pace } from './pace.ts';

/** *case*: the story, then the decision. *recall*: a new question on a lesson met before, without a story. */
export const nudgeKinds = ['case', 'recall'] as const;

export type NudgeKind = (typeof nudgeKinds)[number];

export type PlannableQuestion = { id: string; caseId: string };

/** A lesson as the planner sees it: no prose. */
export type PlannableLesson = {
  id: string;
  /** 1 to 3, from the lesson's file: what forgetting it may cost. */
  stake: number;
  roles: readonly string[];
  cases: readonly CaseTraits[];
  questions: readonly PlannableQuestion[];
};

/** A nudge a person was sent, newest last. */
export type PastNudge = { on: string; lessonId: string; questionId: string; caseId: string; kind: NudgeKind };

export type PlannedPerson = {
  id: number;
  name: string;
  role: string;
  zone: string;
  pace: Pace;
  /** Last local day of a pause, inclusive. */
  pausedUntil: string | null;
  /** Lessons this person called not relevant. */
  notRelevant: readonly string[];
  past: readonly PastNudge[];
  memory: ReadonlyMap<string, Memory>;
  /** Share of recent nudges answered, 0 to 1. */
  answerRate: number;
};

export type PlannedAssignment = {
  id: number;
  moduleId: string;
  lessonIds: readonly string[];
  from: string;
  dueOn: string;
};

export type PlannedTeam = {
  id: number;
  name: string;
  zone: string;
  /** Local time at which the team's mail arrives, as `08:30`. */
  mailTime: string;
  exposure: TeamExposure;
  people: readonly PlannedPerson[];
  assignments: readonly PlannedAssignment[];
};

/** Why this nudge, as data. Sentences are made from it in mail, desk and console. */
export type Explanation = {
  reasons: readonly RelevanceReason[];
  /** Chance that enough of the team recall the lesson on the planning day, before this nudge. */
  teamMemory: number;
  /** Gain in weighted team memory, averaged over the horizon. */
  gain: number;
  assignmentId: number | null;
};

export type NudgeChoice = {
  personId: number;
  localDate: string;
  dueAt: number;
  kind: NudgeKind;
  lessonId: string;
  caseId: string;
  questionId: string;
  explanation: Explanation;
};
