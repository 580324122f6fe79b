import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { suppress, suppressionOf } from '#server/outbox/suppression.ts';
import { aStore } from '#testing/a-database.ts';
import { aTeamInStore, emailOf, personIdOf } from '#testing/a-team-in-database.ts';
import { letHaveMail, readMailAgain, readNoMail, undoLetHaveMail } from './no-mail.ts';
import { readTeamPage } from './team-page.ts';

const now = Date.parse('2026-11-24T08:30:00Z');

async function aTeam() {
  const db = await aStore();
  const { id } = await aTeamInStore(db, ['Mei', 'Jan', 'Ana'], now);
  const refused = { address: emailOf('Mei'), kind: 'hard', reason: '550 5.1.1 no such user', since: now } as const;
  await suppress(db, { ...refused, until: null });
  const full = { address: emailOf('Jan'), kind: 'soft', reason: '452 4.2.2 over quota', since: now + dayMs } as const;
  await suppress(db, { ...full, until: now + 8 * dayMs });
  return { db, id, mei: await personIdOf(db, 'Mei') };
}

test('whoever gets no mail is listed with the reason and the days, the latest first, while it is so', async () => {
  const { db, id } = await aTeam();
  expect(await readNoMail(db, id, now + dayMs)).toMatchObject([
    { name: 'Jan', reason: 'full', since: '2026-11-25', until: '2026-12-02' },
    { name: 'Mei', address: emailOf('Mei'), reason: 'no-mailbox', said: '550 5.1.1 no such user', until: null },
  ]);
  expect((await readNoMail(db, id, now + 8 * dayMs)).map(({ name }) => name)).toEqual(['Mei']);
  const page = await readTeamPage(db, id, now + 8 * dayMs);
  expect(page?.members.map(({ name, state }) => [name, state])).toEqual([
    ['Ana', 'gets mail'],
    ['Jan', 'gets mail'],
    ['Mei', 'address refused'],
  ]);
});

test('a trainer lets somebody have mail again, is told so, and may take it back', async () => {
  const { db, id, mei } = await aTeam();
  expect(await letHaveMail(db, id, mei, now)).toBe(true);
  expect(await suppressionOf(db, emailOf('Mei'), now)).toBeNull();
  expect(await readMailAgain(db, id, mei, now)).toBe('Mei');
  await undoLetHaveMail(db, id, mei, now);
  expect(await suppressionOf(db, emailOf('Mei'), now)).toMatchObject({ reason: '550 5.1.1 no such user' });
  expect(await readMailAgain(db, id, mei, now)).toBeNull();
});

test('somebody of another team, or whom nothing keeps from mail, is left as they are', async () => {
  const { db, id, mei } = await aTeam();
  expect(await letHaveMail(db, id + 1, mei, now)).toBe(false);
  expect(await letHaveMail(db, id, await personIdOf(db, 'Ana'), now)).toBe(false);
  expect(await letHaveMail(db, id, 0, now)).toBe(false);
  expect(await readNoMail(db, id, now)).toHaveLength(2);
});
