import type { TeamExposure } from '#core/exposure/exposure.ts';
import type { RelevantLesson } from '#core/exposure/lesson-relevance.ts';
import type { Count, RelevanceReason } from '#core/exposure/relevance.ts';
import type { Signal } from '#core/exposure/signal.ts';
import type { Calibration } from '#core/memory/calibration.ts';
import type { Memory } from '#core/memory/forgetting-curve.ts';
import type { MemoryModel } from '#core/memory/memory-model.ts';
import type { AssignedTo } from './assigned-to.ts';
import type { WorkTime } from './calendar/work-time.ts';
import type { NudgeKind } from './nudge-kinds.ts';
import type { Pace } from './pace.ts';
import type { WorthTable } from './worth-of-asking.ts';

/**
 * `roles`: whose work it is set in. `askedUntil` and `toldUntil` are the last local days on which it may be asked, and on which its case may be
 * told for it: what they say has lapsed then. Null where it holds on.
 */
export type PlannableQuestion = {
  id: string;
  caseId: string;
  roles: readonly string[];
  askedUntil: string | null;
  toldUntil: string | null;
};

/** A step within the work of some roles; `id` is what a nudge is filed under. */
export type PlannableStep = { id: string; roles: readonly string[] };

/** Two cases of a lesson that an editor set side by side; `id` is what a nudge is filed under. */
export type PlannableComparison = { id: string; left: string; right: string };

/** A lesson as the planner sees it: no prose. */
export type PlannableLesson = RelevantLesson & {
  /** 1 to 3, from the lesson's file: what forgetting it may cost. */
  stake: number;
  questions: readonly PlannableQuestion[];
  comparisons: readonly PlannableComparison[];
  /** No role stands in two of them. */
  steps: readonly PlannableStep[];
};

/** What a person said of a step. */
export const stepAnswers = ['done', 'will', 'cannot'] as const;

export type StepAnswer = (typeof stepAnswers)[number];

/** A nudge a person was sent, newest last. `questionId` is the id of the question, comparison or step. */
export type PastNudge = {
  on: string;
  lessonId: string;
  questionId: string;
  caseId: string;
  kind: NudgeKind;
  /** The newest answer as it was given, if any. */
  answer: string | null;
  /** They said that they had read it, without answering. */
  read: boolean;
  /** Epoch milliseconds; without it, it is behind. Its day may well be ahead: somebody put it off. */
  plannedAt?: number;
};

/** *unsubscribed*: they asked for no more mail. *refused*: their address takes none. */
export type UnreachableReason = 'unsubscribed' | 'refused';

export type PlannedPerson = {
  id: number;
  name: string;
  role: string;
  workTime: WorkTime;
  pace: Pace;
  /** Local day on which they chose it; mail let lie before that no longer slows it. Null when they never chose. */
  paceChosenOn: string | null;
  joinedYear: number | null;
  /** Last local day in the team, when it is known. */
  leavesOn: string | null;
  /** Why no mail can reach this person, who stays in the team's memory all the same. */
  unreachable: UnreachableReason | null;
  /** Last local day of a pause, inclusive. */
  pausedUntil: string | null;
  /** Lessons this person called not relevant. */
  notRelevant: readonly string[];
  past: readonly PastNudge[];
  memory: ReadonlyMap<string, Memory>;
  /** Answers each memory rests on. */
  answersGiven: ReadonlyMap<string, number>;
  record: Calibration;
  /** Share of recent nudges answered, 0 to 1. */
  answerRate: number;
};

export type PlannedAssignment = {
  id: number;
  moduleId: string;
  /** As the module held them when it was assigned, without those that can be sent no more. */
  lessonIds: readonly string[];
  from: string;
  dueOn: string;
  to: AssignedTo;
  /** The local day on which somebody was last reminded of it, by their id. */
  remindedOn: ReadonlyMap<number, string>;
};

/** A signal with the local days it lasts, both inclusive. */
export type PlannedSignal = Signal & { from: string; until: string };

export type PlannedTeam = {
  id: number;
  name: string;
  workTime: WorkTime;
  exposure: TeamExposure;
  /** How much the team's profile reads like each case, 0 to 1; a case it shares no word with is left out. */
  textLikeness: ReadonlyMap<string, number>;
  /** How memory works in the organisation, the same for all its teams. */
  model: MemoryModel;
  /** What asking is worth under that model; made once for all teams, since it takes half a second. */
  worth: WorthTable;
  people: readonly PlannedPerson[];
  assignments: readonly PlannedAssignment[];
  signals: readonly PlannedSignal[];
};

/** Why this lesson now rather than another day. */
export type Occasion =
  | { kind: 'memory' }
  | { kind: 'assigned'; assignmentId: number; reminded: boolean }
  | { kind: 'signal'; signalId: number }
  | { kind: 'anniversary'; years: number };

/** Why this nudge, as data. Sentences are made from it in mail, desk and console. */
export type Explanation = {
  reasons: readonly RelevanceReason[];
  /** What the likeness was counted from, and what the reader's role left of it. */
  counts: readonly Count[];
  score: number;
  occasion: Occasion;
  /** Days since anybody of the team had to do with the lesson. */
  quietDays: number;
  /** Share of the team in post at the time of the case; null when no year is known. */
  witnessRatio: number | null;
  /** Chance that enough of the team recall the lesson on the planning day, before this nudge. */
  teamMemory: number;
  /** Gain in weighted team memory, in weeks of certain recall. */
  gain: number;
  assignmentId: number | null;
  /** The pace to which their silence has slowed what they chose; null while it has not. */
  slowedTo: Pace | null;
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
