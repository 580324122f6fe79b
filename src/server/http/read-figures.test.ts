import { expect, test } from 'vitest';
import { tallyMail } from '#server/log/tally-mail.ts';
import { keepLastTick } from '#server/outbox/last-tick.ts';
import { aStore } from '#testing/a-database.ts';
import { aLog } from '#testing/a-log.ts';
import { aMessage, hourMs } from '#testing/a-message.ts';
import { readFigures } from './read-figures.ts';

const now = Date.parse('2026-11-24T08:00:00Z');
const { tally } = tallyMail(aLog().log);

test('the oldest mail that is due is the one that counts, not one still to come, too late or sent', async () => {
  const db = await aStore();
  expect(await readFigures(db, tally(), now)).toMatchObject({ oldestDueMs: 0, lastTick: null });
  await aMessage(db, now, { due_at: now + hourMs });
  await aMessage(db, now - 30 * hourMs, { expires_at: now - 1 });
  const gone = await aMessage(db, now - 5 * hourMs);
  await db.updateTable('message').set({ state: 'accepted' }).where('id', '=', gone).execute();
  expect(await readFigures(db, tally(), now)).toMatchObject({ oldestDueMs: 0 });
  for (const hours of [1, 2]) await aMessage(db, now - hours * hourMs);
  await keepLastTick(db, now - 1000);
  expect(await readFigures(db, tally(), now)).toMatchObject({ oldestDueMs: 2 * hourMs, lastTick: now - 1000 });
});
