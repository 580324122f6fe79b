import { expect, test } from 'vitest';
import { instrumentSchema } from '#catalogue/schema/instrument.ts';
import { Desk } from '#server/desk/desk.ts';
import { guardedDesk } from '#server/desk/roles/guarded-desk.ts';
import { readSupportTaken } from '#server/support/support-taken.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';

const now = Date.parse('2026-11-24T06:00:00Z');
const today = '2026-11-24';

const programme = (id: string, jurisdiction: string, more: object = {}) => ({
  id,
  ...instrumentSchema.parse({
    ...{ title: `Programme ${id}`, jurisdiction, kind: 'programme', duty: 'None on firms.', checkedOn: '2026-11' },
    about: 'Money for whoever makes supply harder to cut, on application.',
    sources: [{ publisher: 'A ministry', url: 'https://ministry.example/' }],
    ...more,
  }),
});

async function aHouse() {
  const db = await aStore();
  const team = await aTeamInStore(db, ['Ana'], now);
  await db.updateTable('team').set({ holidays: 'JP', sector: 'motor' }).where('id', '=', team.id).execute();
  await db.insertInto('team_link').values({ team_id: team.id, kind: 'site', word: 'NL Depot' }).execute();
  const states = { about: 'A state.', instruments: [], in: {} };
  const catalogue = {
    ...aCatalogue(),
    jurisdictions: [
      { ...states, id: 'japan', label: 'Japan', countries: ['JP'] },
      { ...states, id: 'eu', label: 'Union', countries: ['NL', 'DE'] },
      { ...states, id: 'korea', label: 'Korea', countries: ['KR'] },
    ],
    instruments: [
      programme('any', 'japan'),
      programme('motors', 'eu', { forSectors: ['motor'] }),
      programme('chips', 'japan', { forSectors: ['electronics'] }),
      programme('abroad', 'korea'),
      programme('lapsed', 'japan', { deadline: '2026-11-23' }),
    ],
  };
  return {
    db,
    catalogue,
    desk: new Desk(aPlanner(db), { showByName: 'done', smallestTeam: 5 }, 'tara@x.example', 'house', new Set()),
  };
}

test('where the teams are and what they make proposes programmes, which count for nothing until the house speaks', async () => {
  const { db, catalogue, desk } = await aHouse();
  const { proposed, others } = await desk.support.read(catalogue, today);
  expect(proposed.map(({ proposal }) => proposal)).toEqual([
    { id: 'any', countries: ['JP'], sectors: [] },
    { id: 'motors', countries: ['NL'], sectors: ['motor'] },
    { id: 'lapsed', countries: ['JP'], sectors: [] },
  ]);
  expect(others.map(({ id }) => id)).toEqual(['chips', 'abroad']);
  expect(await readSupportTaken(db, catalogue, today)).toEqual({ taken: [], eligible: [] });
});

test('what the house uses is taken; what it could have counts beside it while its deadline is not past', async () => {
  const { db, catalogue, desk } = await aHouse();
  const say = (id: string, standing: string) => desk.support.say(catalogue, { programme: id, standing, note: '' }, now);
  await say('any', 'uses');
  await say('motors', 'applied');
  await say('lapsed', 'eligible');
  await say('chips', 'not-ours');
  expect(await readSupportTaken(db, catalogue, '2026-11-23')).toEqual({
    taken: ['any'],
    eligible: ['any', 'lapsed', 'motors'],
  });
  expect(await readSupportTaken(db, catalogue, today)).toEqual({ taken: ['any'], eligible: ['any', 'motors'] });
  expect((await desk.support.read(catalogue, today)).proposed).toEqual([]);
  await say('any', '');
  expect(await readSupportTaken(db, catalogue, today)).toEqual({ taken: [], eligible: ['motors'] });
});

test('what is no programme, no standing or too long is refused', async () => {
  const { catalogue, desk } = await aHouse();
  const typed = { programme: 'any', standing: 'uses', note: '' };
  const say = (changed: object) => desk.support.say(catalogue, { ...typed, ...changed }, now);
  expect(await say({ programme: 'none' })).toEqual({ ok: false, reason: 'no-programme' });
  expect(await say({ standing: 'perhaps' })).toEqual({ ok: false, reason: 'no-standing' });
  expect(await say({ note: 'x'.repeat(301) })).toEqual({ ok: false, reason: 'too-long' });
});

test('an executive reads what is taken and says nothing of it', async () => {
  const { catalogue, desk } = await aHouse();
  const seen = guardedDesk(desk, new Set(['executive'] as const));
  expect((await seen.support.read(catalogue, today)).taken).toBe(0);
  await expect(async () =>
    seen.support.say(catalogue, { programme: 'any', standing: 'uses', note: '' }, now),
  ).rejects.toThrow(RangeError);
});
