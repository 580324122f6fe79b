/** The forms in which learning platforms take a course. */
export const courseEditions = ['scorm-1.2', 'scorm-2004', 'cmi5'] as const;

export type CourseEdition = (typeof courseEditions)[number];

/** What each is called by those who run platforms. */
export const editionNames = {
  'scorm-1.2': 'SCORM 1.2',
  'scorm-2004': 'SCORM 2004 4th Edition',
  cmi5: 'cmi5',
} as const satisfies Record<CourseEdition, string>;

/** The share of questions that has to be right at the first try, where nobody chose another. */
export const usualPassMark = 0.8;
