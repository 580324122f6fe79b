import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { openNudge } from '#server/answers/open-nudge.ts';
import { choosePace, markNotRelevant, pause, snooze } from '#server/answers/preferences.ts';
import { recordAnswer } from '#server/answers/record-answer.ts';
import { readSubscription, unsubscribe } from '#server/answers/subscription.ts';
import { signToken } from '#server/answers/token.ts';
import type { Db } from '#server/database/open-database.ts';
import { storeFileName } from '#server/database/sqlite-store.ts';
import type { Transport } from '#server/mail/transport.ts';
import { always } from '#server/nudges/mail-turn.ts';
import { isPlanned } from '#server/nudges/plan-nudges.ts';
import { sendBlocker } from '#server/nudges/send-blocker.ts';
import { sendDue } from '#server/outbox/send-due.ts';
import { erasePerson } from '#server/people/erase-person.ts';
import { aSender, start } from '#testing/a-sender.ts';
import { answerContext, aSentNudge, keys, type SentNudge } from '#testing/a-sent-nudge.ts';
import { aDataFolder, inFolder } from '#testing/a-store-folder.ts';
import { aTeamInStore, emailOf, personRowOf } from '#testing/a-team-in-database.ts';
import { prepareToResume } from './prepare-to-resume.ts';

const names = ['Mei', 'Jan', 'Ana', 'Ben', 'Eva', 'Kai'] as const;
const later = start + 3_600_000;

/** A firm with a mail due to each of its people, a copy of its store from then, and what `since` does to the store afterwards. */
async function aFirmThatLost(since: (db: Db, mails: Record<string, SentNudge>) => Promise<unknown>) {
  const [now, copy] = [aDataFolder(), aDataFolder()];
  const mails: Record<string, SentNudge> = {};
  await inFolder(now, async ({ db }) => {
    await aTeamInStore(db, names, start);
    for (const name of names) mails[name] = await aSentNudge(db, name, start, { state: 'planned' });
  });
  copyFileSync(join(now, storeFileName), join(copy, storeFileName));
  await inFolder(now, ({ db }) => since(db, mails));
  return {
    mails,
    resumed: <T>(look: (db: Db, outcome: Awaited<ReturnType<typeof prepareToResume>>) => Promise<T>) =>
      inFolder(now, ({ db: lost }) =>
        inFolder(copy, async ({ db }) => look(db, await prepareToResume(db, [lost], later, false))),
      ),
    inBoth: <T>(act: (db: Db, lost: Db) => Promise<T>) =>
      inFolder(now, ({ db: lost }) => inFolder(copy, ({ db }) => act(db, lost))),
    alone: <T>(act: (db: Db) => Promise<T>) => inFolder(copy, ({ db }) => act(db)),
  };
}

/** Who gets mail of a store, when all that is due in it is sent. */
async function drained(db: Db, left: number[] = []): Promise<string[]> {
  const { sender } = await aSender();
  const got: string[] = [];
  const deliver: Transport['deliver'] = async ({ to }) => {
    got.push(to);
    return { kind: 'accepted', reply: '250 2.0.0' };
  };
  await sendDue({
    ...sender,
    db,
    clock: () => later,
    transport: { deliver, close: () => undefined },
    turn: always,
    sendBlocker: (message) => sendBlocker(db, message, later),
    noteSending: ({ id }) => left.push(id),
  });
  return got.toSorted();
}

function rowOf(db: Db, name: string) {
  return db.selectFrom('person').select(['id', 'key']).where('email', '=', emailOf(name)).executeTakeFirst();
}

function mailOf(mails: Record<string, SentNudge>, name: string): SentNudge {
  const mail = mails[name];
  if (!mail) throw new Error(`${name} has no mail.`);
  return mail;
}

test('what left since does not go twice, and what had not left goes', async () => {
  const firm = await aFirmThatLost(async (db, mails) => {
    await unsubscribe(answerContext(db), signToken(keys, 'unsubscribe', await personRowOf(db, 'Jan'), later), start);
    const kais = db.updateTable('message').where('id', '=', mailOf(mails, 'Kai').messageId);
    await kais.set({ due_at: later + 1 }).execute();
    expect(await drained(db)).toEqual(['Ana', 'Ben', 'Eva', 'Mei'].map(emailOf));
    await kais.set({ due_at: later }).execute();
  });
  await firm.resumed(async (db, { takenOver, waiting, withdrawn }) => {
    expect(takenOver).toMatchObject([{ mail: { settled: 5, added: 0 }, wishes: { unsubscribed: 1 } }]);
    expect(withdrawn).toBeNull();
    expect(waiting).toEqual({ dueMails: 1, duePeople: 1, laterMails: 0 });
    expect(await drained(db)).toEqual([emailOf('Kai')]);
  });
});

