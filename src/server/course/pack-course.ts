import { type Zippable, zipSync } from 'fflate';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Course } from '#course/course.ts';
import type { CourseEdition } from '#course/editions.ts';
import { cmi5Structure } from '#course/manifest/cmi5.ts';
import type { PackagedCourse } from '#course/manifest/packaged-course.ts';
import { scorm12Manifest } from '#course/manifest/scorm-1-2.ts';
import { scorm2004Manifest } from '#course/manifest/scorm-2004.ts';
import { coursePage } from '#course/page/course-page.ts';

/** The player, its style and fonts as the build made them, by their paths in the package. */
export type PlayerFiles = ReadonlyMap<string, Uint8Array>;

const manifests: Record<CourseEdition, { file: string; write: (packaged: PackagedCourse) => string }> = {
  'scorm-1.2': { file: 'imsmanifest.xml', write: scorm12Manifest },
  'scorm-2004': { file: 'imsmanifest.xml', write: scorm2004Manifest },
  cmi5: { file: 'cmi5.xml', write: cmi5Structure },
};

/** The earliest time a zip can hold, in local fields as zips have it: the same course gives the same bytes wherever it is packed. */
const packedAt = () => new Date(1980, 0, 1);

/** A course as a zip. `passMark` is a share, 0 to 1. */
export function packCourse(
  course: Course,
  edition: CourseEdition,
  passMark: number,
  player: PlayerFiles,
): Uint8Array<ArrayBuffer> {
  const page = `<!doctype html>${renderToStaticMarkup(coursePage(course, edition, passMark))}`;
  const files = new Map<string, Uint8Array>([['index.html', new TextEncoder().encode(page)], ...player]);
  const { file, write } = manifests[edition];
  const manifest = write({ course, passMark, files: [...files.keys()].sort() });
  const all = [[file, new TextEncoder().encode(manifest)] as const, ...[...files].sort(byPath)];
  const zippable: Zippable = Object.fromEntries(all);
  return zipSync(zippable, { level: 9, mtime: packedAt() });
}

function byPath([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
