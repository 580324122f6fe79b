import type { Library } from '#catalogue/catalogue.ts';
import { courseOf } from '#course/course.ts';
import type { CourseEdition } from '#course/editions.ts';
import type { Language } from '#i18n/languages.ts';
import { type PlayerFiles, packCourse } from './pack-course.ts';

/** What packages are made from. The player is read when one is asked for. */
export type PackageParts = { library: Library; siteUrl: string; playerFiles: () => PlayerFiles };

/** `passMark` is a share, 0 to 1; `language` is that of the title, and of the pages where a platform names none. */
export type PackageAsked = { moduleId: string; edition: CourseEdition; passMark: number; language: Language };

/** A module as a zip with a name for it, or `null` where the library has no such module. */
export function packageModule(
  { library, siteUrl, playerFiles }: PackageParts,
  { moduleId, edition, passMark, language }: PackageAsked,
): { name: string; zip: Uint8Array<ArrayBuffer> } | null {
  const course = courseOf(library, moduleId, language, siteUrl);
  if (!course) return null;
  return { name: `${moduleId}-${edition}.zip`, zip: packCourse(course, edition, passMark, playerFiles()) };
}
