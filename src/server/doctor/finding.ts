import { AppError } from '#core/errors/app-error.ts';
import { causesOf, messageOf } from '#core/errors/causes.ts';

/** *note*: what could be better, and nothing wrong. */
export type Verdict = { grade: 'good' | 'note' | 'wrong'; says: string | null };

/** A part that was looked at. */
export type Finding = Verdict & { what: string };

export function good(says: string | null = null): Verdict {
  return { grade: 'good', says };
}

/** `says`, here and in `wrong`: what, since when, and the mend. */
export function note(says: string): Verdict {
  return { grade: 'note', says };
}

export function wrong(says: string): Verdict {
  return { grade: 'wrong', says };
}

/** Looks at one part. A check that throws has found something wrong, and hides no other. */
export async function look(what: string, check: () => Promise<Verdict> | Verdict): Promise<Finding> {
  try {
    return { what, ...(await check()) };
  } catch (error) {
    const mend = error instanceof AppError ? [error.mend] : [];
    const causes = causesOf(error).map((cause) => `Cause: ${cause}`);
    return { what, ...wrong([messageOf(error), ...mend, ...causes].join(' ')) };
  }
}

/** `3 mails`, `1 mail`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
