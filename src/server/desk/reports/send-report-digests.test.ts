import { expect, test } from 'vitest';
import { aStore } from '#testing/a-database.ts';
import { aStrip } from '#testing/a-reported-miss.ts';
import { aTakenReport } from '#testing/a-taken-report.ts';
import { endReportDigest, keepReportDigestWish, readReportDigestWish } from './report-digest-wish.ts';
import { sendReportDigests } from './send-report-digests.ts';

const tara = 'tara@kazehaya.example';
const november = Date.parse('2026-11-12T09:00:00Z');
const at = (text: string) => Date.parse(`${text}Z`);

test('whoever asked for it is told once, on the first weekday of a month, how many near misses each kind of source reported', async () => {
  const db = await aStore();
  const desk = { db, trainers: [tara], siteUrl: 'https://nodomoto.example' };
  await aTakenReport(db, november);
  await aTakenReport(db, november + 1, { sourceKind: 'logistics', label: 'red' });
  await keepReportDigestWish(db, tara, 'en');
  await keepReportDigestWish(db, 'left@kazehaya.example', 'en');
  // 2026-12-01 is a Tuesday; 2026-08-01 would be a Saturday.
  expect(await sendReportDigests(desk, at('2026-12-01T06:59:00'))).toBe(0);
  expect(await sendReportDigests(desk, at('2026-12-01T07:00:00'))).toBe(1);
  expect(await sendReportDigests(desk, at('2026-12-01T07:01:00')), 'once').toBe(0);
  const letters = await db
    .selectFrom('message')
    .select(['address', 'letter'])
    .where('purpose', '=', 'near-miss-digest')
    .execute();
  expect(letters).toMatchObject([{ address: tara }]);
  const text = letters[0]?.letter ?? '';
  expect(text).toContain('A business: 1');
  expect(text).toContain('Transport or logistics: 1');
  for (const line of Object.values(aStrip)) expect(text).not.toContain(line);
  expect(text, 'nothing of what was told').not.toContain('sealing ring');
});

test('a month in which nobody reported anything is not told', async () => {
  const db = await aStore();
  await keepReportDigestWish(db, tara, 'ja');
  const desk = { db, trainers: [tara], siteUrl: 'https://nodomoto.example' };
  expect(await sendReportDigests(desk, at('2026-12-01T09:00:00'))).toBe(0);
});

test('one click on the link of a digest ends it', async () => {
  const db = await aStore();
  await keepReportDigestWish(db, tara, 'ja');
  expect(await readReportDigestWish(db, tara)).toBe('ja');
  const { key } = await db.selectFrom('near_miss_digest').select('key').executeTakeFirstOrThrow();
  await endReportDigest(db, key);
  expect(await readReportDigestWish(db, tara)).toBeNull();
  expect(await keepReportDigestWish(db, tara, 'xx')).toBe(false);
});
