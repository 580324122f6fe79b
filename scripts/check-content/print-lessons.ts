import type { Catalogue, Lesson } from '#catalogue/catalogue.ts';
import { markdownTable } from '../markdown-table.ts';

/** Every lesson by its id, with its rule, how much teaches and asks it, and for whom: what an author picks from. */
export function printLessons({ lessons, cases }: Pick<Catalogue, 'lessons' | 'cases'>): void {
  const questions = cases.flatMap((entry) => entry.questions);
  const rows = lessons.map((lesson) => {
    const asked = questions.filter(({ lesson: id }) => id === lesson.id);
    const roles = new Set(asked.flatMap((question) => question.roles));
    return [lesson.id, String(lesson.caseIds.length), String(asked.length), String(roles.size), ruleOf(lesson)];
  });
  console.log(markdownTable(['Lesson', 'Cases', 'Questions', 'Roles asked', 'Rule'], rows));
}

function ruleOf({ rule, draft }: Lesson): string {
  return draft === undefined ? rule : `${rule} (draft: ${draft})`;
}
