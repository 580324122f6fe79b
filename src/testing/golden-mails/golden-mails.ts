import { type AskedThing, findAsked } from '#catalogue/asked.ts';
import type { Library } from '#catalogue/catalogue.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { type NudgeKind, nudgeKinds } from '#core/planning/nudge-kinds.ts';
import { type Language, languages } from '#i18n/languages.ts';
import { type Db, openDatabase } from '#server/database/open-database.ts';
import { keyringOf } from '#server/keys/keyring.ts';
import { composeLetter } from '#server/mail/compose-letter.ts';
import type { MailTemplates } from '#server/mail/mail-template.ts';
import { shelfOf } from '#server/mail/template-shelf.ts';
import { composeNudge, type NudgeRenderer } from '#server/nudges/compose-nudge.ts';
import { aMessage, readMessage } from '../a-message.ts';
import { goldenLetters } from './golden-letters.ts';
import { type GoldenReader, goldenReaders } from './golden-readers.ts';

/** One mail as it would leave, and what it is. */
export type GoldenMail = { name: string; kind: string; language: Language; raw: Buffer };

/** The moment at which all of them leave. */
export const goldenNow = Date.parse('2026-11-24T08:30:00Z');

const siteUrl = 'https://nodomoto.your-company.com';

/** Keys of templates of one kind and language, the longest text first: the first and the middle one stand for all before every reader. */
function keysOf(templates: MailTemplates, kind: string, language: Language): string[] {
  return Object.entries(templates)
    .filter(([key]) => key.endsWith(`:${kind}:${language}`))
    .sort(([, a], [, b]) => b.text.length - a.text.length)
    .map(([key]) => key);
}

/** The first step of a lesson has two ids and one mail. */
const isFormerId = (key: string) => /^apply\/[^/]+\/step:/.test(key);

/** Writes golden mails out of a store of its own, which is closed when they are written. */
export class GoldenPress {
  private readonly renderer: NudgeRenderer;
  private readonly people = new Map<GoldenReader, number>();

  private constructor(renderer: NudgeRenderer) {
    this.renderer = renderer;
  }

  /** Every kind in every language, to every reader. */
  static async everyReader(library: Library, templates: MailTemplates): Promise<GoldenMail[]> {
    return GoldenPress.open(library, templates, async (press) => {
      const mails = await press.letters();
      for (const language of languages)
        for (const kind of nudgeKinds) {
          const keys = keysOf(templates, kind, language);
          for (const key of [keys[0], keys[Math.floor(keys.length / 2)]])
            for (const reader of goldenReaders) mails.push(await press.nudge(key ?? '', kind, language, reader));
        }
      return mails;
    });
  }

  /** All that the library asks in one way and one language, to the usual reader. */
  static async everyThingAsked(
    library: Library,
    templates: MailTemplates,
    { kind, language }: { kind: NudgeKind; language: Language },
  ): Promise<GoldenMail[]> {
    const [usual] = goldenReaders;
    if (!usual) return [];
    return GoldenPress.open(library, templates, async (press) => {
      const mails = [];
      for (const key of keysOf(templates, kind, language).filter((entry) => !isFormerId(entry)))
        mails.push(await press.nudge(key, kind, language, usual));
      return mails;
    });
  }

  private static async open<T>(
    library: Library,
    templates: MailTemplates,
    use: (press: GoldenPress) => Promise<T>,
  ): Promise<T> {
    const store = await openDatabase({ dataDir: ':memory:', databaseUrl: null });
    const rest = {
      siteUrl,
      from: 'Nodomoto <nudge@your-company.com>',
      replyTo: 'training@your-company.com',
      smallestTeam: 5,
      keys: keyringOf('a secret of more than thirty-two letters', []),
      kept: { months: 24, shown: 'done' } as const,
    };
    try {
      return await use(new GoldenPress({ db: store.db, library, templates: shelfOf(templates), ...rest }));
    } finally {
      await store.close();
    }
  }

  private async letters(): Promise<GoldenMail[]> {
    const { db } = this.renderer;
    const mails = [];
    for (const { kind, language, words } of goldenLetters(siteUrl)) {
      const address = 'trainer@your-company.com';
      const id = await aMessage(db, goldenNow, { purpose: 'sign-in', address, letter: JSON.stringify(words) });
      const { raw } = await composeLetter(this.renderer, await readMessage(db, id));
      mails.push({ name: `${kind}:${language}`, kind, language, raw: Buffer.from(raw) });
    }
    return mails;
  }

  private async nudge(key: string, kind: NudgeKind, language: Language, reader: GoldenReader): Promise<GoldenMail> {
    const { db, library } = this.renderer;
    const askedId = key.split(':')[0] ?? '';
    const asked = findAsked(library[language], askedId);
    if (!asked) throw new RangeError(`The library asks no ${askedId}.`);
    const person_id = this.people.get(reader) ?? (await addReader(db, reader));
    this.people.set(reader, person_id);
    await db.updateTable('person').set({ language }).where('id', '=', person_id).execute();
    await remember(db, person_id, asked.lesson.id, reader.warm);
    const message_id = await aMessage(db, goldenNow, { person_id });
    const { reasons, slowedTo } = reader;
    await db
      .insertInto('nudge')
      .values({
        message_id,
        person_id,
        local_date: '2026-11-24',
        kind,
        lesson_id: asked.lesson.id,
        case_id: caseOf(asked),
        question_id: askedId,
        explanation: JSON.stringify({ reasons, teamMemory: 0, gain: 0.1, assignmentId: null, slowedTo }),
        closes_at: goldenNow + 7 * dayMs,
      })
      .execute();
    const { raw } = await composeNudge(this.renderer, await readMessage(db, message_id), goldenNow);
    return { name: `${key} to ${reader.name}`, kind, language, raw: Buffer.from(raw) };
  }
}

function caseOf(asked: AskedThing): string {
  if (asked.kind === 'question') return asked.question.caseId;
  return asked.kind === 'comparison' ? asked.comparison.left : (asked.lesson.caseIds[0] ?? '');
}

/** Put into the store as it is: an older import may have let through what today's refuses. */
async function addReader(db: Db, { person, team, teamSize }: GoldenReader): Promise<number> {
  const place = { zone: 'Asia/Tokyo', created_at: goldenNow };
  const { id: team_id } = await db
    .insertInto('team')
    .values({ name: team, mail_time: '08:30', ...place })
    .returning('id')
    .executeTakeFirstOrThrow();
  const added = [];
  for (let index = 0; index < teamSize; index += 1)
    added.push(
      await db
        .insertInto('person')
        .values({
          team_id,
          name: person,
          email: `person${index}.${team_id}@your-company.com`,
          role: 'buyer',
          language: 'en',
          ...place,
        })
        .returning('id')
        .executeTakeFirstOrThrow(),
    );
  return added[0]?.id ?? 0;
}

async function remember(db: Db, personId: number, lesson_id: string, warm: number): Promise<void> {
  const { team_id } = await db
    .selectFrom('person')
    .select('team_id')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const people = await db.selectFrom('person').select('id').where('team_id', '=', team_id).limit(warm).execute();
  const memory = { lesson_id, stability: 400, difficulty: 5, met_at: goldenNow - dayMs };
  if (people.length > 0)
    await db
      .insertInto('memory')
      .values(people.map(({ id }) => ({ person_id: id, ...memory })))
      .onConflict((conflict) => conflict.columns(['person_id', 'lesson_id']).doNothing())
      .execute();
}
