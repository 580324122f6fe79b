import type { CaseFolder } from '../assemble.ts';
import type { ContentFault } from './content-fault.ts';

/** A lesson is asked again for years: with fewer questions its reader knows the answers and not the rule. */
const leastQuestions = 5;
/** As many roles have a step of their own in each lesson. */
const leastRoles = 4;

/** Lessons that too few questions ask, or that are asked of too few roles. Pure. */
export function checkLessonQuestions(cases: readonly CaseFolder[]): ContentFault[] {
  const taught = new Set(cases.flatMap(({ frontMatter }) => frontMatter.lessons.map(({ id }) => id)));
  const asked = Map.groupBy(
    cases.flatMap(({ questions }) => questions),
    ({ lesson }) => lesson,
  );
  return [...taught].sort().flatMap((id) => {
    const questions = asked.get(id) ?? [];
    const roles = new Set(questions.flatMap((question) => question.roles));
    if (questions.length >= leastQuestions && roles.size >= leastRoles) return [];
    return [
      {
        file: `lessons/${id}.yaml`,
        field: 'lesson',
        wrong: `it is asked by ${questions.length} questions, of ${roles.size} roles`,
        mend: `Write questions on it until there are ${leastQuestions}, for ${leastRoles} roles.`,
      },
    ];
  });
}
