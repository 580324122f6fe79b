import { type AskedThing, findAsked } from '#catalogue/asked.ts';
import type { Catalogue, CatalogueCase, Library } from '#catalogue/catalogue.ts';
import type { Db } from '#server/database/open-database.ts';
import type { AnswerRow, Instant, NudgeRow, PersonRow } from '#server/database/schema.ts';
import type { Keyring } from '#server/keys/keyring.ts';
import { isSettled, readAnswers } from './answers-of-nudge.ts';
import { isCorrected } from './memory-log.ts';
import { readToken } from './token.ts';

/** A nudge with everything its page shows. */
export type OpenNudge = {
  nudge: NudgeRow;
  person: PersonRow;
  teamName: string;
  asked: AskedThing;
  /** The case it was sent with; of a comparison, the one nearer to the team. */
  story: CatalogueCase;
  /** The newest answer, if any. */
  answer: AnswerRow | null;
  /** When the reader said that they had read it, without an answer. */
  readAt: Instant | null;
  /** A right answer to a question given after a wrong one, with the feedback read in between. */
  corrected: boolean;
  /** Answered so often that the newest answer stays. */
  settled: boolean;
  closed: boolean;
};

export type NudgeLookup =
  | { ok: true; found: OpenNudge }
  | { ok: false; reason: 'forged' | 'foreign' | 'retired' | 'expired' | 'gone' };

export type AnswerContext = { db: Db; library: Library; keys: Keyring };

/** The nudge a link belongs to. Reading it changes nothing, however often a scanner opens it. */
export async function openNudge(
  { db, library, keys }: AnswerContext,
  token: string,
  now: Instant,
): Promise<NudgeLookup> {
  const read = await readToken(keys, 'nudge', token, now, (id) => keyOfNudge(db, id));
  if (!read.ok) return read;
  if (read.expired) return { ok: false, reason: 'expired' };
  const nudge = await db.selectFrom('nudge').selectAll().where('id', '=', read.id).executeTakeFirst();
  if (!nudge) return { ok: false, reason: 'gone' };
  const person = await db.selectFrom('person').selectAll().where('id', '=', nudge.person_id).executeTakeFirst();
  if (!person) return { ok: false, reason: 'gone' };
  const team = await db.selectFrom('team').select('name').where('id', '=', person.team_id).executeTakeFirstOrThrow();
  const answers = await readAnswers(db, nudge.id);
  const reading = await db.selectFrom('reading').select('read_at').where('nudge_id', '=', nudge.id).executeTakeFirst();
  const published = publishedParts(library[person.language], nudge);
  if (!published) return { ok: false, reason: 'gone' };
  return {
    ok: true,
    found: {
      nudge,
      person,
      teamName: team.name,
      ...published,
      answer: answers.at(-1) ?? null,
      readAt: reading?.read_at ?? null,
      corrected: published.asked.kind === 'question' && isCorrected(answers),
      settled: isSettled(answers),
      closed: now >= nudge.closes_at,
    },
  };
}

/** A nudge has the key of its message. */
async function keyOfNudge(db: Db, id: number): Promise<string | null | undefined> {
  const row = await db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .select('message.key')
    .where('nudge.id', '=', id)
    .executeTakeFirst();
  return row?.key;
}

/** `null` when what was asked, or its case, was withdrawn from the library after it was sent. */
function publishedParts(catalogue: Catalogue, nudge: NudgeRow): Pick<OpenNudge, 'asked' | 'story'> | null {
  const asked = findAsked(catalogue, nudge.question_id);
  const story = catalogue.cases.find((entry) => entry.id === nudge.case_id);
  return asked && story ? { asked, story } : null;
}
