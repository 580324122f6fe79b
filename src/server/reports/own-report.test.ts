import { expect, test } from 'vitest';
import { signToken } from '#server/answers/token.ts';
import { aStore } from '#testing/a-database.ts';
import { aStrip } from '#testing/a-reported-miss.ts';
import { aReportDesk, aTakenReport } from '#testing/a-taken-report.ts';
import { readNearMiss } from './near-miss.ts';
import { reportOfLink, reportOfReceipt, takeReportersWord } from './own-report.ts';
import { readSteps } from './report-steps.ts';

const now = Date.parse('2026-11-30T09:00:00Z');

test('what was told lies in one table and who told it, sealed, in another; the receipt number in none', async () => {
  const db = await aStore();
  const { id, receipt } = await aTakenReport(db, now);
  const report = JSON.stringify(await db.selectFrom('near_miss').selectAll().execute());
  const strips = JSON.stringify(await db.selectFrom('near_miss_strip').selectAll().execute());
  for (const line of Object.values(aStrip)) expect(`${report}${strips}`).not.toContain(line);
  expect(report).not.toContain(receipt);
  expect((await readSteps(db, id)).map(({ step, by }) => [step, by])).toEqual([
    ['received', 'nodomoto'],
    ['strip-split', 'nodomoto'],
  ]);
});

test('a form that is sent twice is taken once, and its receipt is told once', async () => {
  const db = await aStore();
  await aTakenReport(db, now);
  await expect(aTakenReport(db, now)).rejects.toThrow('taken already');
  expect(await db.selectFrom('near_miss').select('id').execute()).toHaveLength(1);
});

test('a receipt number opens its report, copied in small letters too; every other number opens nothing', async () => {
  const db = await aStore();
  const { id, receipt } = await aTakenReport(db, now);
  expect((await reportOfReceipt(db, receipt.toLowerCase()))?.id).toBe(id);
  const other = receipt.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  expect([await reportOfReceipt(db, other), await reportOfReceipt(db, ''), await reportOfReceipt(db, 'NM')]).toEqual([
    null,
    null,
    null,
  ]);
});

test('the link of a letter opens its report for half a year, and no link made for something else does', async () => {
  const db = await aStore();
  const { keys } = aReportDesk(db);
  const { id } = await aTakenReport(db, now);
  const { key } = await db.selectFrom('near_miss').select('key').executeTakeFirstOrThrow();
  const message = await db.selectFrom('message').select(['letter', 'purpose']).executeTakeFirstOrThrow();
  const token = /report\/mine\/([\w.-]+)/.exec(message.letter ?? '')?.[1] ?? '';
  expect(message.purpose).toBe('near-miss');
  expect((await reportOfLink(db, keys, token, now))?.id).toBe(id);
  expect(await reportOfLink(db, keys, token, now + 200 * 86_400_000)).toBeNull();
  expect(await reportOfLink(db, keys, signToken(keys, 'me', { id, key }, now + 1000), now)).toBeNull();
});

test('a letter to the reporter quotes nothing of what was told', async () => {
  const db = await aStore();
  await aTakenReport(db, now);
  const { letter } = await db.selectFrom('message').select('letter').executeTakeFirstOrThrow();
  expect(letter).not.toMatch(/sealing ring|Øllegård|Shirakaba Sealworks/);
});

test('only a yes to the words as they stand, with TLP:CLEAR ticked, is a yes', async () => {
  const db = await aStore();
  const { id } = await aTakenReport(db, now);
  await db
    .updateTable('near_miss')
    .set({ text: JSON.stringify(words), version: 4 })
    .execute();
  const say = async (word: Parameters<typeof takeReportersWord>[2]) => {
    const report = await readNearMiss(db, id);
    if (!report) throw new Error('There is no report.');
    return takeReportersWord(db, report, word, now);
  };
  expect(await say({ act: 'agree', version: 4, isClear: false })).toEqual({ ok: false, reason: 'not-clear' });
  expect(await say({ act: 'agree', version: 3, isClear: true })).toEqual({ ok: false, reason: 'changed-meanwhile' });
  expect(await readNearMiss(db, id)).toMatchObject({ label: 'amber', consent: false, agreedVersion: null });
  expect(await say({ act: 'agree', version: 4, isClear: true })).toEqual({ ok: true });
  expect(await readNearMiss(db, id)).toMatchObject({ label: 'clear', consent: true, agreedVersion: 4 });
  expect(await say({ act: 'change', wish: ' ' })).toEqual({ ok: false, reason: 'no-wish' });
  expect(await say({ act: 'change', wish: 'Leave the ring out.' })).toEqual({ ok: true });
  expect(await readNearMiss(db, id)).toMatchObject({ agreedVersion: null });
  expect(await say({ act: 'withdraw' })).toEqual({ ok: true });
  expect(await readNearMiss(db, id)).toMatchObject({ label: 'amber', consent: false });
});

const words = { title: 'A ring', happened: 'a', nearly: 'b', noticed: '', changed: '', monday: '', cleared: [] };
