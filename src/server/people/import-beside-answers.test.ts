import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { mostAnswers } from '#server/answers/answers-of-nudge.ts';
import { recordAnswer } from '#server/answers/record-answer.ts';
import { type Db, openDatabase, type StorePlace } from '#server/database/open-database.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aFolder, aStorePlace } from '#testing/a-database.ts';
import { answerContext, aSentNudge, type SentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { importCsv } from './import-csv.ts';

const now = Date.parse('2026-11-24T08:30:00Z');
const many = 1000;

const file = [
  'team,name,email,role,zone',
  ...Array.from({ length: many }, (_, index) => `Team ${index % 40},P ${index},p${index}@works.example,buyer,Etc/UTC`),
].join('\n');

/** A store with people who have a question to answer. */
async function aPlaceWithQuestions(): Promise<{ place: StorePlace; db: Db; nudges: SentNudge[] }> {
  const place = await aStorePlace();
  const { db, close } = await openDatabase(place);
  onTestFinished(() => close());
  const names = Array.from({ length: 100 }, (_, index) => `Reader${index}`);
  await aTeamInStore(db, names, now);
  const nudges: SentNudge[] = [];
  for (const name of names) nudges.push(await aSentNudge(db, name, now));
  return { place, db, nudges };
}

const urlOf = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);

/** Imports the file in a process of its own, as the command does. */
function importElsewhere(place: StorePlace, dryRun: boolean): { child: ChildProcess; counts: Promise<unknown> } {
  const folder = aFolder();
  const input = { text: file, vocabulary: aCatalogue().vocabulary, now, dryRun, prune: false };
  writeFileSync(join(folder, 'input.json'), JSON.stringify({ place, input }));
  const script = `
    import { readFileSync } from 'node:fs';
    const { openDatabase } = await import(${urlOf('../database/open-database.ts')});
    const { importCsv } = await import(${urlOf('./import-csv.ts')});
    const { place, input } = JSON.parse(readFileSync(${JSON.stringify(join(folder, 'input.json'))}, 'utf8'));
    const store = await openDatabase(place);
    console.log(JSON.stringify(await importCsv(store.db, input)));
    await store.close();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout?.on('data', (chunk) => (said += String(chunk)));
  return { child, counts: once(child, 'close').then(() => (said === '' ? null : JSON.parse(said))) };
}

const countPeople = async (db: Db) => {
  const { people } = await db
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<number>().as('people'))
    .executeTakeFirstOrThrow();
  return people - 100;
};

async function untilSomeAreIn(db: Db): Promise<void> {
  while ((await countPeople(db)) === 0) await new Promise((resolve) => setTimeout(resolve, 1));
}

test('every answer that is given while a long list is taken in by another process is kept', async () => {
  const { place, db, nudges } = await aPlaceWithQuestions();
  const { counts } = importElsewhere(place, false);
  await untilSomeAreIn(db);
  let given = 0;
  while ((await countPeople(db)) < many && given < nudges.length * mostAnswers) {
    const { token } = nudges[given % nudges.length] ?? { token: '' };
    const choice = Math.floor(given / nudges.length) % 2 === 0 ? 'a' : 'b';
    expect(await recordAnswer(answerContext(db), token, { choice, sureness: 'sure' }, now)).toEqual({ ok: true });
    given += 1;
  }
  expect(await counts).toMatchObject({ ok: true, added: many, changed: 0, unchanged: 0 });
  expect(given).toBeGreaterThan(0);
  expect(await db.selectFrom('answer').select('id').execute()).toHaveLength(given);
});

test('a dry run of it neither waits for those who write nor keeps them waiting', async () => {
  const { place, db } = await aPlaceWithQuestions();
  await db.transaction().execute(async () => {
    const { counts } = importElsewhere(place, true);
    expect(await counts).toMatchObject({ ok: true, added: many });
  });
  expect(await countPeople(db)).toBe(0);
});

test('an import that is killed half-way is finished by importing the file again', async () => {
  const { place, db } = await aPlaceWithQuestions();
  const { child, counts } = importElsewhere(place, false);
  await untilSomeAreIn(db);
  child.kill('SIGKILL');
  expect(await counts).toBeNull();
  const kept = await countPeople(db);
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(many);
  const { vocabulary } = aCatalogue();
  expect(await importCsv(db, { text: file, vocabulary, now, dryRun: false, prune: false })).toMatchObject({
    ok: true,
    added: many - kept,
    unchanged: kept,
  });
  expect(await countPeople(db)).toBe(many);
});
