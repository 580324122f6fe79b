import type { CaseRelevance } from '#core/exposure/lesson-relevance.ts';
import type { NudgeKind } from './nudge-kinds.ts';
import type { PastNudge, PlannableLesson, PlannableQuestion } from './planner-types.ts';
import { isIgnored } from './silence.ts';

/** What a nudge puts to its reader. */
export type Asked = { kind: NudgeKind; caseId: string; questionId: string };

/** Whoever is asked, on which local day: their role, and their meetings with one lesson and with every case. */
export type Reader = { on: string; role: string; ofLesson: readonly PastNudge[]; all: readonly PastNudge[] };

/**
 * The wanted form of a lesson with its very case and question, asked in the reader's own role: of what was asked longest ago, or never, what
 * is nearest to the team. What has lapsed by the day is neither asked nor told. `cases` are the lesson's cases, nearest first. A lesson without a comparison asks a question in its place. `null` for a
 * lesson without questions, and for a step that is not within the reader's work.
 */
export function whatToAsk(
  wanted: NudgeKind,
  lesson: PlannableLesson,
  cases: readonly CaseRelevance[],
  reader: Reader,
): Asked | null {
  return choosers[wanted](lesson, cases, reader);
}

type Chooser = (lesson: PlannableLesson, cases: readonly CaseRelevance[], reader: Reader) => Asked | null;

const choosers: Record<NudgeKind, Chooser> = {
  case: story,
  recall: question,
  compare: (...of) => comparison(...of) ?? question(...of),
  apply: step,
  'did-you': promisedStep,
};

/** A case is near enough to be told for its question when it is worth at least this part of the nearest. */
const nearEnough = 0.6;

/**
 * The nearest case that this person was not told yet, with its own question; when all were told, a question. A case with a question in the
 * reader's role goes before a slightly nearer one without; one that was sent and let lie may come again, after those never sent.
 */
function story(lesson: PlannableLesson, cases: readonly CaseRelevance[], reader: Reader): Asked | null {
  const sent = reader.all.filter((nudge) => nudge.kind === 'case');
  const least = nearEnough * (cases[0]?.weight ?? 0);
  const open = cases.flatMap(({ caseId, weight }, rank) => {
    const ofCase = stillAsked(lesson, reader).filter(
      (entry) => entry.caseId === caseId && holds(entry.toldUntil, reader),
    );
    const own = ofCase.filter(({ roles }) => roles.includes(reader.role));
    const asked = longestAgo(own.length > 0 ? own : ofCase, reader, () => 0);
    const before = sent.filter((nudge) => nudge.caseId === caseId);
    if (!asked || before.some((nudge) => !isIgnored(nudge))) return [];
    const again = Number(reader.ofLesson.some(({ questionId }) => questionId === asked.id));
    return [
      { asked, before: before.length + again, later: Number(weight < least), other: Number(own.length === 0), rank },
    ];
  });
  const [first] = open.sort((a, b) => a.before - b.before || a.later - b.later || a.other - b.other || a.rank - b.rank);
  if (!first) return question(lesson, cases, reader);
  return { kind: 'case', caseId: first.asked.caseId, questionId: first.asked.id };
}

function stillAsked({ questions }: PlannableLesson, reader: Reader): readonly PlannableQuestion[] {
  return questions.filter(({ askedUntil }) => holds(askedUntil, reader));
}

function holds(until: string | null, { on }: Reader): boolean {
  return until === null || on <= until;
}

/** No question comes twice before all of the reader's role have come once; among equals the one from the nearest case. */
function question(lesson: PlannableLesson, cases: readonly CaseRelevance[], reader: Reader): Asked | null {
  const open = stillAsked(lesson, reader);
  const own = open.filter(({ roles }) => roles.includes(reader.role));
  const asked = own.length > 0 ? own : open;
  const next = longestAgo(asked, reader, ({ caseId }: PlannableQuestion) => rankOf(cases, caseId));
  return next ? { kind: 'recall', caseId: next.caseId, questionId: next.id } : null;
}

function comparison(lesson: PlannableLesson, cases: readonly CaseRelevance[], reader: Reader): Asked | null {
  const next = longestAgo(lesson.comparisons, reader, ({ left, right }) => rankOf(cases, left) + rankOf(cases, right));
  if (!next) return null;
  const nearer = rankOf(cases, next.left) <= rankOf(cases, next.right) ? next.left : next.right;
  return { kind: 'compare', caseId: nearer, questionId: next.id };
}

function step(lesson: PlannableLesson, cases: readonly CaseRelevance[], { role }: Reader): Asked | null {
  const own = lesson.steps.find(({ roles }) => roles.includes(role));
  return own ? { kind: 'apply', caseId: cases[0]?.caseId ?? '', questionId: own.id } : null;
}

/** The very step that was promised; when the library has it no more, or it is only a look at how one would be asked, that of the reader's role. */
function promisedStep(lesson: PlannableLesson, cases: readonly CaseRelevance[], reader: Reader): Asked | null {
  const promise = reader.ofLesson.findLast(({ kind }) => kind === 'apply');
  const promised = lesson.steps.find(({ id }) => id === promise?.questionId);
  const asked = promised?.id ?? step(lesson, cases, reader)?.questionId;
  return asked ? { kind: 'did-you', caseId: cases[0]?.caseId ?? '', questionId: asked } : null;
}

function rankOf(cases: readonly CaseRelevance[], caseId: string): number {
  const rank = cases.findIndex((entry) => entry.caseId === caseId);
  return rank < 0 ? cases.length : rank;
}

/** Never asked first, then longest ago; then the lowest rank; then by id, so that the same history gives the same choice. */
function longestAgo<T extends { id: string }>(
  entries: readonly T[],
  { ofLesson }: Reader,
  rank: (entry: T) => number,
): T | null {
  const lastAsked = (id: string) => ofLesson.findLast((nudge) => nudge.questionId === id)?.on ?? '';
  const inTurn = [...entries].sort(
    (a, b) => lastAsked(a.id).localeCompare(lastAsked(b.id)) || rank(a) - rank(b) || a.id.localeCompare(b.id),
  );
  return inTurn[0] ?? null;
}
