import type { Words } from '#i18n/shape.ts';

/** Every way in which a request may fail or be refused, with the status that says so; each has its words in the site’s words of `i18n`. */
export const problemStatus = {
  failed: 500,
  busy: 503,
  unreadable: 400,
  foreign: 403,
  elsewhere: 403,
  vanished: 404,
  method: 405,
  slow: 408,
  changed: 412,
  large: 413,
  part: 416,
  host: 421,
  headers: 431,
} as const satisfies Record<keyof Words['problem']['kinds'], number>;

export type ProblemKind = keyof typeof problemStatus;
