import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { markNotRelevant } from '#server/answers/preferences.ts';
import { recordAnswer } from '#server/answers/record-answer.ts';
import { recordReading } from '#server/answers/record-reading.ts';
import { readSubscription } from '#server/answers/subscription.ts';
import { signToken } from '#server/answers/token.ts';
import type { Db } from '#server/database/open-database.ts';
import { suppress } from '#server/outbox/suppression.ts';
import { aStore } from '#testing/a-database.ts';
import { answerContext, aSentNudge, keys } from '#testing/a-sent-nudge.ts';
import { aSignedInTrainer } from '#testing/a-signed-in-trainer.ts';
import { aTeamInStore, emailOf, personIdOf, personRowOf } from '#testing/a-team-in-database.ts';
import { erasePerson } from './erase-person.ts';
import { noteChanges } from './imports/import-changes.ts';
import { keepFile } from './imports/import-rows.ts';

const now = Date.parse('2026-11-24T08:30:00Z');

/** Every row of every table, as text. */
async function everyRow(db: Db): Promise<{ table: string; row: Record<string, unknown> }[]> {
  const tables = await db.introspection.getTables();
  const read = tables.map(async ({ name }) =>
    (await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db)).rows.map((row) => ({
      table: name,
      row,
    })),
  );
  return (await Promise.all(read)).flat();
}

/** A person who left a trace in every table that can hold one. */
async function aPersonWithTraces(db: Db): Promise<number> {
  const team = await aTeamInStore(db, ['Mei', 'Jan', 'Ana'], now);
  const id = await personIdOf(db, 'Ana');
  const { token } = await aSentNudge(db, 'Ana', now);
  await recordReading(answerContext(db), token, now);
  await recordAnswer(answerContext(db), token, { choice: 'b', sureness: 'sure' }, now);
  await markNotRelevant(answerContext(db), token, now);
  await suppress(db, { address: emailOf('Ana'), kind: 'hard', reason: '550 5.1.1', since: now, until: null });
  await db
    .insertInto('assignment')
    .values({
      team_id: team.id,
      module_id: 'first-week',
      due_on: '2026-12-31',
      from_on: '2026-11-24',
      assigned_by: emailOf('Ana'),
      assigned_at: now,
    })
    .execute();
  await db
    .insertInto('signal')
    .values({
      topic: 'input',
      word: 'microcontrollers',
      note: 'A plant is shut.',
      from_on: '2026-11-24',
      until_on: '2026-12-08',
      made_by: emailOf('Ana'),
      made_at: now,
      withdrawn_by: emailOf('Ana'),
      withdrawn_at: now,
    })
    .execute();
  await db
    .insertInto('team_trainer')
    .values({ team_id: team.id, email: emailOf('Ana') })
    .execute();
  const ana = emailOf('Ana');
  const written = { version: 2, typed: `{"title":"By ${ana}"}`, changed_at: now, changed_by: ana };
  const out = { published: '{}', published_version: 2, published_at: now, published_by: ana };
  await db
    .insertInto('piece')
    .values({ id: 'ours', kind: 'module', ...written, ...out })
    .execute();
  await db
    .insertInto('piece_version')
    .values({ ...written, piece_id: 'ours', version: 1 })
    .execute();
  await db
    .insertInto('shared_sender')
    .values({ fingerprint: 'f', name: ana, trusted_at: now, trusted_by: ana })
    .execute();
  const received = { source: 'f', name: 'theirs', version: 1, content: 'c', tlp: 'GREEN', signed_at: now } as const;
  await db
    .insertInto('received_piece')
    .values({ ...received, piece_id: 'ours', shared: `["${ana}"]`, received_at: now, received_by: ana })
    .execute();
  const handedOut = { kind: 'module', title: `By ${ana}`, version: 1, tlp: 'GREEN' } as const;
  await db
    .insertInto('exported_piece')
    .values({ ...handedOut, piece_id: 'gone', exported_at: now, exported_by: ana })
    .execute();
  const ours = { changed_by: ana, changed_at: now };
  await db
    .insertInto('code_organisation')
    .values({ slug: 'ours', name: 'Ours', language: 'en', public: 0, ...ours })
    .execute();
  await db
    .insertInto('code_statement')
    .values({
      ...{ ...ours, organisation: 'ours', year: 2026, principle: 4, state: 'explain', text: `Ask ${ana}` },
      ...{ owner_function: `Purchasing, ${ana}`, person_id: id, version: 1 },
    })
    .execute();
  await db
    .insertInto('programme_use')
    .values({ programme: 'ours', standing: 'uses', note: `Ask ${ana}`, ...ours })
    .execute();
  const firm = { key: 'k', firm: `Firm of ${ana}`, state: 'invited', language: 'en', zone: 'Etc/UTC' } as const;
  await db
    .insertInto('supplier')
    .values({ ...firm, contact: ana, line: `Ask ${ana}`, invited_by: ana, invited_at: now, changed_at: now })
    .execute();
  await db.insertInto('desk_role').values({ email: ana, role: 'editor', given_at: now, given_by: ana }).execute();
  for (const [key, who, subject] of [
    ['a', emailOf('Ana'), null],
    ['b', emailOf('Mei'), emailOf('Ana')],
  ] as const)
    await db.insertInto('access').values({ key, at: now, who, act: 'let-mail', team_id: team.id, subject }).execute();
  await db
    .insertInto('xapi_outbox')
    .values({ id: 'a statement', person_id: id, statement: '{}', made_at: now })
    .execute();
  const kept = { id: 'stock', team_id: team.id, title: 'Two months of stock', since: '2026-01-01', case_id: 'naka' };
  await db
    .insertInto('safeguard')
    .values({ ...kept, owner_id: id, reason: `Says ${ana}.` })
    .execute();
  const looked = { safeguard_id: 'stock', act: 'kept', at: now, day: '2026-11-24', reason_read: 0 } as const;
  await db
    .insertInto('safeguard_event')
    .values([
      { ...looked, key: 'c', done_by: ana, person_id: null, note: null },
      { ...looked, key: 'd', done_by: null, person_id: id, note: 'Ana counted it.' },
    ])
    .execute();
  const asking = { safeguard_id: 'stock', person_id: id, local_date: '2026-11-24', answer: null, answered_at: null };
  await db
    .insertInto('safeguard_asking')
    .values({ ...asking, message_id: 1 })
    .execute();
  await aSignedInTrainer(db, emailOf('Ana'), now);
  const list = { name: 'p.csv', bytes: Buffer.from(emailOf('Ana')) };
  const key = await keepFile(db, list, emailOf('Ana'), {}, now);
  await noteChanges(db, key, 1, [
    { act: 'changed', personId: id, teamId: null, before: { name: 'Ana' }, after: { name: 'Ann' } },
  ]);
  return id;
}

