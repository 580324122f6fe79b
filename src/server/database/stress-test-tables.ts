import type { LocalDateText } from './instant.ts';

/** A stress test of what the house depends on (server/stress-tests). It names nobody. */
export type StressTestTable = {
  /** Random. */
  key: string;
  title: string;
  started_on: LocalDateText;
  /** `BoardStep` (core/stress-test) as JSON: what goes to the board, as far as it is written. */
  board: string;
  /** Null while it is under way. */
  finished_on: LocalDateText | null;
  /** When the next one must be done. */
  due_on: LocalDateText | null;
  /** `StressReport` (core/stress-test) as JSON: the whole as it stood when it was finished, never written again. */
  kept: string | null;
};

/** One item of a stress test. */
export type StressTestItemTable = {
  test_key: string;
  /** From 1, in the order in which they were chosen. */
  place: number;
  team_id: number;
  /** `ExposureItem` as JSON, as it stood when the test began. */
  item: string;
  /** `ItemSteps` (core/stress-test) as JSON: what was typed, step by step. */
  said: string;
};
