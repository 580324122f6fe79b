import type { ReportVerdict } from '#core/delivery/bounce/report.ts';
import { isFateUnknown, type MessageState, neverArrives, takenBackFrom } from '#core/delivery/message-state.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, MessageRow } from '#server/database/schema.ts';

/** What became of a mail, in the order in which it did. Whether it was opened nobody knows: nothing in it tells. */
export type LifeStep =
  | { step: 'planned' | 'due'; at: Instant }
  | { step: 'tried'; times: number }
  | { step: 'accepted'; at: Instant; code: string | null }
  | { step: 'ended'; state: MessageState }
  | { step: 'reported'; at: Instant; verdict: ReportVerdict }
  | { step: 'answered' };

/** One sending of a mail; a mail that was sent again has several. */
export type Sending = { messageId: number; steps: LifeStep[] };

/** Verdicts that are said of an address; a complaint is its reader's wish. */
const ofAddress: readonly ReportVerdict[] = ['hard', 'soft', 'policy', 'delayed'];

/** Each sending of a nudge's mail, the first one first. */
export async function readLife(db: Db, newest: MessageRow, answered: boolean): Promise<Sending[]> {
  const first = newest.again_of ?? newest.id;
  const messages = await db
    .selectFrom('message')
    .selectAll()
    .where((eb) => eb.or([eb('id', '=', first), eb('again_of', '=', first)]))
    .orderBy('id')
    .execute();
  const reports = await db
    .selectFrom('report')
    .select(['message_id', 'verdict', 'told_at'])
    .where(
      'message_id',
      'in',
      messages.map(({ id }) => id),
    )
    .where('verdict', 'in', ofAddress)
    .orderBy('told_at')
    .execute();
  return messages.map((message) => ({
    messageId: message.id,
    steps: [
      ...stepsOf(message),
      ...reports
        .filter(({ message_id }) => message_id === message.id)
        .map(({ verdict, told_at }) => ({ step: 'reported' as const, at: told_at, verdict })),
      ...(answered && message.id === newest.id ? [{ step: 'answered' as const }] : []),
    ],
  }));
}

function stepsOf(message: MessageRow): LifeStep[] {
  const { state, attempt, reply, accepted_at, created_at, due_at } = message;
  const waits = takenBackFrom.some((each) => each === state);
  const ended = neverArrives.some((each) => each === state) || isFateUnknown(state);
  return [
    { step: 'planned', at: created_at },
    ...(waits ? [{ step: 'due' as const, at: due_at }] : []),
    ...(attempt > 1 || (attempt > 0 && accepted_at === null) ? [{ step: 'tried' as const, times: attempt }] : []),
    ...(accepted_at === null ? [] : [{ step: 'accepted' as const, at: accepted_at, code: codeIn(reply) }]),
    ...(ended ? [{ step: 'ended' as const, state }] : []),
  ];
}

/** The number by which a mail server says what it did (RFC 5321, 4.2). */
function codeIn(reply: string | null): string | null {
  return /^\d{3}\b/.exec(reply ?? '')?.[0] ?? null;
}
