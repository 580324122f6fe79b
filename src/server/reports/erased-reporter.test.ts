import { expect, test } from 'vitest';
import { erasePerson } from '#server/people/erase-person.ts';
import { aStore } from '#testing/a-database.ts';
import { aStrip } from '#testing/a-reported-miss.ts';
import { aTakenReport } from '#testing/a-taken-report.ts';
import { readNearMiss } from './near-miss.ts';

const now = Date.parse('2026-11-30T09:00:00Z');

test('erasing an address takes who reported from the report that letters to it were about; what was told stays', async () => {
  const db = await aStore();
  const { id } = await aTakenReport(db, now);
  const other = await aTakenReport(db, now + 1, { contact: 'jan@shirakaba-seals.example' });
  expect(await erasePerson(db, aStrip.contact, now)).toMatchObject({ ok: true, removed: { messages: 1 } });
  const left = await db.selectFrom('near_miss_strip').select('near_miss_key').execute();
  expect(left).toEqual([{ near_miss_key: (await readNearMiss(db, other.id))?.key }]);
  expect(await db.selectFrom('near_miss_letter').select('near_miss_id').execute()).toEqual([
    { near_miss_id: other.id },
  ]);
  expect((await readNearMiss(db, id))?.told.stoppedBy).toBe('luck');
});
