import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { keepFact } from '#server/database/facts.ts';
import { aStore } from '#testing/a-database.ts';
import { aDataFolder } from '#testing/a-store-folder.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { dataKept } from './data-kept.ts';

const now = Date.parse('2026-11-24T08:30:00Z');
const keep = { answerMonths: 24, leaverDays: 90, signInDays: 30, accessMonths: 12 };

test('a store in which nothing was cut for two days is noted, with when it last was', async () => {
  const [db, folder] = [await aStore(), aDataFolder()];
  expect(await dataKept(db, folder, keep, now), 'nobody is in it').toEqual({ grade: 'good', says: null });
  await aTeamInStore(db, ['Ana'], now - 2 * dayMs);
  expect(await dataKept(db, folder, keep, now)).toMatchObject({
    grade: 'note',
    says: expect.stringContaining('never cut'),
  });
  await keepFact(db, 'retention-last', String(now - dayMs));
  expect(await dataKept(db, folder, keep, now)).toMatchObject({ grade: 'good' });
  await keepFact(db, 'retention-last', String(now - 2 * dayMs));
  expect(await dataKept(db, folder, keep, now)).toMatchObject({
    says: expect.stringContaining('2026-11-22 08:30 UTC'),
  });
});

test('a store that was set aside longer ago than leavers are kept is noted by its name', async () => {
  const [db, folder] = [await aStore(), aDataFolder()];
  const name = 'nodomoto.sqlite.kept-2026-08-01T08-00-00-000Z';
  writeFileSync(join(folder, name), '');
  const old = new Date(now - 91 * dayMs);
  utimesSync(join(folder, name), old, old);
  expect(await dataKept(db, folder, keep, now)).toMatchObject({ grade: 'note', says: expect.stringContaining(name) });
});
