import type { CourseQuestion } from '../course.ts';

/** The first choice at each question, by its id. */
export type Progress = ReadonlyMap<string, string>;

export type Outcome = { right: number; all: number; score: number; passed: boolean };

type Asked = Pick<CourseQuestion, 'id' | 'right' | 'choices'>;

const form = 'v1';
const open = '-';

/**
 * Progress as a line of a few letters, `v1:1a2b3c4d:b-a-`: one for each question, after a digest of which these were. A package that was put in
 * again with other questions, or with choices in another order, begins anew instead of taking one answer for another.
 */
export function packProgress(questions: readonly Asked[], progress: Progress): string {
  const letters = questions.map(({ id }) => progress.get(id) ?? open).join('');
  return [form, digestOf(questions), letters].join(':');
}

export function unpackProgress(questions: readonly Asked[], packed: string): Map<string, string> {
  const [name, digest, letters = ''] = packed.split(':');
  if (name !== form || digest !== digestOf(questions)) return new Map();
  return new Map(
    questions.flatMap(({ id, choices }, index): [string, string][] => {
      const letter = letters[index] ?? open;
      const place = letter.charCodeAt(0) - 97;
      return place >= 0 && place < choices.length ? [[id, letter]] : [];
    }),
  );
}

/** How it went once every question is answered, `null` before. A hair is allowed for marks that a platform rounded. */
export function outcomeOf(questions: readonly Asked[], progress: Progress, passMark: number): Outcome | null {
  if (questions.some(({ id }) => !progress.has(id))) return null;
  const right = questions.filter(({ id, right: letter }) => progress.get(id) === letter).length;
  const score = right / questions.length;
  return { right, all: questions.length, score, passed: score >= passMark - 1e-9 };
}

/** FNV-1a, 32 bits. */
function digestOf(questions: readonly Asked[]): string {
  let digest = 0x811c9dc5;
  for (const sign of questions.map(({ id, choices }) => `${id}/${choices.join('/')}`).join(' ')) {
    digest = Math.imul(digest ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return digest.toString(16).padStart(8, '0');
}
