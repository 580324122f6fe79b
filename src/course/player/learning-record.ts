import type { CourseQuestion } from '../course.ts';
import type { Outcome } from './progress.ts';

/** What a platform said when the course was opened. */
export type Begun = {
  /** What was kept of an earlier visit (progress.ts), or nothing. */
  kept: string;
  /** Languages the learner likes, the first most, as the platform writes them. */
  languages: readonly string[];
  /** The platform's own pass mark, 0 to 1, where it has one. */
  passMark: number | null;
  /** False where somebody only looks around: nothing is recorded then. */
  counts: boolean;
  /** Whether a failed try may be followed by another in the same visit. */
  againAtOnce: boolean;
  /** Where to go when done, where the platform says so. */
  returnUrl: string | null;
};

export type GivenAnswer = {
  question: CourseQuestion;
  choice: string;
  isRight: boolean;
  at: Date;
  /** How long the question was in view, in milliseconds. */
  took: number;
  /** The share of questions answered, 0 to 1. */
  share: number;
};

/** Where a learner's doings are written down. A trouble is told and never thrown: reading goes on. */
export interface LearningRecord {
  begin(): Promise<Begun>;
  answered(given: GivenAnswer, kept: string): void;
  /** Every question is answered. */
  judged(outcome: Outcome, kept: string): void;
  /** Somebody begins anew. */
  keep(kept: string): void;
  end(): Promise<void>;
}

/** A trouble in the platform's own words, for whoever runs it. */
export type TellTrouble = (what: string) => void;

/** Without a platform: everything can be read and tried, and nothing is kept. */
export const noRecord: LearningRecord = {
  begin: async () => ({
    kept: '',
    languages: navigator.languages,
    passMark: null,
    counts: false,
    againAtOnce: true,
    returnUrl: null,
  }),
  answered: () => undefined,
  judged: () => undefined,
  keep: () => undefined,
  end: async () => undefined,
};
