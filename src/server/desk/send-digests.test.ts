import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { Db } from '#server/database/open-database.ts';
import { composeLetter } from '#server/mail/compose-letter.ts';
import { aLibrary } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { readMessage } from '#testing/a-message.ts';
import { aPlanner, planDays } from '#testing/a-plan.ts';
import { keys } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { assignModule } from './assign-module.ts';
import { keepDigestWish, readDigestLink, readDigestWish, turnDigestOff } from './digest-wish.ts';
import { sendDigests } from './send-digests.ts';

const now = Date.parse('2026-11-24T06:00:00Z');
const tara = 'tara@kazehaya.example';
const olga = 'olga@kazehaya.example';

/** Monday, 7 December 2026, at eight in the morning. */
const monday = Date.parse('2026-12-07T08:00:00Z');
const onMonday = { weekday: '1', language: 'en' };

/** Mei has answered and Jan has not; it was due on Friday, 4 December. Tara is of the house, and wants the digest on Mondays. */
async function aHouse() {
  const db = await aStore();
  const team = await aTeamInStore(db, ['Mei', 'Jan'], now - dayMs, 'twice-a-week');
  const planner = aPlanner(db);
  const request = { moduleId: 'first-week', dueOn: '2026-12-04', teamIds: [team.id], roles: [], personIds: [] };
  await assignModule({ ...planner, now }, request, tara);
  await planDays(planner, '2026-11-24', '2026-12-04');
  const mei = await db
    .selectFrom('nudge')
    .innerJoin('person', 'person.id', 'nudge.person_id')
    .select('nudge.id')
    .where('person.name', '=', 'Mei')
    .where('assignment_id', 'is not', null)
    .execute();
  for (const { id } of mei) await answered(db, id, now + dayMs);
  await keepDigestWish(db, tara, onMonday, now);
  const desk = { db, library: aLibrary(), trainers: [tara], siteUrl: 'https://nodomoto.example' };
  return { db, team, desk };
}

const answered = (db: Db, nudgeId: number, at: number) =>
  db
    .insertInto('answer')
    .values({ nudge_id: nudgeId, choice: 'a', right: 0, sureness: 'guess', answered_at: at })
    .execute();

async function newestLetter(db: Db) {
  const { id } = await db
    .selectFrom('message')
    .select('id')
    .where('purpose', '=', 'digest')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  const message = await readMessage(db, id);
  const { raw } = await composeLetter({ keys, from: 'Nodomoto <nudge@nodomoto.example>' }, message);
  return simpleParser(Buffer.from(raw));
}

test('on her weekday a trainer is told what moved, who is late and what ends; with one click it ends', async () => {
  const { db, desk } = await aHouse();
  expect(await sendDigests(desk, monday)).toBe(1);
  const mail = await newestLetter(db);
  expect(mail.to).toMatchObject({ value: [{ address: tara }] });
  const text = mail.text?.replaceAll('\n', ' ');
  expect(text).toMatch(/\d lessons were answered in 1 assignment/);
  expect(text).toContain('first-week (Motors), due 4 Dec 2026: Jan');
  expect(text).not.toMatch(/right|wrong|guess/i);
  const link = /https:\S+\/u\/digest\/(\S+)/.exec(mail.text ?? '');
  const headers = new Map(mail.headerLines.map(({ key, line }) => [key, line]));
  expect(headers.get('list-unsubscribe')).toContain(link?.[0]);
  expect(headers.get('list-unsubscribe-post')).toContain('One-Click');
  await turnDigestOff(db, link?.[1] ?? '');
  expect(await readDigestWish(db, tara)).toMatchObject({ weekday: 0 });
  expect(await sendDigests(desk, monday + 7 * dayMs)).toBe(0);
});

test('it comes once, and not in a week in which nothing moved: that the same people are late is no news', async () => {
  const { db, desk } = await aHouse();
  expect(await sendDigests(desk, monday)).toBe(1);
  expect(await sendDigests(desk, monday + 60_000)).toBe(0);
  expect(await sendDigests(desk, monday + 7 * dayMs)).toBe(0);
  const { id } = await db
    .selectFrom('nudge')
    .select('id')
    .where('assignment_id', 'is not', null)
    .executeTakeFirstOrThrow();
  await answered(db, id, monday + 8 * dayMs);
  expect(await sendDigests(desk, monday + 14 * dayMs)).toBe(1);
});

test('nobody gets one who did not ask, or who is no trainer any more; a trainer of one team is told of that alone', async () => {
  const { db, team, desk } = await aHouse();
  expect(await sendDigests({ ...desk, trainers: [] }, monday)).toBe(0);
  await keepDigestWish(db, olga, { weekday: '1', language: 'ja' }, now);
  const other = await db
    .insertInto('team')
    .values({ name: 'Brakes', zone: 'Etc/UTC', sector: null, mail_time: '08:30', created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('team_trainer').values({ team_id: other.id, email: olga }).execute();
  expect(await sendDigests({ ...desk, trainers: [] }, monday)).toBe(0);
  await db.insertInto('team_trainer').values({ team_id: team.id, email: olga }).execute();
  await db.updateTable('digest_wish').set({ sent_on: null }).execute();
  expect(await sendDigests({ ...desk, trainers: [] }, monday)).toBe(1);
  expect((await newestLetter(db)).text).toContain('遅れ');
});

test('a weekday or language that is none changes nothing, and a made-up link opens nothing', async () => {
  const { db } = await aHouse();
  for (const typed of [
    { weekday: '8', language: 'en' },
    { weekday: '', language: 'en' },
    { weekday: '2', language: 'xx' },
  ])
    expect(await keepDigestWish(db, tara, typed, now)).toBe(false);
  expect(await readDigestWish(db, tara)).toEqual({ weekday: 1, language: 'en' });
  expect(await readDigestLink(db, 'rubbish')).toBeNull();
});
