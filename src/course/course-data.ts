import type { CourseQuestion } from './course.ts';
import type { CourseEdition } from './editions.ts';

/** Sentences that the player says, with `{name}` where a figure stands. */
export type PlayerWords = {
  answered: string;
  passed: string;
  failed: string;
  again: string;
  againLater: string;
  notCounted: string;
  alone: string;
  trouble: string;
  leave: string;
};

/** What a page tells its player. `passMark` is a share, 0 to 1. */
export type CourseData = {
  edition: CourseEdition;
  iri: string;
  passMark: number;
  questions: CourseQuestion[];
  words: Record<string, PlayerWords>;
};
