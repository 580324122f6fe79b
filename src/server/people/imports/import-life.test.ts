import { expect, test } from 'vitest';
import { recordAnswer } from '#server/answers/record-answer.ts';
import type { Db } from '#server/database/open-database.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { answerContext, aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, emailOf } from '#testing/a-team-in-database.ts';
import { erasePerson } from '../erase-person.ts';
import { cutImports, cutOldFiles, keepFile, readKeptFile, readListed, saveSettings } from './import-rows.ts';
import { type ImportSettings, noSettings } from './import-settings.ts';
import { readImport } from './read-import.ts';
import { agreeToImport, agreeToUndo, runImport, runUndo } from './run-import.ts';
import { readLeftUndone } from './undo-import.ts';

const now = Date.parse('2026-11-24T08:30:00Z');
const { vocabulary } = aCatalogue();
const said: ImportSettings = { ...noSettings, absence: 'teams', otherRole: 'buyer', zone: 'Etc/UTC' };

const list = (...lines: string[]) => ['team,name,email,role', ...lines].join('\n');
const line = (team: string, name: string, email = emailOf(name), role = 'buyer') => `${team},${name},${email},${role}`;

const running = (db: Db, stopping = new AbortController().signal) => ({ db, clock: () => now, stopping, demo: false });

async function read(db: Db, text: string, settings: ImportSettings) {
  const file = { name: 'people.csv', bytes: Buffer.from(text) };
  return readImport({ db, vocabulary, scope: 'house' }, file, settings, now);
}

/** Takes a list in as the desk does, with every question answered the same way. Gives the import's key. */
async function taken(db: Db, text: string, by: 'yes' | 'no' = 'yes', settings = said): Promise<string> {
  const key = await keepFile(
    db,
    { name: 'people.csv', bytes: Buffer.from(text) },
    'head@kazehaya.example',
    settings,
    now,
  );
  const asked = await read(db, text, settings);
  if (asked.step !== 'planned') throw new Error(`not planned: ${JSON.stringify(asked)}`);
  const answers = (doubts: readonly { key: string }[]) => Object.fromEntries(doubts.map((doubt) => [doubt.key, by]));
  const answered = { ...settings, same: answers(asked.plan.sameDoubts), renamed: answers(asked.plan.renameDoubts) };
  await saveSettings(db, key, answered);
  const planned = await read(db, text, answered);
  if (planned.step !== 'planned') throw new Error('not planned');
  expect(await agreeToImport(db, key, planned.plan)).toBe(true);
  expect(await runImport(running(db), key, planned.plan)).toBe('done');
  return key;
}

async function undone(db: Db, key: string): Promise<void> {
  expect(await agreeToUndo(db, key, 'head@kazehaya.example', now)).toBe(true);
  expect(await runUndo(running(db), key)).toBe('done');
}

const everybody = (db: Db) =>
  db
    .selectFrom('person')
    .innerJoin('team', 'team.id', 'person.team_id')
    .select(['person.name', 'person.email', 'person.role', 'person.leaves_on', 'team.name as team'])
    .orderBy('person.id')
    .execute();
const teams = async (db: Db) =>
  (await db.selectFrom('team').select('name').orderBy('id').execute()).map(({ name }) => name);

test('who joins, changes, moves and leaves is so in the store, and all of it is undone', async () => {
  const db = await aStore();
  await aTeamInStore(db, ['Ana', 'Ben', 'Cem'], now);
  const before = await everybody(db);
  const key = await taken(
    db,
    list(line('Motors', 'Ana', emailOf('Ana'), 'planner'), line('Fluids', 'Ben'), line('Fluids', 'Dan')),
  );
  expect(await everybody(db)).toEqual([
    { name: 'Ana', email: emailOf('Ana'), role: 'planner', leaves_on: null, team: 'Motors' },
    { name: 'Ben', email: emailOf('Ben'), role: 'buyer', leaves_on: null, team: 'Fluids' },
    { name: 'Cem', email: emailOf('Cem'), role: 'buyer', leaves_on: '2026-11-23', team: 'Motors' },
    { name: 'Dan', email: emailOf('Dan'), role: 'buyer', leaves_on: null, team: 'Fluids' },
  ]);
  expect(await readListed(db, key)).toMatchObject({
    state: 'applied',
    counts: { joined: 1, changed: 1, moved: 1, left: 1, teamsMade: 1 },
  });
  await undone(db, key);
  expect(await everybody(db)).toEqual(before);
  expect(await teams(db)).toEqual(['Motors']);
  expect(await db.selectFrom('import_change').selectAll().execute()).toEqual([]);
});

test('the same list a second time changes nothing', async () => {
  const db = await aStore();
  const text = list(line('Motors', 'Ana'), line('Fluids', 'Ben'));
  await taken(db, text);
  expect(await read(db, text, said)).toMatchObject({
    plan: { joined: [], changed: [], moved: [], left: [], cameBack: [], unchanged: 2 },
  });
});

test('a changed address keeps the person with all they remember, and undoing gives the old one back', async () => {
  const db = await aStore();
  await aTeamInStore(db, ['Ana', 'Ben'], now);
  const { token } = await aSentNudge(db, 'Ana', now);
  await recordAnswer(answerContext(db), token, { choice: 'b', sureness: 'sure' }, now);
  const memories = () => db.selectFrom('memory').select(['person_id', 'lesson_id']).execute();
  const remembered = await memories();
  const key = await taken(db, list(line('Motors', 'Ana', 'ana.meyer@kazehaya.example'), line('Motors', 'Ben')));
  expect((await everybody(db)).map(({ email }) => email)).toEqual(['ana.meyer@kazehaya.example', emailOf('Ben')]);
  expect(await memories()).toEqual(remembered);
  await undone(db, key);
  expect((await everybody(db)).map(({ email }) => email)).toEqual([emailOf('Ana'), emailOf('Ben')]);
});

