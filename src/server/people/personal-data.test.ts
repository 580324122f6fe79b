import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type AskedVersion, versionNow } from '#catalogue/asked-version.ts';
import { keepAskedVersion } from '#server/answers/asked-versions.ts';
import { markNotRelevant } from '#server/answers/preferences.ts';
import { recordAnswer } from '#server/answers/record-answer.ts';
import { recordReading } from '#server/answers/record-reading.ts';
import type { Db } from '#server/database/open-database.ts';
import { noteAccess } from '#server/desk/access-log.ts';
import { suppress } from '#server/outbox/suppression.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { answerContext, aSentNudge } from '#testing/a-sent-nudge.ts';
import { aSignedInTrainer } from '#testing/a-signed-in-trainer.ts';
import { aTeamInStore, emailOf, personIdOf } from '#testing/a-team-in-database.ts';
import { noteChanges } from './imports/import-changes.ts';
import { keepFile } from './imports/import-rows.ts';
import { readPersonalData, withheld } from './personal-data.ts';

const now = Date.parse('2026-11-24T08:30:00Z');
const ana = emailOf('Ana');

function questionOf(lesson: string): AskedVersion {
  const version = versionNow(aCatalogue(), { question_id: `flood-2011/${lesson}`, case_id: 'flood-2011' });
  if (!version) throw new Error('The catalogue does not ask it.');
  return version;
}

/** Somebody of whom every table that can hold a person holds something, beside somebody else of whom the same is kept. */
async function aFirm(): Promise<Db> {
  const db = await aStore();
  const team = await aTeamInStore(db, ['Ana', 'Ben'], now);
  for (const name of ['Ana', 'Ben']) {
    const { token, messageId, personId } = await aSentNudge(db, name, now);
    await recordReading(answerContext(db), token, now);
    await recordAnswer(answerContext(db), token, { choice: 'b', sureness: 'sure' }, now);
    await markNotRelevant(answerContext(db), token, now);
    const email = emailOf(name);
    const asked = await keepAskedVersion(db, questionOf(name === 'Ana' ? 'keep-stock' : 'second-source'), now);
    await db.updateTable('message').set({ asked }).where('id', '=', messageId).execute();
    await suppress(db, { address: email, kind: 'soft', reason: `450 ${name}`, since: now, until: now + 1 });
    await db
      .insertInto('report')
      .values({ message_id: messageId, verdict: 'soft', reply: `450 ${name}`, told_at: now })
      .execute();
    await db
      .insertInto('memory_base')
      .values({ person_id: personId, lesson_id: 'keep-stock', base: `{"of":"${name}"}` })
      .execute();
    await db
      .insertInto('record_base')
      .values({ person_id: personId, base: `{"of":"${name}"}` })
      .execute();
    await db
      .insertInto('xapi_outbox')
      .values({ id: `statement of ${name}`, person_id: personId, statement: '{}', made_at: now })
      .execute();
    await aSignedInTrainer(db, email, now);
    const written = { version: 2, typed: `{"title":"${name}"}`, changed_at: now, changed_by: email };
    await db
      .insertInto('piece')
      .values({ id: `piece-${name}`, kind: 'module', ...written })
      .execute();
    await db
      .insertInto('piece_version')
      .values({ ...written, piece_id: `piece-${name}`, version: 1 })
      .execute();
    const trusted = { fingerprint: `f-${name}`, name: 'Hoshino', trusted_at: now, trusted_by: email };
    await db.insertInto('shared_sender').values(trusted).execute();
    const received = { name: 'theirs', version: 1, content: 'c', tlp: 'GREEN', signed_at: now, shared: '[]' } as const;
    await db
      .insertInto('received_piece')
      .values({ ...received, source: name, piece_id: `piece-${name}`, received_at: now, received_by: email })
      .execute();
    const handedOut = { kind: 'module', title: name, version: 1, tlp: 'GREEN', exported_at: now } as const;
    await db
      .insertInto('exported_piece')
      .values({ ...handedOut, piece_id: `out-${name}`, exported_by: email })
      .execute();
    const ours = { changed_by: email, changed_at: now };
    await db
      .insertInto('code_organisation')
      .values({ slug: name.toLowerCase(), name: 'The house', language: 'en', public: 0, ...ours })
      .execute();
    await db
      .insertInto('code_statement')
      .values({
        ...{ ...ours, organisation: name.toLowerCase(), year: 2026, principle: 4, state: 'explain', text: 'A reason.' },
        ...{ owner_function: 'Purchasing', person_id: personId, version: 1 },
      })
      .execute();
    await db
      .insertInto('programme_use')
      .values({ programme: name, standing: 'uses', note: '', ...ours })
      .execute();
    const firm = { key: name, firm: 'Kadota', state: 'invited', language: 'en', zone: 'Etc/UTC', line: null } as const;
    await db
      .insertInto('supplier')
      .values({ ...firm, contact: email, invited_by: email, invited_at: now, changed_at: now })
      .execute();
    await db.insertInto('desk_role').values({ email, role: 'editor', given_at: now, given_by: email }).execute();
    await db.insertInto('team_trainer').values({ team_id: team.id, email }).execute();
    await db
      .insertInto('former_address')
      .values({ address: `${name.toLowerCase()}@old.example`, person_id: personId, until: now })
      .execute();
    await noteAccess(db, { who: 'head@kazehaya.example', act: 'let-mail', teamId: team.id, subject: email }, now);
    const key = await keepFile(db, { name: 'p.csv', bytes: Buffer.from('') }, email, {}, now);
    await noteChanges(db, key, 1, [
      { act: 'joined', personId, teamId: null, before: null, after: { email, name, team_id: team.id } },
    ]);
    await db
      .insertInto('safeguard')
      .values({
        ...{ id: `stock-${name}`, team_id: team.id, owner_id: personId, title: 'Stock', since: '2026-01-01' },
        ...{ case_id: 'naka', reason: 'It burned.' },
      })
      .execute();
    const looked = { safeguard_id: `stock-${name}`, act: 'kept', at: now, day: '2026-11-24', reason_read: 0 } as const;
    await db
      .insertInto('safeguard_event')
      .values([
        { ...looked, key: `desk-${name}`, done_by: email, person_id: null, note: null },
        { ...looked, key: `mail-${name}`, done_by: null, person_id: personId, note: 'Counted.' },
      ])
      .execute();
    await db
      .insertInto('safeguard_asking')
      .values({
        ...{ message_id: 900 + personId, safeguard_id: `stock-${name}`, person_id: personId },
        ...{ local_date: '2026-11-24', answer: null, answered_at: null },
      })
      .execute();
    const day = { from_on: '2026-11-24', due_on: '2026-12-24' };
    await db
      .insertInto('assignment')
      .values({ ...day, team_id: team.id, module_id: `m-${name}`, assigned_by: email, assigned_at: now })
      .execute();
    await db.insertInto('assignment_person').values({ assignment_id: 1, person_id: personId }).execute();
    await db
      .insertInto('assignment_reminder')
      .values({ assignment_id: 1, person_id: personId, reminded_on: '2026-11-24', reminded_at: now })
      .execute();
    await db
      .insertInto('digest_wish')
      .values({ email, weekday: 1, language: 'en', looked_at: now, key: name })
      .execute();
    await db
      .insertInto('signal')
      .values({
        topic: 'input',
        word: 'valves',
        note: `by ${name}`,
        from_on: '2026-11-24',
        until_on: '2026-12-08',
        made_by: email,
        made_at: now,
      })
      .execute();
  }
  return db;
}

