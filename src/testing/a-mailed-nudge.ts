import type { ParsedMail } from 'mailparser';
import { type AskedThing, findAsked } from '#catalogue/asked.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { NudgeKind } from '#core/planning/nudge-kinds.ts';
import { addMessage } from '#server/outbox/outbox.ts';
import type { RunningApp } from './a-running-app.ts';

type Planned = { email: string; kind: NudgeKind; askedId: string; day: string; now: number };

/** A nudge to one person, as the planner would have saved it, and the mail that arrives of it. Its question is open for a week. */
export async function aMailedNudge({ app, received }: RunningApp, planned: Planned): Promise<ParsedMail> {
  const { email, kind, askedId, day, now } = planned;
  const { db } = app.store;
  const person = await db.selectFrom('person').selectAll().where('email', '=', email).executeTakeFirstOrThrow();
  const asked = findAsked(app.catalogue, askedId);
  if (!asked) throw new Error(`The library asks no ${askedId}.`);
  const message_id = await addMessage(db, {
    purpose: 'nudge',
    person_id: person.id,
    address: person.email,
    due_at: now,
    expires_at: now + dayMs,
    created_at: now,
  });
  const reasons = [{ kind: 'input', item: 'バルブ', input: 'brake-valves', origin: 'JP' }];
  await db
    .insertInto('nudge')
    .values({
      message_id,
      person_id: person.id,
      local_date: day,
      day_taken: day,
      kind,
      lesson_id: asked.lesson.id,
      case_id: caseOf(asked),
      question_id: askedId,
      explanation: JSON.stringify({ reasons, teamMemory: 0, gain: 0.1, assignmentId: null }),
      closes_at: now + 7 * dayMs,
    })
    .execute();
  await app.sendDue();
  const mail = received.at(-1);
  if (!mail) throw new Error('No mail arrived.');
  return mail;
}

function caseOf(asked: AskedThing): string {
  if (asked.kind === 'question') return asked.question.caseId;
  return asked.kind === 'comparison' ? asked.comparison.left : (asked.lesson.caseIds[0] ?? '');
}

/** Addresses in the text of a mail that open its answer page, as they stand there. */
export function answerLinks(mail: ParsedMail): string[] {
  return mail.text?.match(/http\S+\/n\/\S+/g)?.filter((link) => !link.endsWith('/preferences')) ?? [];
}
