import type { FieldRuleId } from '#core/evidence/field-evidence.ts';
import type { NudgeKind } from '#core/planning/nudge-kinds.ts';
import type { PlannableLesson, PlannedTeam } from '#core/planning/planner-types.ts';
import type { FieldPerson } from './field-organisation.ts';
import type { Trace } from './worlds/trace.ts';

/** A mail that a rule sends to one person this morning. */
export type FieldMail = { personId: number; lessonId: string; caseId: string; questionId: string; kind: NudgeKind };

/** One team's morning. */
export type FieldMorning = {
  team: PlannedTeam;
  lessons: readonly PlannableLesson[];
  /** Day of the trial, its local date and its instant. */
  day: number;
  on: string;
  now: number;
  /** What a lesson weighs for somebody by the files, without quiet and anniversaries. */
  onFile: (personId: number, lesson: number) => number;
  /** What is true; only the clairvoyant looks at it. */
  truth: FieldTruth;
};

export type FieldTruth = {
  personOf: (id: number) => FieldPerson;
  traceOf: (id: number, lesson: number) => Trace;
};

export type FieldRule = {
  id: FieldRuleId;
  /** Whether the memory model is fitted to the answers, as the product does; others believe the usual one. */
  fits: boolean;
  choose: (morning: FieldMorning) => readonly FieldMail[];
};
