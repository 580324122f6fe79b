import { lessonRelevance } from '../exposure/relevance.ts';
import { firstLanguage } from '../i18n/languages.ts';
import type { Stencil } from '../mail/stencil.ts';
import type { NudgeKind } from '../planning/world.ts';
import type { Instant } from '../store/schema.ts';
import { fillNudge, type NudgePress, noNudge } from './compose-nudge.ts';
import { plannableLessons } from './plannable-lessons.ts';
import { readTeams } from './read-teams.ts';

export type PreviewRequest = { lessonId: string; email: string; kind: NudgeKind; now: Instant };

export type PreviewOutcome = { ok: true; mail: Stencil } | { ok: false; reason: 'no-such-lesson' | 'no-such-person' };

/** The mail a person would get on a lesson, with the case most relevant to them. Nothing is saved or sent. */
export async function previewNudge(press: NudgePress, request: PreviewRequest): Promise<PreviewOutcome> {
  const lesson = plannableLessons(press.library[firstLanguage]).find((entry) => entry.id === request.lessonId);
  if (!lesson) return { ok: false, reason: 'no-such-lesson' };
  const person = await press.db
    .selectFrom('person')
    .selectAll()
    .where('email', '=', request.email.trim().toLowerCase())
    .executeTakeFirst();
  const team =
    person && (await readTeams(press.db, press.library[firstLanguage])).find((entry) => entry.id === person.team_id);
  if (!person || !team) return { ok: false, reason: 'no-such-person' };
  const { caseId, relevance } = lessonRelevance(lesson, team.exposure, person.role);
  const question = lesson.questions.find((entry) => entry.caseId === caseId) ?? lesson.questions[0];
  if (!question) return { ok: false, reason: 'no-such-lesson' };
  const nudge = {
    id: noNudge,
    message_id: noNudge,
    person_id: person.id,
    local_date: '',
    kind: request.kind,
    lesson_id: lesson.id,
    case_id: question.caseId,
    question_id: question.id,
    assignment_id: null,
    explanation: JSON.stringify({ reasons: relevance.reasons, teamMemory: 0, gain: 0, assignmentId: null }),
    closes_at: request.now,
  };
  return { ok: true, mail: await fillNudge(press, nudge, request.now) };
}