/** Rows of every table that lead to somebody: by their address, their id, or by a nudge or message of theirs. */
async function rowsOf(db: Db, email: string, id: number): Promise<Record<string, Record<string, unknown>[]>> {
  const found: Record<string, Record<string, unknown>[]> = {};
  const all: Record<string, Record<string, unknown>[]> = {};
  for (const { name } of await db.introspection.getTables())
    all[name] = (await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(name)}`.execute(db)).rows;
  const nudges = new Set(all['nudge']?.filter((row) => row['person_id'] === id).map((row) => row['id']));
  const messages = new Set(all['message']?.filter((row) => row['address'] === email).map((row) => row['id']));
  const asked = new Set(all['message']?.filter((row) => row['address'] === email).map((row) => row['asked']));
  for (const [table, rows] of Object.entries(all)) {
    const own = rows.filter(
      (row) =>
        Object.values(row).includes(email) ||
        row['person_id'] === id ||
        row['owner_id'] === id ||
        (table === 'asked_version' && asked.has(row['digest'])) ||
        nudges.has(row['nudge_id'] ?? null) ||
        messages.has(row['message_id'] ?? null),
    );
    if (own.length > 0) found[table] = own;
  }
  return found;
}

test('what somebody takes with them is every row of every table that leads to them, but for columns that are withheld with a reason', async () => {
  const db = await aFirm();
  const data = await readPersonalData(db, ' ANA@kazehaya.example', now);
  const expected = await rowsOf(db, ana, await personIdOf(db, 'Ana'));
  expect(Object.keys(data?.tables ?? {}).sort()).toEqual(Object.keys(expected).sort());
  const kept: Record<string, Record<string, string>> = withheld;
  for (const [table, rows] of Object.entries(expected)) {
    const handed = rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([column]) => kept[table]?.[column] === undefined)),
    );
    expect(data?.tables[table], table).toHaveLength(handed.length);
    expect(data?.tables[table], table).toEqual(expect.arrayContaining(handed));
  }
});

test('nothing of anybody else goes with it, and nothing that opens a door', async () => {
  const db = await aFirm();
  const text = JSON.stringify(await readPersonalData(db, ana, now));
  expect(text).not.toMatch(/ben/i);
  const { key } = await db.selectFrom('person').select('key').where('email', '=', ana).executeTakeFirstOrThrow();
  expect(text).not.toContain(key);
  expect(text).not.toMatch(/desk\/enter/);
});

test('an address that nothing is kept about has no file', async () => {
  expect(await readPersonalData(await aFirm(), 'nobody@kazehaya.example', now)).toBeNull();
});

test('every table and column of the file is explained in its documentation', async () => {
  const data = await readPersonalData(await aFirm(), ana, now);
  const explained = readFileSync('docs/privacy/personal-data.md', 'utf8');
  for (const [table, rows] of Object.entries(data?.tables ?? {})) {
    const section = explained.split(`\n## ${table}\n`)[1]?.split('\n## ')[0] ?? '';
    for (const column of Object.keys(rows[0] ?? {})) expect(section, `${table}.${column}`).toContain(`\`${column}\``);
  }
});
