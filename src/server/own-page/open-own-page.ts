import type { AnswerContext } from '#server/answers/open-nudge.ts';
import { readToken } from '#server/answers/token.ts';
import type { Instant, PersonRow } from '#server/database/schema.ts';

export type OwnPage =
  | { ok: true; person: PersonRow; teamName: string }
  | Exclude<Awaited<ReturnType<typeof readToken>>, { ok: true }>
  | { ok: false; reason: 'expired' };

/** Whose own page a link opens. Opening it changes nothing. */
export async function openOwnPage({ db, keys }: AnswerContext, token: string, now: Instant): Promise<OwnPage> {
  const read = await readToken(keys, 'me', token, now, async (id) => {
    const row = await db.selectFrom('person').select('key').where('id', '=', id).executeTakeFirst();
    return row?.key;
  });
  if (!read.ok) return read;
  if (read.expired) return { ok: false, reason: 'expired' };
  const found = await db
    .selectFrom('person')
    .innerJoin('team', 'team.id', 'person.team_id')
    .selectAll('person')
    .select('team.name as team_name')
    .where('person.id', '=', read.id)
    .executeTakeFirst();
  if (!found) return { ok: false, reason: 'gone' };
  const { team_name: teamName, ...person } = found;
  return { ok: true, person, teamName };
}
