import type { CaseRelevance } from '#core/exposure/lesson-relevance.ts';
import type { NudgeKind } from './nudge-kinds.ts';
import type { PastNudge, PlannableLesson, PlannableQuestion } from './planner-types.ts';

import type { StepKind } from './step-answers.ts';

/** What a nudge puts to its reader. */
export type Asked = { kind: NudgeKind; caseId: string; questionId: string };

/** A person's meetings with one lesson, and with every case. */
export type Meetings = { ofLesson: readonly PastNudge[]; all: readonly PastNudge[] };

/**
 * The wanted form of a lesson with its very case and question: of what was asked longest ago, or never, what is nearest to the team.
 * `cases` are the lesson's cases, nearest first. A lesson without a comparison asks a question in its place. `null` for a lesson without questions.
 */
export function whatToAsk(
  wanted: NudgeKind,
  lesson: PlannableLesson,
  cases: readonly CaseRelevance[],
  met: Meetings,
): Asked | null {
  return choosers[wanted](lesson, cases, met);
}

type Chooser = (lesson: PlannableLesson, cases: readonly CaseRelevance[], met: Meetings) => Asked | null;

const stepOf =
  (kind: StepKind): Chooser =>
  (lesson, cases) => ({ kind, caseId: cases[0]?.caseId ?? '', questionId: lesson.stepId });

const choosers: Record<NudgeKind, Chooser> = {
  case: story,
  recall: question,
  compare: (...of) => comparison(...of) ?? question(...of),
  apply: stepOf('apply'),
  'did-you': stepOf('did-you'),
};

/** The nearest case that this person was not told yet, with its own question; when all were told, a question. */
function story(lesson: PlannableLesson, cases: readonly CaseRelevance[], met: Meetings): Asked | null {
  const told = new Set(met.all.filter((nudge) => nudge.kind === 'case').map((nudge) => nudge.caseId));
  for (const { caseId } of cases) {
    const asked = lesson.questions.find((entry) => entry.caseId === caseId);
    if (asked && !told.has(caseId)) return { kind: 'case', caseId, questionId: asked.id };
  }
  return question(lesson, cases, met);
}

/** No question comes twice before all have come once; among equals the one from the nearest case. */
function question(lesson: PlannableLesson, cases: readonly CaseRelevance[], met: Meetings): Asked | null {
  const next = longestAgo(lesson.questions, met, ({ caseId }: PlannableQuestion) => rankOf(cases, caseId));
  return next ? { kind: 'recall', caseId: next.caseId, questionId: next.id } : null;
}

function comparison(lesson: PlannableLesson, cases: readonly CaseRelevance[], met: Meetings): Asked | null {
  const next = longestAgo(lesson.comparisons, met, ({ left, right }) => rankOf(cases, left) + rankOf(cases, right));
  if (!next) return null;
  const nearer = rankOf(cases, next.left) <= rankOf(cases, next.right) ? next.left : next.right;
  return { kind: 'compare', caseId: nearer, questionId: next.id };
}

function rankOf(cases: readonly CaseRelevance[], caseId: string): number {
  const rank = cases.findIndex((entry) => entry.caseId === caseId);
  return rank < 0 ? cases.length : rank;
}

/** Never asked first, then longest ago; then the lowest rank; then by id, so that the same history gives the same choice. */
function longestAgo<T extends { id: string }>(
  entries: readonly T[],
  met: Meetings,
  rank: (entry: T) => number,
): T | null {
  const lastAsked = (id: string) => met.ofLesson.findLast((nudge) => nudge.questionId === id)?.on ?? '';
  const inTurn = [...entries].sort(
    (a, b) => lastAsked(a.id).localeCompare(lastAsked(b.id)) || rank(a) - rank(b) || a.id.localeCompare(b.id),
  );
  return inTurn[0] ?? null;
}
