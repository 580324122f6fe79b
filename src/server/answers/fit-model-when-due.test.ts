import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { usualModel } from '#core/memory/memory-model.ts';
import type { Db } from '#server/database/open-database.ts';
import { aStore } from '#testing/a-database.ts';
import { answerContext, aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { fitModelWhenDue } from './fit-model-when-due.ts';
import { readModel } from './fitted-model.ts';
import { foldLog } from './memory-log.ts';
import { readLog } from './read-log.ts';
import { recordAnswer } from './record-answer.ts';

const start = Date.parse('2026-06-01T08:30:00Z');
const names = ['Mei', 'Jan', 'Ada', 'Tom', 'Eva', 'Kim', 'Leo', 'Ida', 'Max', 'Uma'];
const right = { choice: 'b', sureness: 'fairly' };
const wrong = { choice: 'a', sureness: 'fairly' };

/** Ten people asked every week for `weeks` weeks; all but the first answers are wrong, as FSRS-6 would not expect. */
async function forgetful(db: Db, weeks: number): Promise<void> {
  await aTeamInStore(db, names, start);
  for (let week = 0; week < weeks; week += 1) await askedInWeek(db, week, week === 0 ? right : wrong);
}

async function askedInWeek(db: Db, week: number, answer: Record<string, string>): Promise<void> {
  const at = start + week * 7 * dayMs;
  for (const name of names) {
    const { token } = await aSentNudge(db, name, at);
    await recordAnswer(answerContext(db), token, answer, at);
  }
}

const fits = (db: Db) => db.selectFrom('memory_model').selectAll().execute();

test('a model is fitted to forty answers, and again once there are half as many more', async () => {
  const db = await aStore();
  await forgetful(db, 4);
  const soon = start + 30 * dayMs;
  await fitModelWhenDue(db, soon);
  expect(await fits(db)).toMatchObject([{ fitted_at: soon, answers: 40 }]);
  await askedInWeek(db, 4, wrong);
  await fitModelWhenDue(db, soon + 7 * dayMs);
  expect(await fits(db), 'ten more are too few').toHaveLength(1);
  await askedInWeek(db, 5, wrong);
  await fitModelWhenDue(db, soon + 14 * dayMs);
  expect(await fits(db)).toMatchObject([{ answers: 40 }, { answers: 60 }]);
});

test('with few answers the usual model stays', async () => {
  const db = await aStore();
  await forgetful(db, 3);
  await fitModelWhenDue(db, start + 100 * dayMs);
  expect(await fits(db)).toEqual([]);
  expect(await readModel(db)).toEqual(usualModel);
});

test.each([
  ['', async () => undefined],
  [', also those of people who answer meanwhile', (db: Db) => askedInWeek(db, 8, wrong)],
])('when another model is believed, every memory and record is folded again under it%s', async (_, meanwhile) => {
  const db = await aStore();
  await forgetful(db, 8);
  await Promise.all([fitModelWhenDue(db, start + 60 * dayMs), meanwhile(db)]);
  const model = await readModel(db);
  expect(model).not.toEqual(usualModel);
  const people = await db.selectFrom('person').select('id').execute();
  for (const { id } of people) {
    const { lessons, record } = foldLog(await readLog(db, id), model);
    const row = await db.selectFrom('memory').selectAll().where('person_id', '=', id).executeTakeFirst();
    const recorded = await db.selectFrom('calibration').selectAll().where('person_id', '=', id).executeTakeFirst();
    expect(row?.stability).toBe(lessons.get('keep-stock')?.memory.stability);
    expect(recorded).toEqual({ person_id: id, ...record });
  }
});
