import { expect, onTestFinished, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { Db } from '#server/database/open-database.ts';
import { erasePerson } from '#server/people/erase-person.ts';
import { aLibrary } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aLog } from '#testing/a-log.ts';
import { aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, emailOf } from '#testing/a-team-in-database.ts';
import { anLrs, type KeptStatement, type Lrs } from '#testing/an-lrs.ts';
import { tellResults } from './tell-results.ts';

/** On a whole second, as many a clock gives it. */
const start = Date.parse('2026-11-02T09:00:00Z');
const siteUrl = 'https://learn.firm.example';

type Told = {
  db: Db;
  teamId: number;
  lrs: Lrs;
  logged: ReturnType<typeof aLog>;
  tell: (now: number, on?: boolean) => Promise<void>;
};

/** A team whose house tells a store since `start`. */
async function aHouseThatTells(names: readonly string[] = ['Ada', 'Ben']): Promise<Told> {
  const db = await aStore();
  const { id: teamId } = await aTeamInStore(db, names, start - 100 * dayMs);
  const lrs = await anLrs();
  onTestFinished(lrs.close);
  const logged = aLog();
  const tell = (now: number, on = true) =>
    tellResults({
      db,
      log: logged.log,
      library: aLibrary(),
      siteUrl,
      store: on ? { endpoint: lrs.url, key: 'nodomoto', secret: 'told to nobody' } : null,
      clock: () => now,
      stopping: new AbortController().signal,
      isPaused: async () => false,
    });
  await tell(start);
  return { db, teamId, lrs, logged, tell };
}

type Doing = {
  kind?: 'case' | 'recall' | 'compare' | 'apply';
  lessonId?: string;
  right?: boolean;
  assignmentId?: number;
};

/** Somebody answers a nudge of that moment. */
async function answers(
  db: Db,
  name: string,
  at: number,
  { kind = 'recall', lessonId, right = true, assignmentId }: Doing = {},
): Promise<number> {
  const { nudgeId } = await aSentNudge(db, name, at - 60_000, { kind, ...(lessonId && { lessonId }) });
  if (assignmentId)
    await db.updateTable('nudge').set({ assignment_id: assignmentId }).where('id', '=', nudgeId).execute();
  const row = {
    nudge_id: nudgeId,
    choice: right ? 'ask-the-maker' : 'wait-for-news',
    right: right ? 1 : 0,
    sureness: 'sure',
    answered_at: at,
  } as const;
  await db.insertInto('answer').values(row).execute();
  return nudgeId;
}

const nameOf = ({ verb }: KeptStatement) => verb.id.split('/').at(-1);
const verbs = ({ statements }: Lrs) => statements.map(nameOf).sort();
const waiting = (db: Db) => db.selectFrom('xapi_outbox').selectAll().orderBy('id').execute();

test('a case that is answered is met and answered, under a name that says nothing, at a time with zone and fraction', async () => {
  const { db, lrs, tell } = await aHouseThatTells();
  await answers(db, 'Ada', start + dayMs, { kind: 'case', right: false });
  await tell(start + dayMs + 120_000);
  expect(verbs(lrs)).toEqual(['answered', 'experienced']);
  expect(lrs.faults).toEqual([]);
  expect(lrs.statements.find((statement) => nameOf(statement) === 'answered')).toMatchObject({
    actor: { account: { homePage: siteUrl, name: expect.stringMatching(/^[\w-]{22}$/) } },
    result: { success: false, response: 'wait-for-news' },
    timestamp: '2026-11-03T09:00:00.000Z',
    object: {
      id: `${siteUrl}/lessons/keep-stock/#flood-2011--keep-stock`,
      definition: {
        correctResponsesPattern: ['ask-the-maker'],
        choices: [
          { id: 'wait-for-news', description: { en: 'A. Wait for news' } },
          { id: 'ask-the-maker', description: { en: 'B. Ask who makes the part' } },
        ],
      },
    },
  });
  const all = JSON.stringify(lrs.statements);
  for (const word of ['Ada', emailOf('Ada'), 'Motors']) expect(all).not.toContain(word);
  expect(await waiting(db), 'what was taken is kept no longer').toEqual([]);
});

test('what was before the house chose to tell is never told, nor what happens after it chose otherwise', async () => {
  const { db, lrs, tell } = await aHouseThatTells();
  await answers(db, 'Ada', start - dayMs);
  await tell(start + dayMs);
  expect(lrs.statements).toEqual([]);
  lrs.answerWith(() => 503);
  await answers(db, 'Ada', start + dayMs);
  await tell(start + 2 * dayMs);
  expect(await waiting(db)).toHaveLength(1);
  await tell(start + 3 * dayMs, false);
  expect(await waiting(db)).toEqual([]);
  await answers(db, 'Ben', start + 4 * dayMs);
  lrs.answerWith(() => null);
  await tell(start + 5 * dayMs);
  await tell(start + 6 * dayMs);
  expect(lrs.statements).toEqual([]);
});

test('a right answer two weeks after is recalled too, with the days between; steps are nobody’s business', async () => {
  const { db, lrs, tell } = await aHouseThatTells();
  await answers(db, 'Ada', start + dayMs);
  await answers(db, 'Ada', start + 21 * dayMs);
  await answers(db, 'Ben', start + dayMs);
  await answers(db, 'Ben', start + 21 * dayMs, { right: false });
  await answers(db, 'Ben', start + 22 * dayMs, { kind: 'apply' });
  await tell(start + 30 * dayMs);
  expect(verbs(lrs)).toEqual(['answered', 'answered', 'answered', 'answered', 'recalled']);
  expect(lrs.statements.find((statement) => nameOf(statement) === 'recalled')).toMatchObject({
    result: { success: true, extensions: { [`${siteUrl}/xapi/extensions/days-since-met`]: 20 } },
  });
});

