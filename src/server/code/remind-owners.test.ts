import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { Db } from '#server/database/open-database.ts';
import { shelfOf } from '#server/mail/template-shelf.ts';
import { mailTurn } from '#server/nudges/mail-turn.ts';
import { sendBlocker } from '#server/nudges/send-blocker.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { keys } from '#testing/a-sent-nudge.ts';
import { aTeamInStore, emailOf, personIdOf } from '#testing/a-team-in-database.ts';
import { composeReminder } from './compose-reminder.ts';
import { keptBlocker } from './kept-blocker.ts';
import { foundOrganisation } from './organisations.ts';
import { remindOwners } from './remind-owners.ts';
import { saveStatement } from './save-statement.ts';

/** A Tuesday, in the night. */
const now = Date.parse('2026-11-24T02:00:00Z');
const by = 'tara@kazehaya.example';
const text = 'The second foundry has cast one trial batch; the line cannot spare the week that a full trial needs.';

async function aHouse() {
  const db = await aStore();
  await aTeamInStore(db, ['Ana', 'Ben'], now - 30 * dayMs);
  await foundOrganisation(db, { name: 'Works', slug: 'works', language: 'en' }, by, now);
  return db;
}

async function say(db: Db, principle: 5 | 6 | 7, owner: string, dueOn: string, version = 0, year = 2026) {
  const said = { state: 'explain', text, ownerFunction: 'Head of purchasing', dueOn } as const;
  const ownerId = await personIdOf(db, owner);
  const place = { organisation: 'works', year, principle, version };
  expect(await saveStatement(db, place, { ...said, ownerId }, by, now)).toEqual({ ok: true });
}

const reminders = (db: Db) => db.selectFrom('message').selectAll().where('purpose', '=', 'code-reminder').execute();

test('an owner gets one letter of all that is due, once, and nothing of what is not', async () => {
  const db = await aHouse();
  await say(db, 5, 'Ana', '2026-12-01');
  await say(db, 6, 'Ana', '2026-11-01');
  await say(db, 7, 'Ana', '2027-03-31');
  expect(await remindOwners(db, now)).toBe(1);
  expect(await remindOwners(db, now + dayMs)).toBe(0);
  const [message] = await reminders(db);
  if (!message) throw new Error('No reminder was written.');
  const press = { siteUrl: 'https://n.example', from: 'N <n@n.example>', replyTo: 'tara@kazehaya.example', keys };
  const library = { en: aCatalogue(), ja: aCatalogue() };
  const renderer = {
    ...press,
    db,
    library,
    templates: shelfOf({}),
    smallestTeam: 5,
    kept: { months: 24, shown: 'done' },
  } as const;
  const mail = await simpleParser(Buffer.from((await composeReminder(renderer, message, now)).raw));
  expect(mail.subject).toBe('2 principles of our code are due');
  expect(mail.text).toContain('5. Keep a tested alternative: Explains, by 1 Dec 2026');
  expect(mail.text).toContain('6. Hold stock against the time to recover: Explains, by 1 Nov 2026');
  expect(mail.text).not.toContain('7. ');
  expect(mail.replyTo?.text).toBe('tara@kazehaya.example');
  expect(mail.headers.get('list')).toMatchObject({
    unsubscribe: { url: expect.stringContaining('https://n.example/u/') },
  });
});

test('a reminder leaves within its reader’s hours', async () => {
  const db = await aHouse();
  await say(db, 5, 'Ana', '2026-12-01');
  await remindOwners(db, now);
  const [message] = await reminders(db);
  if (!message) throw new Error('No reminder was written.');
  expect(await mailTurn(db, message, now)).toEqual({ kind: 'wait', until: Date.parse('2026-11-24T08:30:00Z') });
  expect(await mailTurn(db, message, Date.parse('2026-11-24T08:31:00Z'))).toEqual({ kind: 'go' });
  expect(await mailTurn(db, message, now + 8 * dayMs)).toEqual({ kind: 'too-late' });
});

test('whoever has left is not reminded, and gets no letter that was written before', async () => {
  const db = await aHouse();
  await say(db, 5, 'Ana', '2026-12-01');
  await say(db, 6, 'Ben', '2026-12-01');
  await db.updateTable('person').set({ leaves_on: '2026-11-23' }).where('email', '=', emailOf('Ben')).execute();
  expect(await remindOwners(db, now)).toBe(1);
  await db.updateTable('person').set({ leaves_on: '2026-11-23' }).where('email', '=', emailOf('Ana')).execute();
  const [message] = await reminders(db);
  if (!message) throw new Error('No reminder was written.');
  expect(message.address).toBe(emailOf('Ana'));
  expect(await sendBlocker(db, message, now)).toBe('left on 2026-11-23');
});

test('a letter that waits does not go once nothing of it is due: kept, put off, or given to somebody else', async () => {
  const db = await aHouse();
  await say(db, 5, 'Ana', '2026-12-01');
  await remindOwners(db, now);
  const [message] = await reminders(db);
  if (!message) throw new Error('No reminder was written.');
  expect(await keptBlocker(db, message)).toBeNull();
  await say(db, 5, 'Ben', '2026-12-01', 1);
  expect(await keptBlocker(db, message)).toBe('nothing is due any more');
  expect(await remindOwners(db, now), 'the new owner is told').toBe(1);
});

test('the statement of a later year takes the place of an earlier, of which nobody is reminded any more', async () => {
  const db = await aHouse();
  await say(db, 5, 'Ana', '2026-12-01');
  await say(db, 5, 'Ana', '2027-11-30', 0, 2027);
  expect(await remindOwners(db, now)).toBe(0);
});