test('a renamed team keeps what it depends on', async () => {
  const db = await aStore();
  await aTeamInStore(db, ['Ana', 'Ben'], now);
  const key = await taken(db, list(line('Drives', 'Ana'), line('Drives', 'Ben')));
  const items = () =>
    db.selectFrom('exposure').innerJoin('team', 'team.id', 'exposure.team_id').select('team.name').execute();
  expect(await teams(db)).toEqual(['Drives']);
  expect(await items()).toEqual([{ name: 'Drives' }]);
  await undone(db, key);
  expect(await teams(db)).toEqual(['Motors']);
});

test('who joined and was asked something has left when the import is undone, and keeps what they answered', async () => {
  const db = await aStore();
  const key = await taken(db, list(line('Motors', 'Ana'), line('Motors', 'Ben')));
  await aSentNudge(db, 'Ana', now);
  await undone(db, key);
  expect(await everybody(db)).toMatchObject([{ name: 'Ana', leaves_on: '2026-11-23' }]);
  expect(await readLeftUndone(db, key, 9)).toEqual([
    { act: 'team-made', why: 'in-use', name: 'Motors', email: null },
    { act: 'joined', why: 'has-history', name: 'Ana', email: emailOf('Ana') },
  ]);
});

test('what somebody changed since stays as they left it, and is said', async () => {
  const db = await aStore();
  await aTeamInStore(db, ['Ana', 'Ben'], now);
  const key = await taken(
    db,
    list(line('Motors', 'Ana', emailOf('Ana'), 'planner'), line('Motors', 'Ben', emailOf('Ben'), 'planner')),
  );
  await db.updateTable('person').set({ role: 'quality' }).where('name', '=', 'Ana').execute();
  await undone(db, key);
  expect((await everybody(db)).map(({ role }) => role)).toEqual(['quality', 'buyer']);
  expect(await readLeftUndone(db, key, 9)).toMatchObject([{ act: 'changed', why: 'changed-since', name: 'Ana' }]);
});

test('an import that was stopped between two batches is finished by planning what is left', async () => {
  const db = await aStore();
  const text = list(...Array.from({ length: 320 }, (_, index) => line('Motors', `P${index}`)));
  const key = await keepFile(db, { name: 'people.csv', bytes: Buffer.from(text) }, 'head@kazehaya.example', said, now);
  const first = await read(db, text, said);
  if (first.step !== 'planned') throw new Error('not planned');
  await agreeToImport(db, key, first.plan);
  const stop = new AbortController();
  let batches = 0;
  const clock = () => {
    batches += 1;
    if (batches > 2) stop.abort();
    return now;
  };
  expect(await runImport({ db, clock, stopping: stop.signal, demo: false }, key, first.plan)).toBe('stopped');
  const halfway = (await everybody(db)).length;
  expect(halfway).toBeGreaterThan(0);
  expect(halfway).toBeLessThan(320);
  const rest = await read(db, text, said);
  if (rest.step !== 'planned') throw new Error('not planned');
  expect(await runImport(running(db), key, rest.plan)).toBe('done');
  expect(await everybody(db)).toHaveLength(320);
  expect(await readListed(db, key)).toMatchObject({ state: 'applied', steps: 320, stepsDone: 320 });
  await undone(db, key);
  expect(await everybody(db)).toEqual([]);
});

test('two who agree at once to the same import write it once', async () => {
  const db = await aStore();
  const text = list(line('Motors', 'Ana'));
  const key = await keepFile(db, { name: 'p.csv', bytes: Buffer.from(text) }, 'head@kazehaya.example', said, now);
  const planned = await read(db, text, said);
  if (planned.step !== 'planned') throw new Error('not planned');
  expect(await agreeToImport(db, key, planned.plan)).toBe(true);
  expect(await agreeToImport(db, key, planned.plan)).toBe(false);
});

test('a file that was taken in is kept no longer, one that waits for a day at most', async () => {
  const db = await aStore();
  const key = await taken(db, list(line('Motors', 'Ana')));
  expect(await db.selectFrom('people_import').select('content').execute()).toEqual([{ content: null }]);
  const waiting = await keepFile(db, { name: 'p.csv', bytes: Buffer.from('x') }, 'head@kazehaya.example', said, now);
  expect(await readKeptFile(db, waiting, now + 86_400_001)).toBeNull();
  await cutOldFiles(db, now + 86_400_001);
  expect((await db.selectFrom('people_import').select('key').execute()).map((row) => row.key)).toEqual([key]);
  await cutImports(db, now - 400 * 86_400_000, now + 31 * 86_400_000);
  expect(await db.selectFrom('import_change').selectAll().execute()).toEqual([]);
});

test('whoever is erased stands in no file that waits, and in no log of an import', async () => {
  const db = await aStore();
  await taken(db, list(line('Motors', 'Ana'), line('Motors', 'Ben')));
  await keepFile(
    db,
    { name: 'p.csv', bytes: Buffer.from(list(line('Motors', 'Ana'))) },
    'head@kazehaya.example',
    said,
    now,
  );
  await erasePerson(db, emailOf('Ana'), now);
  const imports = await db.selectFrom('people_import').selectAll().execute();
  const changes = await db.selectFrom('import_change').selectAll().execute();
  expect(JSON.stringify([imports, changes])).not.toContain(emailOf('Ana'));
  expect(imports.map(({ content }) => content)).toEqual([null]);
});
