import { expect, test } from 'vitest';
import { aStore } from '#testing/a-database.ts';
import {
  addPiece,
  deletePiece,
  publishPiece,
  readPiece,
  readPublished,
  savePiece,
  withdrawPiece,
} from './piece-store.ts';

const [ana, ben] = ['ana@kazehaya.example', 'ben@kazehaya.example'];
const now = Date.UTC(2026, 10, 30);

async function aDraft() {
  const db = await aStore();
  await addPiece(db, { id: 'fire-2018', kind: 'case', typed: { title: 'A fire', place: 'Rugby' } }, ana, now);
  return db;
}

const change = (version: number, typed: Record<string, string>) => ({
  id: 'fire-2018',
  version,
  fields: ['title', 'dek', 'place'],
  typed,
});

test('a draft is kept however little of it is there, and what another page holds of it stays', async () => {
  const db = await aDraft();
  expect(await savePiece(db, change(1, { title: 'A fire in Rugby' }), ana, now)).toMatchObject({
    ok: true,
    version: 2,
  });
  const mail = { id: 'fire-2018', version: 2, fields: ['mail'], typed: { 'mail.subject': 'Smoke' } };
  expect(await savePiece(db, mail, ben, now + 1)).toMatchObject({ ok: true, version: 3, mergedWith: null });
  expect(await readPiece(db, 'fire-2018')).toMatchObject({
    typed: { title: 'A fire in Rugby', 'mail.subject': 'Smoke' },
    changedBy: ben,
    published: null,
  });
  expect((await readPiece(db, 'fire-2018'))?.typed).not.toHaveProperty('place');
});

test('a name that is taken is refused, and what has it stays', async () => {
  const db = await aDraft();
  expect(await addPiece(db, { id: 'fire-2018', kind: 'module', typed: {} }, ben, now)).toBe(false);
  expect((await readPiece(db, 'fire-2018'))?.kind).toBe('case');
});

test('of two who wrote in different fields at once, both are kept', async () => {
  const db = await aDraft();
  await savePiece(db, change(1, { title: 'A fire', place: 'Rugby', dek: 'By Ana.' }), ana, now);
  const saved = await savePiece(db, change(1, { title: 'By Ben', place: 'Rugby' }), ben, now);
  expect(saved).toMatchObject({ ok: true, mergedWith: ana });
  expect((await readPiece(db, 'fire-2018'))?.typed).toEqual({ title: 'By Ben', place: 'Rugby', dek: 'By Ana.' });
});

test('of two who wrote in the same field at once, the second sees both, and decides', async () => {
  const db = await aDraft();
  await savePiece(db, change(1, { title: 'By Ana', place: 'Rugby' }), ana, now);
  const second = await savePiece(db, change(1, { title: 'By Ben', place: 'Rugby', dek: 'More by Ben.' }), ben, now);
  expect(second).toEqual({
    ok: false,
    reason: 'disputed',
    version: 2,
    by: ana,
    typed: { title: 'By Ben', place: 'Rugby', dek: 'More by Ben.' },
    theirs: { title: 'By Ana' },
  });
  expect((await readPiece(db, 'fire-2018'))?.typed.title).toBe('By Ana');
  expect(await savePiece(db, change(2, { title: 'By both', place: 'Rugby' }), ben, now)).toMatchObject({ ok: true });
});

test('two saves in the same moment both arrive', async () => {
  const db = await aDraft();
  const both = await Promise.all([
    savePiece(db, change(1, { title: 'A fire', place: 'Rugby', dek: 'By Ana.' }), ana, now),
    savePiece(db, { id: 'fire-2018', version: 1, fields: ['mail'], typed: { 'mail.subject': 'Smoke' } }, ben, now),
  ]);
  expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  expect((await readPiece(db, 'fire-2018'))?.typed).toMatchObject({ dek: 'By Ana.', 'mail.subject': 'Smoke' });
});

test('sources are named once, and cited by name however the list is ordered later', async () => {
  const db = await aDraft();
  const sources = {
    'sources[1].publisher': 'BBC News',
    'sources[1].date': '2018-02-21',
    'sources[2].publisher': 'BBC News',
    'sources[2].date': '2018',
  };
  await savePiece(db, { id: 'fire-2018', version: 1, fields: ['sources'], typed: sources }, ana, now);
  const story = { happened: 'It burned in 2018.[2] And [1, 2] twice [sic].', 'impact[1].sources': '1 2' };
  await savePiece(db, { id: 'fire-2018', version: 2, fields: ['happened', 'impact'], typed: story }, ana, now);
  expect((await readPiece(db, 'fire-2018'))?.typed).toMatchObject({
    'sources[1].id': 'bbc-news-2018',
    'sources[2].id': 'bbc-news-2018-2',
    happened: 'It burned in 2018.[bbc-news-2018-2] And [bbc-news-2018, bbc-news-2018-2] twice [sic].',
    'impact[1].sources': 'bbc-news-2018 bbc-news-2018-2',
  });
});

test('what is published stays as it was while its draft goes on, and is deleted only after it was withdrawn', async () => {
  const db = await aDraft();
  const piece = await readPiece(db, 'fire-2018');
  if (!piece) throw new Error('no draft');
  expect(await publishPiece(db, piece, ana, now)).toBe(true);
  await savePiece(db, change(1, { title: 'Another fire' }), ben, now);
  expect(await publishPiece(db, piece, ana, now)).toBe(false);
  expect(await readPublished(db)).toEqual([
    { id: 'fire-2018', kind: 'case', typed: { title: 'A fire', place: 'Rugby' } },
  ]);
  expect(await deletePiece(db, 'fire-2018')).toBe(false);
  expect(await withdrawPiece(db, 'fire-2018', now)).toBe(true);
  expect(await withdrawPiece(db, 'fire-2018', now)).toBe(false);
  expect(await readPublished(db)).toEqual([]);
  expect((await readPiece(db, 'fire-2018'))?.typed.title).toBe('Another fire');
  expect(await deletePiece(db, 'fire-2018')).toBe(true);
  expect(await readPiece(db, 'fire-2018')).toBeNull();
});
