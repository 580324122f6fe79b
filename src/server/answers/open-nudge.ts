import { type AskedOf, type AskedVersion, type MailedStory, versionNow } from '#catalogue/asked-version.ts';
import type { Library } from '#catalogue/catalogue.ts';
import { type ChangedSince, changedSince } from '#catalogue/changed-since.ts';
import type { Db } from '#server/database/open-database.ts';
import type { AnswerRow, Instant, NudgeRow, PersonRow } from '#server/database/schema.ts';
import type { Keyring } from '#server/keys/keyring.ts';
import { isSettled, readAnswers } from './answers-of-nudge.ts';
import { readAskedVersion } from './asked-versions.ts';
import { isCorrected } from './memory-log.ts';
import { readToken } from './token.ts';

/** A nudge with everything its page shows. */
export type OpenNudge = {
  nudge: NudgeRow;
  person: PersonRow;
  teamName: string;
  /** As it was mailed, whatever the library says by now. */
  asked: AskedOf;
  story: MailedStory;
  since: ChangedSince;
  /** Whether the library still has the pages that this leads to. */
  published: { story: boolean; lesson: boolean };
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
  const then = (await versionOf(db, nudge)) ?? versionNow(library[person.language], nudge);
  if (!then) return { ok: false, reason: 'gone' };
  return {
    ok: true,
    found: {
      nudge,
      person,
      teamName: team.name,
      ...asMailed(library, nudge, then),
      answer: answers.at(-1) ?? null,
      readAt: reading?.read_at ?? null,
      corrected: then.asked.kind === 'question' && isCorrected(answers),
      settled: isSettled(answers),
      closed: now >= nudge.closes_at,
    },
  };
}

/** A nudge has the key of its message, or of the first where it was sent again. */
async function keyOfNudge(db: Db, id: number): Promise<string | null | undefined> {
  const row = await db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .select(['message.key', 'nudge.link_key'])
    .where('nudge.id', '=', id)
    .executeTakeFirst();
  return row?.link_key ?? row?.key;
}

async function versionOf(db: Db, { message_id }: NudgeRow): Promise<AskedVersion | null> {
  const message = await db.selectFrom('message').select('asked').where('id', '=', message_id).executeTakeFirst();
  return readAskedVersion(db, message?.asked ?? null);
}

function asMailed(library: Library, nudge: NudgeRow, then: AskedVersion) {
  const catalogue = library[then.language];
  const { asked, story } = then;
  return {
    asked,
    story,
    since: changedSince(then, versionNow(catalogue, nudge)),
    published: {
      story: catalogue.cases.some(({ id }) => id === story.id),
      lesson: catalogue.lessons.some(({ id }) => id === asked.lesson.id),
    },
  };
}