test('a module is completed once, with the last of its lessons', async () => {
  const { db, teamId, lrs, tell } = await aHouseThatTells();
  const assignment = {
    team_id: teamId,
    module_id: 'first-week',
    due_on: '2026-12-18',
    from_on: '2026-11-02',
    assigned_by: 'tara@works.example',
    assigned_at: start,
  };
  const { id } = await db.insertInto('assignment').values(assignment).returning('id').executeTakeFirstOrThrow();
  const lessons = ['keep-stock', 'know-your-maker', 'second-source'];
  const held = lessons.map((lesson_id, place) => ({ assignment_id: id, place, lesson_id }));
  await db.insertInto('assignment_lesson').values(held).execute();
  for (const [index, lessonId] of lessons.entries()) {
    await answers(db, 'Ada', start + (index + 1) * dayMs, { lessonId, assignmentId: id });
    await tell(start + (index + 1) * dayMs + 120_000);
  }
  await answers(db, 'Ada', start + 6 * dayMs, { lessonId: 'keep-stock', assignmentId: id });
  await tell(start + 7 * dayMs);
  expect(verbs(lrs).filter((verb) => verb === 'completed')).toHaveLength(1);
  expect(lrs.faults).toEqual([]);
});

test('what is made twice has the same ids and the same words, so a store takes it once', async () => {
  const { db, lrs, tell } = await aHouseThatTells();
  await answers(db, 'Ada', start + dayMs, { kind: 'case' });
  await tell(start + 2 * dayMs);
  const once = [...lrs.statements];
  // As after a crash, or from a backup.
  await db
    .updateTable('fact')
    .set({ value: String(start) })
    .where('name', '=', 'xapi-through')
    .execute();
  await tell(start + 3 * dayMs);
  expect(lrs.statements).toEqual(once);
  expect(new Set(once.map(({ id }) => id)).size).toBe(2);
  expect(await waiting(db)).toEqual([]);
});

test('a store that is away loses nothing, and is asked more seldom the longer it is', async () => {
  const { db, lrs, logged, tell } = await aHouseThatTells();
  lrs.answerWith(() => 503);
  await answers(db, 'Ada', start + dayMs);
  const from = start + 2 * dayMs;
  for (let minute = 0; minute < 60; minute += 1) await tell(from + minute * 60_000);
  // After 1, 2, 4, 8, 16 and 32 minutes.
  expect(lrs.requests.filter(({ statements }) => statements > 0)).toHaveLength(6);
  expect(await waiting(db)).toHaveLength(1);
  lrs.answerWith(() => null);
  await tell(from + 120 * 60_000);
  expect(verbs(lrs)).toEqual(['answered']);
  const events = logged.lines().map(({ event }) => event);
  expect(events).toContain('xapi-paused');
  expect(events.at(-2)).toBe('xapi-goes-on');
});

test('one statement that is refused is set aside with the store’s words, and the others are taken', async () => {
  const { db, lrs, logged, tell } = await aHouseThatTells();
  for (let day = 1; day <= 4; day += 1)
    await answers(db, 'Ada', start + day * dayMs, { lessonId: 'keep-stock', right: day !== 2 });
  const isBad = (statement: KeptStatement) => JSON.stringify(statement).includes('"success":false');
  lrs.answerWith((sent) => (sent.some(isBad) ? 400 : null));
  await tell(start + 10 * dayMs);
  expect(verbs(lrs)).toEqual(['answered', 'answered', 'answered']);
  const [left, ...others] = await waiting(db);
  expect(others).toEqual([]);
  expect(left).toMatchObject({ reply: expect.stringContaining('400') });
  const asked = lrs.requests.length;
  await tell(start + 11 * dayMs);
  expect(lrs.requests.length, 'not for ever').toBe(asked);
  expect(logged.lines().filter(({ event }) => event === 'xapi-refused')).toHaveLength(1);
  await tell(start + 120 * dayMs);
  expect(await waiting(db)).toEqual([]);
});

test('the key goes in the header, and stands in no line of the log', async () => {
  const { db, lrs, logged, tell } = await aHouseThatTells();
  await answers(db, 'Ada', start + dayMs);
  lrs.answerWith(() => 401);
  await tell(start + 2 * dayMs);
  expect(lrs.requests[0]).toMatchObject({
    authorization: `Basic ${Buffer.from('nodomoto:told to nobody').toString('base64')}`,
    version: '1.0.3',
  });
  expect(logged.text()).not.toMatch(/told to nobody|bm9kb21vdG8/);
});

test('whoever is erased is told of no more, and the certificate can name what the store has', async () => {
  const { db, lrs, tell } = await aHouseThatTells();
  await answers(db, 'Ada', start + dayMs);
  await tell(start + 2 * dayMs);
  lrs.answerWith(() => 503);
  await answers(db, 'Ada', start + 3 * dayMs);
  await tell(start + 4 * dayMs);
  const erasure = await erasePerson(db, emailOf('Ada'), start + 5 * dayMs);
  expect(erasure).toMatchObject({ ok: true, removed: { statements: 1 } });
  expect(await waiting(db)).toEqual([]);
  const [told] = lrs.statements;
  expect(told?.['actor']).toMatchObject({ account: { name: erasure.ok ? erasure.learner : '' } });
});

test('hundreds of statements go in a few requests', async () => {
  const { db, lrs, tell } = await aHouseThatTells(Array.from({ length: 130 }, (_, index) => `Person${index}`));
  for (let index = 0; index < 130; index += 1) await answers(db, `Person${index}`, start + dayMs + index);
  await tell(start + 2 * dayMs);
  expect(lrs.statements).toHaveLength(130);
  expect(lrs.requests).toHaveLength(3);
});
