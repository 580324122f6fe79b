import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { recordAnswer } from '#server/answers/record-answer.ts';
import { recordReading } from '#server/answers/record-reading.ts';
import type { Db } from '#server/database/open-database.ts';
import { suppress } from '#server/outbox/suppression.ts';
import { aStore } from '#testing/a-database.ts';
import { aLeftNudge } from '#testing/a-report-context.ts';
import { answerContext } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, emailOf, personIdOf } from '#testing/a-team-in-database.ts';
import { readSilentPeople } from './silent-people.ts';

const now = Date.parse('2026-11-24T08:00:00Z');
const firstAt = now - 70 * dayMs;

/** Mei and Jan, to whom seven mails went in seventy days; the last is still open. */
async function aTeam() {
  const db = await aStore();
  const team = await aTeamInStore(db, ['Mei', 'Jan'], firstAt);
  const newest = new Map<string, string>();
  for (const name of ['Mei', 'Jan'])
    for (const days of [70, 60, 50, 40, 30, 20, 2])
      newest.set(name, (await aLeftNudge(db, name, now - days * dayMs)).token);
  return { db, team, tokenOf: (name: string) => newest.get(name) ?? '' };
}

async function silentIn(db: Db, at = now): Promise<string[]> {
  return (await readSilentPeople(db, 'everybody', at)).map(({ name }) => name);
}

test('of whom nothing was heard for long, though mail was taken for them, is perhaps not reached', async () => {
  const { db, team } = await aTeam();
  const mei = { id: await personIdOf(db, 'Mei'), name: 'Mei', team: 'Motors', mails: 7, firstAt };
  expect(await readSilentPeople(db, { personIds: [mei.id] }, now)).toEqual([mei]);
  expect((await readSilentPeople(db, { teamId: team.id }, now)).map(({ name }) => name)).toEqual(['Jan', 'Mei']);
  expect(await readSilentPeople(db, { teamId: team.id + 1 }, now)).toEqual([]);
});

test('whoever answered, read, put off or called something not relevant is reached', async () => {
  const signs: ((db: Db, token: string, personId: number) => Promise<unknown>)[] = [
    (db, token) => recordAnswer(answerContext(db), token, { choice: 'b', sureness: 'sure' }, now - 1000),
    (db, token) => recordReading(answerContext(db), token, now - 1000),
    (db, _, personId) =>
      db
        .updateTable('nudge')
        .set({ put_off_at: now - 1000 })
        .where('person_id', '=', personId)
        .execute(),
    (db, _, person_id) =>
      db
        .insertInto('not_relevant')
        .values({ person_id, lesson_id: 'keep-stock', said_at: now - 1000 })
        .execute(),
    (db, _, id) => db.updateTable('person').set({ pace_chosen_on: '2026-11-23' }).where('id', '=', id).execute(),
    (db, _, id) => db.updateTable('person').set({ paused_until: '2026-10-23' }).where('id', '=', id).execute(),
  ];
  for (const give of signs) {
    const { db, tokenOf } = await aTeam();
    await give(db, tokenOf('Mei'), await personIdOf(db, 'Mei'));
    expect(await silentIn(db)).toEqual(['Jan']);
  }
});

test('an answer of long ago is no sign of life today', async () => {
  const { db } = await aTeam();
  const old = await aLeftNudge(db, 'Mei', firstAt - 7 * dayMs);
  await recordAnswer(answerContext(db), old.token, { choice: 'b', sureness: 'sure' }, firstAt - 6 * dayMs);
  expect(await silentIn(db)).toEqual(['Jan', 'Mei']);
});

test('of whom it is known that they get no mail is not told again', async () => {
  const changes: ((db: Db) => Promise<unknown>)[] = [
    (db) => db.updateTable('person').set({ unsubscribed_at: now }).where('name', '=', 'Mei').execute(),
    (db) => db.updateTable('person').set({ leaves_on: '2026-11-20' }).where('name', '=', 'Mei').execute(),
    (db) => suppress(db, { address: emailOf('Mei'), kind: 'hard', reason: '550', since: now, until: null }),
  ];
  for (const change of changes) {
    const { db } = await aTeam();
    await change(db);
    expect(await silentIn(db)).toEqual(['Jan']);
  }
});

test('what came back was not silence', async () => {
  const { db } = await aTeam();
  await db
    .updateTable('message')
    .set({ state: 'bounced' })
    .where('address', '=', emailOf('Mei'))
    .where('accepted_at', '<', now - 15 * dayMs)
    .execute();
  expect(await silentIn(db)).toEqual(['Jan']);
});
