import type { Catalogue, Module } from '../catalogue.ts';

/** The module through which a lesson is assigned: of those that hold it the shortest, as a trainer takes time from people; `null` when none does. */
export function moduleForLesson({ modules }: Pick<Catalogue, 'modules'>, lessonId: string): Module | null {
  const holding = modules.filter(({ lessons }) => lessons.includes(lessonId));
  return holding.toSorted((a, b) => a.minutes - b.minutes || (a.id < b.id ? -1 : 1))[0] ?? null;
}
