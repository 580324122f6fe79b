import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { usualWeights } from '#core/exposure/weights.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { storeFileName } from '#server/database/sqlite-store.ts';
import { finishErasures } from '#server/erasure/erase-everywhere.ts';
import { composeLetter } from '#server/mail/compose-letter.ts';
import { nobodyIsNew } from '#server/nudges/newcomers.ts';
import { readNearMiss } from '#server/reports/near-miss.ts';
import { reportOfReceipt } from '#server/reports/own-report.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aLog } from '#testing/a-log.ts';
import { aStrip } from '#testing/a-reported-miss.ts';
import { aDataFolder } from '#testing/a-store-folder.ts';
import { aReportDesk, aTakenReport } from '#testing/a-taken-report.ts';
import { filesHolding } from '#testing/traces-in-files.ts';
import { Desk } from '../desk.ts';

const now = Date.parse('2026-11-30T09:00:00Z');
const editor = 'ed@kazehaya.example';
const traces = Object.values(aStrip);

test('after a report is closed no byte of store, log of writes, later backup, letters or log tells who made it, and its receipt still opens it', async () => {
  const folder = aDataFolder();
  const logged = aLog();
  const store = await openDatabase({ dataDir: folder, databaseUrl: null });
  const { db } = store;
  const { id, receipt } = await aTakenReport(db, now);
  // A letter as it left, caught in the folder, and refused by its server.
  const press = { keys: aReportDesk(db).keys, from: 'Nodomoto <nudge@kazehaya.example>' };
  const message = await db.selectFrom('message').selectAll().executeTakeFirstOrThrow();
  const { raw } = await composeLetter(press, message);
  mkdirSync(join(folder, 'inbox'));
  writeFileSync(join(folder, 'inbox', '1.eml'), raw);
  await db
    .updateTable('message')
    .set({ state: 'accepted', raw, reply: `250 for <${aStrip.contact}>` })
    .execute();
  await db
    .insertInto('suppression')
    .values({ address: aStrip.contact, kind: 'hard', reason: `550 ${aStrip.contact}`, since: now, until: null })
    .execute();
  expect(filesHolding(folder, traces).length, 'before').toBeGreaterThan(1);

  const planner = { db, catalogue: aCatalogue(), seed: 'a', weights: usualWeights, newcomers: nobodyIsNew };
  const desk = new Desk(planner, { showByName: 'done', smallestTeam: 5 }, editor, 'house', new Set());
  const reports = desk.reports({ ...aReportDesk(db), dataDir: folder });
  expect(await reports.showStrip(id, now)).toEqual(aStrip);
  await reports.tellBack(id, 'It is kept as a signal.', now);
  await db.updateTable('message').set({ state: 'accepted' }).execute();
  logged.log.tell('near-miss-received', {});
  expect(await reports.close(id, now)).toEqual({ ok: true });
  expect(await finishErasures({ db, dataDir: folder, databaseUrl: null }, now)).toMatchObject({ scrubbed: 'done' });

  const backup = join(folder, 'later-backup.sqlite');
  copyFileSync(join(folder, storeFileName), backup);
  expect(filesHolding(folder, traces)).toEqual([]);
  expect(logged.text()).toContain('near-miss-received');
  for (const trace of traces) expect(logged.text()).not.toContain(trace);
  const left = await reportOfReceipt(db, receipt);
  expect(left).toMatchObject({ id, isClosed: true, closedAs: 'signal', toldBack: 'It is kept as a signal.' });
  expect(await readNearMiss(db, id)).toEqual(left);
  await store.close();
});
