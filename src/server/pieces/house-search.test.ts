import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPieceFiles } from '#catalogue/pieces/read-piece-files.ts';
import { readConcepts } from '#catalogue/read/read-concepts.ts';
import { readLibrary } from '#catalogue/read/read-content.ts';
import { measureCases } from '#search/measures.ts';
import type { Db } from '#server/database/open-database.ts';
import { shelfOf } from '#server/mail/template-shelf.ts';
import { aStore } from '#testing/a-database.ts';
import { aLog } from '#testing/a-log.ts';
import { houseSearch } from './house-search.ts';
import { livingLibrary } from './living-library.ts';
import { addPiece, publishPiece, readPiece, withdrawPiece } from './piece-store.ts';

const now = Date.UTC(2026, 10, 30);
const by = 'ana@kazehaya.example';
const library = readLibrary('content');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nodomoto-measures-'));
  const measures = measureCases(library.en, library.en, readConcepts('content', library.en));
  writeFileSync(join(folder, 'en.json'), JSON.stringify(measures));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** A case of the library under another name, whose story says something that no other does. */
async function publishACase(db: Db) {
  const names = ['index.mdx', 'questions.yaml', 'mail.yaml', 'sources.yaml'];
  const files = names.map((name) => [name, readFileSync(join('content/cases/kfc-dhl-2018', name), 'utf8')]);
  const read = readPieceFiles(Object.fromEntries(files));
  if (!read.ok) throw new Error(read.refused.reason);
  const typed = {
    ...read.typed,
    same: `${read.typed['same']}\n\nThe gherkins were late too.[bbc-2018, guardian-2018]`,
  };
  await addPiece(db, { id: 'rugby-2018', kind: 'case', typed }, by, now);
  const piece = await readPiece(db, 'rugby-2018');
  if (piece) await publishPiece(db, piece, by, now);
}

async function aHouse() {
  const db = await aStore();
  const draw = async () => ({});
  const living = livingLibrary({
    db,
    log: aLog().log,
    readPassages: async () => new Map(),
    built: { library, templates: shelfOf({}) },
    draw,
  });
  await living.refresh();
  return { db, living, search: houseSearch(db, living.library, folder) };
}

test('nothing is sent of a house that published nothing, and nothing of a draft', async () => {
  const { db, living, search } = await aHouse();
  await addPiece(db, { id: 'draft-2020', kind: 'case', typed: { title: 'A draft' } }, by, now);
  await living.refresh();
  expect(await search('en')).toBeNull();
});

test('what is published is ranked once, with the words of its story, and gone when it is withdrawn', async () => {
  const { db, living, search } = await aHouse();
  await publishACase(db);
  await living.refresh();
  const found = await search('en');
  expect(found?.cases.map(({ id }) => id)).toEqual(['house-rugby-2018']);
  expect(found?.ranking.cases.records).toEqual(['house-rugby-2018']);
  expect(found?.ranking.cases.words).toMatch(/(^|;)gherkin/);
  expect(found?.ranking.cases.words).not.toMatch(/(^|;)guardian/);
  expect(await search('en')).toBe(found);
  await withdrawPiece(db, 'rugby-2018', now + 1);
  await living.refresh();
  expect(await search('en')).toBeNull();
});

test('measures that cannot be read are an error, and read again by whoever asks next', async () => {
  const { db, living, search } = await aHouse();
  await publishACase(db);
  await living.refresh();
  await expect(search('ja')).rejects.toThrow(/ja\.json/);
  const measures = measureCases(library.ja, library.en, readConcepts('content', library.en));
  writeFileSync(join(folder, 'ja.json'), JSON.stringify(measures));
  expect((await search('ja'))?.cases).toHaveLength(1);
});
