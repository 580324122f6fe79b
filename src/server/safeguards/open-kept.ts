import { localDate } from '#core/planning/calendar/calendar.ts';
import { awaitsOwner } from '#core/safeguards/ask-due.ts';
import { oneLine } from '#core/safeguards/draft.ts';
import { namesIn } from '#core/safeguards/names-in.ts';
import { ownersAnswers } from '#core/safeguards/owners-answer.ts';
import type { AnswerContext } from '#server/answers/open-nudge.ts';
import { type ReadToken, readToken, signToken } from '#server/answers/token.ts';
import type { Db } from '#server/database/open-database.ts';
import type { KeyedRow } from '#server/database/row-key.ts';
import type { Instant, PersonRow } from '#server/database/schema.ts';
import type { Keyring } from '#server/keys/keyring.ts';
import { noteCheck } from './change-safeguards.ts';
import { readSafeguards, type Safeguard } from './read-safeguards.ts';

/** As long as somebody may leave the mail; each brings a new link. */
const keepMs = 60 * 86_400_000;

/** The link part of an owner’s page, which opens it for so long from an instant on. */
export function keptToken(keys: Keyring, person: KeyedRow, from: Instant): string {
  return signToken(keys, 'kept', person, from + keepMs);
}

export type KeptPage =
  | { ok: true; person: PersonRow; waiting: Safeguard[]; others: Safeguard[] }
  | { ok: false; reason: Exclude<ReadToken, { ok: true }>['reason'] | 'expired' };

/** What somebody sees to: what waits for their word, and the rest. Retired ones are nobody’s to check. */
export async function openKept({ db, keys }: AnswerContext, token: string, now: Instant): Promise<KeptPage> {
  const read = await readToken(keys, 'kept', token, now, async (id) => {
    const row = await db.selectFrom('person').select('key').where('id', '=', id).executeTakeFirst();
    return row?.key;
  });
  if (!read.ok) return read;
  if (read.expired) return { ok: false, reason: 'expired' };
  const person = await db.selectFrom('person').selectAll().where('id', '=', read.id).executeTakeFirst();
  if (!person) return { ok: false, reason: 'gone' };
  const on = localDate(now, 'Etc/UTC').toString();
  const all = await readSafeguards(db, { of: 'owner', personId: person.id }, now);
  const own = all.filter(({ standing }) => standing.status !== 'retired');
  return {
    ...{ ok: true, person },
    waiting: own.filter(({ standing }) => awaitsOwner(standing, on)),
    others: own.filter(({ standing }) => !awaitsOwner(standing, on)),
  };
}

export type KeptAnswered = { ok: true; id: string } | { ok: false; id: string; fault: 'no-note' | 'names-somebody' };

const longestNote = 240;

/** Writes down what an owner says of one of theirs; `null` where it is not theirs, or no answer. */
export async function answerKept(
  db: Db,
  person: PersonRow,
  fields: Readonly<Record<string, string>>,
  now: Instant,
): Promise<KeptAnswered | null> {
  const own = await readSafeguards(db, { of: 'owner', personId: person.id }, now);
  const safeguard = own.find(({ id, standing }) => id === fields['id'] && standing.status !== 'retired');
  const answer = ownersAnswers.find((one) => one === fields['answer']);
  if (!safeguard || !answer) return null;
  const note = [...oneLine(fields['note'] ?? '')].slice(0, longestNote).join('');
  if (answer !== 'kept' && note === '') return { ok: false, id: safeguard.id, fault: 'no-note' };
  const names = await db.selectFrom('person').select('name').where('team_id', '=', safeguard.team.id).execute();
  const named = namesIn(
    note,
    names.map(({ name }) => name),
  );
  if (named.length > 0) return { ok: false, id: safeguard.id, fault: 'names-somebody' };
  const day = localDate(now, person.zone).toString();
  await db.transaction().execute(async (trx) => {
    await noteCheck(
      trx,
      safeguard.id,
      { answer, note: note === '' ? null : note },
      { owner: person.id },
      { at: now, day },
    );
    await trx
      .updateTable('safeguard_asking')
      .set({ answer, answered_at: now })
      .where('safeguard_id', '=', safeguard.id)
      .where('person_id', '=', person.id)
      .where('answered_at', 'is', null)
      .execute();
  });
  return { ok: true, id: safeguard.id };
}
