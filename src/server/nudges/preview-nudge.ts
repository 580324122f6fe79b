import type { RelevanceWeights } from '#core/exposure/weights.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import type { NudgeKind } from '#core/planning/nudge-kinds.ts';
import type { Explanation } from '#core/planning/planner-types.ts';
import { TeamSituation } from '#core/planning/team-situation.ts';
import { whatToAsk } from '#core/planning/what-to-ask.ts';
import { firstLanguage, type Language } from '#i18n/languages.ts';
import type { Instant, PersonRow } from '#server/database/schema.ts';
import type { MailTemplate } from '#server/mail/mail-template.ts';
import { fillForOthers, type NudgeRenderer, noRow } from './compose-nudge.ts';
import { plannableLessons } from './plannable-lessons.ts';
import { readTeam } from './read-teams.ts';

export type PreviewRequest = {
  lessonId: string;
  /** `undefined` where nobody was found. */
  person: PersonRow | undefined;
  kind: NudgeKind;
  now: Instant;
  weights: RelevanceWeights;
};

export type PreviewOutcome =
  | { ok: true; mail: MailTemplate & { language: Language } }
  | { ok: false; reason: 'no-such-lesson' | 'no-such-person' | 'not-of-this-kind' };

/** The mail a person would get on a lesson, with the case most relevant to them, as if they had never met it. Nothing is saved or sent. */
export async function previewNudge(renderer: NudgeRenderer, request: PreviewRequest): Promise<PreviewOutcome> {
  const catalogue = renderer.library[firstLanguage];
  const lesson = plannableLessons(catalogue).find((entry) => entry.id === request.lessonId);
  if (!lesson) return { ok: false, reason: 'no-such-lesson' };
  const { person } = request;
  const team = person && (await readTeam(renderer.db, catalogue, person.team_id, request.now));
  if (!person || !team) return { ok: false, reason: 'no-such-person' };
  const on = localDate(request.now, person.zone).toString();
  const cases = new TeamSituation(team, on, request.weights).casesFor(lesson, person.role);
  const asked = whatToAsk(request.kind, lesson, cases, { on, role: person.role, ofLesson: [], all: [] });
  // A lesson that cannot be put in the wanted form asks a question in its place, which is not what was asked for here.
  if (asked?.kind !== request.kind) return { ok: false, reason: 'not-of-this-kind' };
  const relevance = cases.find((entry) => entry.caseId === asked.caseId);
  const explanation: Explanation = {
    reasons: relevance?.reasons ?? [],
    counts: relevance?.counts ?? [],
    score: relevance?.score ?? 0,
    occasion: { kind: 'memory' },
    quietDays: relevance?.urgency.quietDays ?? 0,
    witnessRatio: relevance?.urgency.witnessRatio ?? null,
    teamMemory: 0,
    gain: 0,
    assignmentId: null,
    slowedTo: null,
  };
  const nudge = {
    id: noRow.id,
    message_id: noRow.id,
    person_id: person.id,
    local_date: on,
    kind: request.kind,
    lesson_id: lesson.id,
    case_id: asked.caseId,
    question_id: asked.questionId,
    day_taken: null,
    assignment_id: null,
    signal_id: null,
    put_off_at: null,
    link_key: null,
    taken_back_at: null,
    explanation: JSON.stringify(explanation),
    closes_at: request.now,
  };
  const mail = await fillForOthers(renderer, nudge, null, request.now);
  return mail ? { ok: true, mail } : { ok: false, reason: 'not-of-this-kind' };
}