test('after an erasure no row of any table holds the address, the name or the id of the person', async () => {
  const db = await aStore();
  const id = await aPersonWithTraces(db);
  const holding = async () =>
    (await everyRow(db)).filter(
      ({ table, row }) =>
        row['person_id'] === id ||
        row['owner_id'] === id ||
        (table === 'person' && row['id'] === id) ||
        /ana@kazehaya|"Ana"/i.test(JSON.stringify(row)),
    );
  const tables = new Set((await holding()).map((entry) => entry.table));
  expect([...tables].sort(), 'traces to erase').toEqual([
    'access',
    'assignment',
    'calibration',
    'code_organisation',
    'code_statement',
    'desk_role',
    'exported_piece',
    'import_change',
    'memory',
    'message',
    'not_relevant',
    'nudge',
    'people_import',
    'person',
    'piece',
    'piece_version',
    'programme_use',
    'received_piece',
    'safeguard',
    'safeguard_asking',
    'safeguard_event',
    'session',
    'shared_sender',
    'sign_in',
    'signal',
    'supplier',
    'suppression',
    'team_trainer',
    'xapi_outbox',
  ]);
  expect(await erasePerson(db, ' ANA@kazehaya.example ', now)).toMatchObject({
    ok: true,
    name: 'Ana',
    removed: {
      people: 1,
      nudges: 1,
      answers: 1,
      memories: 1,
      messages: 2,
      refusals: 1,
      signIns: 1,
      sessions: 1,
      signed: 20,
    },
  });
  expect(await holding()).toEqual([]);
  expect(await db.selectFrom('answer').selectAll().execute()).toEqual([]);
  expect(await db.selectFrom('reading').selectAll().execute()).toEqual([]);
  expect(await db.selectFrom('safeguard').select(['owner_id', 'reason']).execute()).toEqual([
    { owner_id: null, reason: 'Says <erased>.' },
  ]);
  expect(await db.selectFrom('safeguard_event').select(['done_by', 'note']).orderBy('key').execute()).toEqual([
    { done_by: 'a trainer who was erased', note: null },
    { done_by: null, note: null },
  ]);
});

test('an erasure leaves everybody else as they were, and what they set as a trainer in force', async () => {
  const db = await aStore();
  await aPersonWithTraces(db);
  await aSentNudge(db, 'Mei', now);
  await erasePerson(db, emailOf('Ana'), now);
  expect(await db.selectFrom('person').select('name').orderBy('id').execute()).toEqual([
    { name: 'Mei' },
    { name: 'Jan' },
  ]);
  expect(await db.selectFrom('nudge').selectAll().execute()).toHaveLength(1);
  expect(await db.selectFrom('assignment').selectAll().execute()).toHaveLength(1);
  expect(await db.selectFrom('signal').select(['made_by', 'withdrawn_by']).execute()).toEqual([
    { made_by: 'a trainer who was erased', withdrawn_by: 'a trainer who was erased' },
  ]);
  const access = db.selectFrom('access').select(['act', 'who', 'subject']).orderBy('act').orderBy('key');
  expect(await access.execute()).toEqual([
    { act: 'let-mail', who: 'a trainer who was erased', subject: null },
    { act: 'let-mail', who: emailOf('Mei'), subject: 'somebody who was erased' },
    { act: 'signed-in', who: 'a trainer who was erased', subject: null },
  ]);
});

test('a link to somebody erased opens nobody else’s page, whoever comes after them', async () => {
  const db = await aStore();
  await aPersonWithTraces(db);
  const link = signToken(keys, 'unsubscribe', await personRowOf(db, 'Ana'), now + 1000);
  const erased = await db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .select(['nudge.id', 'message.id as message'])
    .executeTakeFirstOrThrow();
  await erasePerson(db, emailOf('Ana'), now);
  await aTeamInStore(db, ['Ben'], now);
  const next = await aSentNudge(db, 'Ben', now);
  expect(await readSubscription(answerContext(db), link, now)).toEqual({ ok: false, reason: 'gone' });
  expect(next.nudgeId).not.toBe(erased.id);
  expect(next.messageId, 'a Message-ID is made of it').not.toBe(erased.message);
});

test('somebody unknown cannot be erased', async () => {
  expect(await erasePerson(await aStore(), 'nobody@kazehaya.example', now)).toEqual({ ok: false, reason: 'unknown' });
});
