import { comparisonId, stepId } from '#catalogue/asked.ts';
import type { MessageState } from '#core/delivery/message-state.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { NudgeKind } from '#core/planning/nudge-kinds.ts';
import type { AnswerContext } from '#server/answers/open-nudge.ts';
import { signToken } from '#server/answers/token.ts';
import type { Db } from '#server/database/open-database.ts';
import { type KeyedRow, newKey } from '#server/database/row-key.ts';
import { keyringOf } from '#server/keys/keyring.ts';
import { aLibrary, comparedCases } from './a-catalogue.ts';
import { emailOf, personIdOf } from './a-team-in-database.ts';

export const keys = keyringOf('a secret of forty characters for the tests', []);

export function answerContext(db: Db): AnswerContext {
  return { db, library: aLibrary(), keys };
}

/** `row` is the nudge as its links name it. */
export type SentNudge = { row: KeyedRow; nudgeId: number; messageId: number; personId: number; token: string };

type Traits = { lessonId?: string; caseId?: string; state?: MessageState; kind?: NudgeKind };

/** A nudge of one kind on one lesson to a person of the store, sent at `at`; its link works for a month, its question is open for a week. */
export async function aSentNudge(
  db: Db,
  name: string,
  at: number,
  { lessonId = 'keep-stock', caseId = 'flood-2011', state = 'accepted', kind = 'case' }: Traits = {},
): Promise<SentNudge> {
  const personId = await personIdOf(db, name);
  const localDate = new Date(at).toISOString().slice(0, 10);
  const message = {
    purpose: 'nudge',
    person_id: personId,
    address: emailOf(name),
    state,
    due_at: at,
    expires_at: at + dayMs,
    created_at: at,
    key: newKey(),
  } as const;
  const { id: messageId } = await db.insertInto('message').values(message).returning('id').executeTakeFirstOrThrow();
  const { id: nudgeId } = await db
    .insertInto('nudge')
    .values({
      message_id: messageId,
      person_id: personId,
      local_date: localDate,
      day_taken: localDate,
      kind,
      lesson_id: lessonId,
      case_id: caseId,
      question_id: askedId(kind, lessonId, caseId),
      explanation: JSON.stringify({ reasons: [], teamMemory: 0, gain: 0.1, assignmentId: null }),
      closes_at: at + 7 * dayMs,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const row = { id: nudgeId, key: message.key };
  return { row, nudgeId, messageId, personId, token: signToken(keys, 'nudge', row, at + 30 * dayMs) };
}

function askedId(kind: NudgeKind, lessonId: string, caseId: string): string {
  if (kind === 'compare') return comparisonId(lessonId, comparedCases);
  return kind === 'apply' || kind === 'did-you' ? stepId(lessonId, { roles: ['buyer'] }) : `${caseId}/${lessonId}`;
}