test('an opt-out, a pause, a pace, days and hours, and a lesson called not relevant are kept', async () => {
  const firm = await aFirmThatLost(async (db, mails) => {
    const context = answerContext(db);
    const token = (name: string) => mailOf(mails, name).token;
    await unsubscribe(context, signToken(keys, 'unsubscribe', await personRowOf(db, 'Mei'), later), start);
    await pause(context, token('Jan'), '2026-12-24', start);
    await choosePace(context, token('Ana'), 'monthly', start);
    await db.updateTable('person').set({ mail_days: 'wed' }).where('name', '=', 'Kai').execute();
    await markNotRelevant(context, token('Ben'), start);
    await db
      .insertInto('suppression')
      .values({ address: emailOf('Eva'), kind: 'hard', reason: '550 5.1.1', since: start })
      .execute();
  });
  await firm.resumed(async (db, { takenOver }) => {
    expect(takenOver).toMatchObject([
      { wishes: { unsubscribed: 1, paused: 1, paces: 1, times: 1, notRelevant: 1, suppressed: 1 } },
    ]);
    const people = await db
      .selectFrom('person')
      .select(['name', 'unsubscribed_at', 'paused_until', 'pace', 'mail_days'])
      .execute();
    expect(people.find(({ name }) => name === 'Mei')).toMatchObject({ unsubscribed_at: start });
    expect(people.find(({ name }) => name === 'Jan')).toMatchObject({ paused_until: '2026-12-24' });
    expect(people.find(({ name }) => name === 'Kai')).toMatchObject({ mail_days: 'wed' });
    expect(people.find(({ name }) => name === 'Ana')).toMatchObject({ pace: 'monthly' });
    expect(await drained(db)).toEqual(['Ana', 'Kai'].map(emailOf));
  });
});

test('whoever was erased since is erased from the backup too, and gets nothing', async () => {
  const firm = await aFirmThatLost((db) => erasePerson(db, emailOf('Mei'), start));
  await firm.resumed(async (db, { takenOver }) => {
    expect(takenOver).toMatchObject([{ people: { erased: 1 } }]);
    expect(await db.selectFrom('person').selectAll().where('name', '=', 'Mei').execute()).toEqual([]);
    expect(await drained(db)).not.toContain(emailOf('Mei'));
    expect(await db.selectFrom('erasure').selectAll().execute(), 'for the next restore').toHaveLength(1);
  });
});

test('links that left since open what they opened, and what was answered through them is kept', async () => {
  const sent: { zoe: SentNudge; again: SentNudge }[] = [];
  const firm = await aFirmThatLost(async (db, mails) => {
    await drained(db);
    await recordAnswer(answerContext(db), mailOf(mails, 'Mei').token, { choice: 'a', sureness: 'sure' }, later);
    await aTeamInStore(db, ['Zoe'], later);
    const zoe = await aSentNudge(db, 'Zoe', later - 1, { state: 'planned' });
    const again = await aSentNudge(db, 'Jan', later - dayMs, { state: 'planned' });
    await drained(db);
    await recordAnswer(answerContext(db), zoe.token, { choice: 'a', sureness: 'sure' }, later);
    sent.push({ zoe, again });
  });
  await firm.resumed(async (db, { takenOver }) => {
    expect(takenOver).toMatchObject([
      { mail: { added: 2, unknown: 0 }, people: { added: 1, missing: [] }, answers: { answers: 2, lost: 0 } },
    ]);
    const [links] = sent;
    const context = answerContext(db);
    const opened = await openNudge(context, links?.zoe.token ?? '', later);
    expect(opened).toMatchObject({ ok: true, found: { person: { name: 'Zoe' }, answer: { choice: 'wait-for-news' } } });
    expect(await openNudge(context, links?.again.token ?? '', later)).toMatchObject({
      ok: true,
      found: { person: { name: 'Jan' } },
    });
    const zoe = await personRowOf(db, 'Zoe');
    const leave = await readSubscription(context, signToken(keys, 'unsubscribe', zoe, later + 1000), later);
    expect(leave).toMatchObject({ ok: true, email: emailOf('Zoe') });
    expect(await db.selectFrom('memory').select('person_id').execute()).toHaveLength(2);
  });
});

test('somebody imported since who had no mail is named, so that they can be imported again', async () => {
  const firm = await aFirmThatLost((db) => aTeamInStore(db, ['Zoe'], later));
  await firm.resumed(async (db, { takenOver }) => {
    expect(takenOver).toMatchObject([{ people: { added: 0, missing: [emailOf('Zoe')] } }]);
    expect(await db.selectFrom('person').selectAll().execute()).toHaveLength(names.length);
  });
});

