import type { Course, CourseTelling } from '../course.ts';

/** What a manifest is written from. `files` are the paths of all other files of the package; `passMark` is a share, 0 to 1. */
export type PackagedCourse = { course: Course; passMark: number; files: readonly string[] };

export function startOf({ tellings }: Course): CourseTelling {
  const [start] = tellings;
  if (!start) throw new RangeError('A course is told in one language at least.');
  return start;
}

/** The title where a manifest has room for one. */
export function titleOf({ course }: PackagedCourse): string {
  return startOf(course).module.title;
}
