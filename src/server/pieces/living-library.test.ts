import { expect, test } from 'vitest';
import { readLibrary } from '#catalogue/read/read-content.ts';
import type { Db } from '#server/database/open-database.ts';
import { shelfOf } from '#server/mail/template-shelf.ts';
import { plannableLessons } from '#server/nudges/plannable-lessons.ts';
import { aStore } from '#testing/a-database.ts';
import { aLog } from '#testing/a-log.ts';
import { aPublishedCase } from '#testing/a-published-case.ts';
import { livingLibrary } from './living-library.ts';
import { addPiece, publishPiece, readPiece, withdrawPiece } from './piece-store.ts';

const now = Date.UTC(2026, 10, 30);
const by = 'ana@kazehaya.example';
const library = readLibrary('content');

async function publish(db: Db, id: string) {
  const piece = await readPiece(db, id);
  if (piece) await publishPiece(db, piece, by, now);
}

async function aLiving(db: Db) {
  const logged = aLog();
  const drawn: string[][] = [];
  const living = livingLibrary({
    db,
    log: logged.log,
    built: { library, templates: shelfOf({ built: { subject: 'a', html: 'b', text: 'c' } }) },
    readPassages: async () => new Map(),
    draw: async ({ en }) => {
      drawn.push(en.cases.map(({ id }) => id));
      return Object.fromEntries(en.cases.map(({ id }) => [id, { subject: id, html: '', text: '' }]));
    },
  });
  await living.refresh();
  return { living, drawn, logged };
}

test('a case of the house stands beside those of the library as soon as it is published, and goes again', async () => {
  const db = await aStore();
  const { living, drawn } = await aLiving(db);
  expect(living.library.en).toBe(library.en);
  await aPublishedCase(db, 'rugby-2018', by, now);
  await living.refresh();
  const { en, ja } = living.library;
  expect(en.cases).toHaveLength(library.en.cases.length + 1);
  const entry = en.cases.find(({ id }) => id === 'house-rugby-2018');
  expect(entry?.questions[0]?.id).toBe('house-rugby-2018/the-way-back');
  expect(ja.cases.find(({ id }) => id === 'house-rugby-2018')?.toldIn).toBe('en');
  const lesson = plannableLessons(en).find(({ id }) => id === 'never-switch-all-at-once');
  expect(lesson?.cases.map(({ id }) => id)).toContain('house-rugby-2018');
  expect(lesson?.questions.map(({ caseId }) => caseId)).toContain('house-rugby-2018');
  expect(drawn.at(-1)).toEqual(['house-rugby-2018']);
  expect(living.templates().find('built')).not.toBeNull();
  expect(living.templates().find('house-rugby-2018')).not.toBeNull();
  await withdrawPiece(db, 'rugby-2018', now + 1);
  await living.refresh();
  expect(living.library.en.cases.map(({ id }) => id)).toEqual(library.en.cases.map(({ id }) => id));
  expect(living.templates().find('house-rugby-2018')).toBeNull();
});

test('what another thread or machine published is seen at the next look, and nothing is read where nothing changed', async () => {
  const db = await aStore();
  const [here, there] = [await aLiving(db), await aLiving(db)];
  await aPublishedCase(db, 'rugby-2018', by, now);
  for (const { living } of [here, there]) await living.refresh();
  expect(there.living.library.en.cases).toHaveLength(library.en.cases.length + 1);
  const kept = there.living.library.en;
  await there.living.refresh();
  expect(there.living.library.en).toBe(kept);
  expect(there.drawn.filter((cases) => cases.length > 0)).toHaveLength(1);
});

test('a module of the house stands among those that can be assigned', async () => {
  const db = await aStore();
  const { living } = await aLiving(db);
  const lessons = library.en.lessons.filter(({ draft }) => !draft).slice(0, 3);
  const typed = {
    title: 'Ours',
    purpose: 'What our own buyers should have met before the spring comes.',
    'audience:buyer': 'on',
    minutes: '15',
    ...Object.fromEntries(lessons.map(({ id }, index) => [`lessons[${index + 1}]`, id])),
  };
  await addPiece(db, { id: 'ours', kind: 'module', typed }, by, now);
  await publish(db, 'ours');
  await living.refresh();
  expect(living.library.ja.modules.find(({ id }) => id === 'house-ours')).toMatchObject({
    minutes: 15,
    audience: ['buyer'],
  });
});

test('a piece that the library of today no longer takes is left out and told, and the others stay', async () => {
  const db = await aStore();
  const { living, logged } = await aLiving(db);
  await aPublishedCase(db, 'rugby-2018', by, now);
  await addPiece(db, { id: 'stray', kind: 'module', typed: { title: 'Stray', 'lessons[1]': 'gone' } }, by, now);
  await publish(db, 'stray');
  await living.refresh();
  expect(living.library.en.cases.some(({ id }) => id === 'house-rugby-2018')).toBe(true);
  expect(living.library.en.modules.some(({ id }) => id === 'house-stray')).toBe(false);
  expect(logged.lines().filter(({ event }) => event === 'piece-left-out')).toHaveLength(1);
});