test('what people did while mail was paused stays, and takes nobody else’s number', async () => {
  const firm = await aFirmThatLost(async (db) => {
    await aSentNudge(db, 'Jan', later - dayMs, { state: 'planned' });
    await drained(db);
  });
  await firm.inBoth(async (db, lost) => {
    // A restore by hand: the number that the lost store gave to another mail is given out again.
    const put = await snooze(answerContext(db), mailOf(firm.mails, 'Kai').token, 3, later);
    expect(put.ok).toBe(true);
    const { takenOver } = await prepareToResume(db, [lost], later, false);
    expect(takenOver).toMatchObject([{ mail: { added: 0, unknown: 1 } }]);
    expect(await drained(db)).toEqual([]);
    const kais = await db
      .selectFrom('nudge')
      .select('id')
      .where('person_id', '=', mailOf(firm.mails, 'Kai').personId)
      .execute();
    expect(kais).toHaveLength(2);
  });
});

test('a store that is older than the backup takes nothing back', async () => {
  const firm = await aFirmThatLost((db) => drained(db));
  await firm.inBoth(async (older, newer) => {
    const { takenOver } = await prepareToResume(newer, [older], later, false);
    expect(takenOver).toMatchObject([{ mail: { settled: 0, added: 0, unknown: 0 } }]);
    expect(await drained(newer)).toEqual([]);
  });
});

test('taken over twice it is the same as once', async () => {
  const firm = await aFirmThatLost(async (db, mails) => {
    await drained(db);
    await recordAnswer(answerContext(db), mailOf(mails, 'Mei').token, { choice: 'a', sureness: 'sure' }, later);
  });
  await firm.inBoth(async (db, lost) => {
    await prepareToResume(db, [lost], later, false);
    const { takenOver } = await prepareToResume(db, [lost], later, false);
    expect(takenOver).toMatchObject([{ mail: { settled: 0, added: 0 }, answers: { answers: 0 } }]);
  });
});

test('a dry run says the same and saves nothing', async () => {
  const firm = await aFirmThatLost((db) => drained(db));
  await firm.inBoth(async (db, lost) => {
    const tables = async () => [
      await db.selectFrom('message').selectAll().execute(),
      await db.selectFrom('person').selectAll().execute(),
    ];
    const before = await tables();
    const shown = await prepareToResume(db, [lost], later, true);
    expect(await tables()).toEqual(before);
    expect(await prepareToResume(db, [lost], later, false)).toEqual(shown);
  });
});

const whoever = fc.constantFrom(...names);
const happened = fc.array(
  fc.oneof(
    fc.constant({ what: 'drain' } as const),
    fc.record({ what: fc.constantFrom('mail', 'opt out', 'erase'), who: whoever }),
  ),
  { minLength: 1, maxLength: 6 },
);

test('whatever happened since, no mail goes twice, and nobody who opted out or was erased gets another', async () => {
  await fc.assert(
    fc.asyncProperty(happened, async (events) => {
      const left: number[] = [];
      const gone = new Set<string>();
      const firm = await aFirmThatLost(async (db) => {
        for (const [day, event] of events.entries()) {
          if (event.what === 'drain') await drained(db, left);
          else if (event.what === 'erase') await erasePerson(db, emailOf(event.who), start);
          const row = event.what === 'drain' ? undefined : await rowOf(db, event.who);
          if (event.what === 'mail' && row)
            await aSentNudge(db, event.who, start - (day + 1) * dayMs, { state: 'planned' });
          if (event.what === 'opt out' && row)
            await unsubscribe(answerContext(db), signToken(keys, 'unsubscribe', row, later), start);
          if (event.what === 'erase' || event.what === 'opt out') gone.add(emailOf(event.who));
        }
      });
      await firm.resumed(async (db) => {
        const again: number[] = [];
        const got = await drained(db, again);
        expect(again.filter((id) => left.includes(id))).toEqual([]);
        expect(got.filter((email) => gone.has(email))).toEqual([]);
      });
    }),
    { numRuns: 12 },
  );
});

test('without the store of before, what was due may have left: it is withdrawn with its reason, and its morning is passed over', async () => {
  const firm = await aFirmThatLost(async () => undefined);
  await firm.alone(async (db) => {
    const tomorrow = await aSentNudge(db, 'Mei', start + dayMs, { state: 'planned' });
    const { withdrawn, waiting } = await prepareToResume(db, [], later, false);
    expect(withdrawn).toEqual({ mails: 6, people: 6, mornings: 1 });
    expect(waiting).toEqual({ dueMails: 0, duePeople: 0, laterMails: 1 });
    expect(await drained(db)).toEqual([]);
    const rows = await db.selectFrom('message').select(['id', 'state', 'reply']).orderBy('id').execute();
    expect(rows.at(0)).toMatchObject({ state: 'cancelled', reply: 'due before the store was restored' });
    expect(rows.at(-1)).toMatchObject({ id: tomorrow.messageId, state: 'planned' });
    const { id } = await db.selectFrom('team').select('id').executeTakeFirstOrThrow();
    expect(await isPlanned(db, id, '2026-11-24', later)).toBe(true);
    expect(await isPlanned(db, id, '2026-11-25', later)).toBe(false);
  });
});
