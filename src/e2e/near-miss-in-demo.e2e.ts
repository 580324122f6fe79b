import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openDatabase, type Store } from '#server/database/open-database.ts';
import { storeFileName } from '#server/database/sqlite-store.ts';
import { isAgreedTo } from '#server/reports/publication-guard.ts';
import { readSteps } from '#server/reports/report-steps.ts';
import { secondReader } from '../../scripts/demo/near-misses.ts';

/** The store of the demo as it began. */
const folder = mkdtempSync(join(tmpdir(), 'nodomoto-near-miss-'));
let store: Store;

beforeAll(async () => {
  copyFileSync(inject('demoBackup'), join(folder, storeFileName));
  store = await openDatabase({ dataDir: folder, databaseUrl: null });
});

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

it('shows one near miss that took every step to a case, each on its day, and its reporter is forgotten', async () => {
  const reports = await store.db.selectFrom('near_miss').selectAll().orderBy('id').execute();
  const published = reports.filter(({ closed_as }) => closed_as === 'case');
  expect(published).toHaveLength(1);
  const [report] = published;
  expect(report && isAgreedTo(report)).toBe(true);
  const steps = await readSteps(store.db, report?.id ?? 0);
  expect(steps.map(({ step }) => step)).toEqual([
    'received',
    'strip-split',
    'triage',
    'refuse-check',
    'de-identify',
    'second-reader',
    'reporter-agrees',
    'publish',
    'tell-back',
    'strip-deleted',
  ]);
  expect(steps.find(({ step }) => step === 'second-reader')?.by).toBe(secondReader);
  expect(new Set(steps.map(({ at }) => at)).size).toBeGreaterThan(6);
  const piece = await store.db
    .selectFrom('piece')
    .selectAll()
    .where('id', '=', report?.piece_id ?? '')
    .executeTakeFirst();
  expect(piece?.published).toBeTruthy();
  const strip = store.db
    .selectFrom('near_miss_strip')
    .select('near_miss_key')
    .where('near_miss_key', '=', report?.key ?? '');
  expect(await strip.execute()).toEqual([]);
});

it('leaves no letter to a reporter to expire unseen', async () => {
  const letters = await store.db.selectFrom('message').select(['state']).where('purpose', '=', 'near-miss').execute();
  expect(letters.length).toBeGreaterThan(0);
  expect(letters.filter(({ state }) => state !== 'accepted')).toEqual([]);
});
