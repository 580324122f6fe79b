import type { JudgedPerson, Judgement } from './judged-set.ts';

const grades: readonly number[] = [0, 1, 2, 3];

/** Cohen's kappa of two readers over all lessons and people, with quadratic weights (Cohen 1968): 0 as by chance, 1 the same. */
export function weightedKappa(people: readonly JudgedPerson[], lessons: readonly string[]): number {
  const pairs = people.flatMap(({ judgements: [one, other] }) =>
    one && other ? lessons.map((lesson) => ({ one: one.gradeOf(lesson), other: other.gradeOf(lesson) })) : [],
  );
  const share = (of: (pair: { one: number; other: number }) => boolean) => pairs.filter(of).length / pairs.length;
  const distance = (a: number, b: number) => ((a - b) / 3) ** 2;
  const sum = (chanceOf: (a: number, b: number) => number) =>
    grades.reduce((all, a) => all + grades.reduce((row, b) => row + distance(a, b) * chanceOf(a, b), 0), 0);
  const seen = sum((a, b) => share(({ one, other }) => one === a && other === b));
  const byChance = sum((a, b) => share(({ one }) => one === a) * share(({ other }) => other === b));
  return 1 - seen / byChance;
}

/** Share of one reader's five cases that the other names as well. */
export function commonCases(people: readonly JudgedPerson[]): number {
  const shares = people.map(({ judgements: [one, other] }) => common(one, other));
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

function common(one: Judgement | undefined, other: Judgement | undefined): number {
  if (!one || !other) return 0;
  return one.cases.filter((id) => other.cases.includes(id)).length / one.cases.length;
}
