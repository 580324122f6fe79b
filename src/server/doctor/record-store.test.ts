import { expect, onTestFinished, test } from 'vitest';
import { pauseStore } from '#server/xapi/store-pause.ts';
import { aStore } from '#testing/a-database.ts';
import { anLrs } from '#testing/an-lrs.ts';
import { freePort } from '#testing/free-port.ts';
import { recordStoreReached, recordsTold } from './record-store.ts';

const now = Date.parse('2026-11-30T12:00:00Z');
const row = (id: string) => ({ id, person_id: 1, statement: '{}', made_at: now });

test('a store that answers is good; one that does not is told with what to look at', async () => {
  const lrs = await anLrs();
  onTestFinished(lrs.close);
  const store = { endpoint: lrs.url, key: 'a', secret: 'b' };
  expect(await recordStoreReached(store)).toMatchObject({ grade: 'good' });
  const silent = { ...store, endpoint: `http://127.0.0.1:${await freePort()}/xapi/` };
  expect(await recordStoreReached(silent)).toMatchObject({
    grade: 'wrong',
    says: expect.stringContaining('XAPI_ENDPOINT'),
  });
  lrs.answerWith(() => 401);
  expect(await recordStoreReached(store)).toMatchObject({ grade: 'wrong', says: expect.stringContaining('401') });
});

test('what waits is no fault, what was refused is told with the words of the store, a pause is wrong', async () => {
  const db = await aStore();
  expect(await recordsTold(db)).toEqual({ grade: 'good', says: null });
  await db
    .insertInto('xapi_outbox')
    .values([row('one'), row('two')])
    .execute();
  expect(await recordsTold(db)).toEqual({ grade: 'good', says: '2 statements wait.' });
  await db.updateTable('xapi_outbox').set({ refused_at: now, reply: '400 no' }).where('id', '=', 'one').execute();
  expect(await recordsTold(db)).toMatchObject({
    grade: 'note',
    says: expect.stringMatching(/1 statement was refused.*\(one\): "400 no"/),
  });
  await pauseStore(db, '503 away', null, now);
  expect(await recordsTold(db)).toMatchObject({
    grade: 'wrong',
    says: expect.stringMatching(/503 away.*1 statement waits/),
  });
});
