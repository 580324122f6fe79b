import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { nameKey } from '#core/people/same-name.ts';
import { recordAnswer } from '#server/answers/record-answer.ts';
import { keepReport, keptFolder } from '#server/bounces/kept-reports.ts';
import { keepFact } from '#server/database/facts.ts';
import { type Db, openDatabase } from '#server/database/open-database.ts';
import { storeFileName } from '#server/database/sqlite-store.ts';
import { composeMessage } from '#server/mail/compose-message.ts';
import { suppress } from '#server/outbox/suppression.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { changePerson } from '#server/people/person-life.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { answerContext, aSentNudge } from '#testing/a-sent-nudge.ts';
import { aSignedInTrainer } from '#testing/a-signed-in-trainer.ts';
import { aDataFolder, inFolder } from '#testing/a-store-folder.ts';
import { aTeamInStore, emailOf } from '#testing/a-team-in-database.ts';
import { filesHolding } from '#testing/traces-in-files.ts';
import { certificateOf, certificateText } from './certificate.ts';
import { eraseEverywhere, finishErasures } from './erase-everywhere.ts';
import { eraseAgain } from './marks-beside.ts';

const now = Date.parse('2026-11-24T08:30:00Z');
const later = now + 60_000;
const name = 'Ánika Øllegård';
const address = 'anika.ollegard@kazehaya.example';
const addressBefore = 'anika.berg@kazehaya.example';
const staffNumber = 'HR-00417-Q';
const traces = [name, nameKey(name), address, addressBefore, staffNumber];
const trainer = 'head.trainer@kazehaya.example';

const place = (db: Db, dataDir: string) => ({ db, dataDir, databaseUrl: null });

async function take(db: Db, at: number) {
  const text = `team,name,email,role,zone\nMotors,${name},${address},buyer,Etc/UTC`;
  const { vocabulary } = aCatalogue();
  return importCsv(db, { text, vocabulary, now: at, dryRun: false, prune: false });
}

/** Her mail as it leaves, and one inside another, as servers report it. */
async function mailTo(to: string, called: string): Promise<Uint8Array> {
  return composeMessage({
    from: 'Nodomoto <nudge@kazehaya.example>',
    to: { name: called, address: to },
    subject: `For ${called}`,
    html: `<p>${called} ${to}</p>`,
    text: `${called} ${to}`,
    messageId: '<1@kazehaya.example>',
    date: now,
    list: { unsubscribeUrl: 'https://nodomoto.example/u/x', id: 'nudges.kazehaya.example' },
  });
}

/** A store in which somebody left a trace wherever one can be left, and deleted rows among them. */
async function aFolderWithTraces(): Promise<string> {
  const folder = aDataFolder();
  await inFolder(folder, async ({ db }) => {
    await aTeamInStore(db, ['Mei', 'Jan'], now);
    await take(db, now);
    await db
      .updateTable('person')
      .set({ email: emailOf('Ana') })
      .where('email', '=', address)
      .execute();
    const { token, messageId } = await aSentNudge(db, 'Ana', now);
    await recordAnswer(answerContext(db), token, { choice: 'b', sureness: 'sure' }, now);
    await db.updateTable('person').set({ email: address }).where('email', '=', emailOf('Ana')).execute();
    await db
      .updateTable('message')
      .set({ address, raw: await mailTo(address, name), reply: `250 queued for <${address}>` })
      .where('id', '=', messageId)
      .execute();
    await db
      .updateTable('person')
      .set({ email: addressBefore, staff_number: staffNumber })
      .where('email', '=', address)
      .execute();
    await suppress(db, { address: addressBefore, kind: 'hard', reason: '550 gone', since: now, until: null });
    const { id } = await db
      .selectFrom('person')
      .select('id')
      .where('email', '=', addressBefore)
      .executeTakeFirstOrThrow();
    await changePerson(db, id, { email: address }, now);
    await suppress(db, { address, kind: 'hard', reason: `550 <${address}> gone`, since: now, until: null });
    await keepFact(db, 'mail-breaker', JSON.stringify({ reply: `550 ${address.toUpperCase()} unknown` }));
    await db
      .insertInto('report')
      .values({ message_id: messageId, verdict: 'hard', reply: `550 ${address}`, told_at: now })
      .execute();
    // A page or two of rows that were deleted before anybody thought of erasing.
    for (let at = 0; at < 200; at += 1) await keepFact(db, `note-${at}`, `${name} ${address} ${at}`);
    await db.deleteFrom('fact').where('name', 'like', 'note-%').execute();
  });
  mkdirSync(join(folder, 'inbox'));
  writeFileSync(join(folder, 'inbox', '1.eml'), await mailTo(address, name));
  writeFileSync(join(folder, 'inbox', '2.eml'), await mailTo(emailOf('Mei'), 'Mei'));
  const report = `Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(await mailTo(address, name)).toString('base64')}\r\n--b--\r\n`;
  keepReport(folder, Buffer.from(report));
  return folder;
}

test('no byte of any file of the data folder holds the name or the address of somebody erased, in whatever form', async () => {
  const folder = await aFolderWithTraces();
  const kept = join(folder, `${storeFileName}.kept-2026-11-20T08-00-00-000Z`);
  copyFileSync(join(folder, storeFileName), kept);
  expect(filesHolding(folder, traces).length, 'store, kept store, mail, report').toBeGreaterThanOrEqual(4);
  // Open meanwhile, so that there is a write-ahead log.
  const store = await openDatabase({ dataDir: folder, databaseUrl: null });
  const done = await eraseEverywhere(place(store.db, folder), address, later);
  const finished = await finishErasures(place(store.db, folder), later);
  expect(filesHolding(folder, traces)).toEqual([]);
  expect(readdirSync(join(folder, 'inbox')), 'mail to others stays').toEqual(['2.eml']);
  expect(readdirSync(keptFolder(folder))).toEqual([]);
  expect(done).toMatchObject({
    name,
    mails: 2,
    removed: { people: 1, nudges: 1, answers: 1, reports: 1, refusals: 2 },
  });
  expect(finished).toMatchObject({ scrubbed: 'done', others: [{ erased: 1 }] });
  await store.close();
  await inFolder(folder, async ({ db }) => {
    expect(await db.selectFrom('person').select('name').orderBy('name').execute()).toEqual([
      { name: 'Jan' },
      { name: 'Mei' },
    ]);
  });
});

test('a trainer who is on no list is erased from sign-ins, sessions and letters', async () => {
  const folder = aDataFolder();
  await inFolder(folder, async ({ db }) => {
    await aSignedInTrainer(db, trainer, now);
    const done = await eraseEverywhere(place(db, folder), trainer, later);
    await finishErasures(place(db, folder), later);
    expect(done).toMatchObject({ name: null, removed: { people: 0, signIns: 1, sessions: 1, messages: 1 } });
    expect(filesHolding(folder, [trainer])).toEqual([]);
  });
});

test('an address that only a store set aside still knows is erased from it', async () => {
  const folder = await aFolderWithTraces();
  const kept = join(folder, `${storeFileName}.kept-2026-11-20T08-00-00-000Z`);
  copyFileSync(join(folder, storeFileName), kept);
  await inFolder(folder, async ({ db }) => {
    for (const table of [
      'report',
      'answer',
      'reading',
      'nudge',
      'message',
      'memory',
      'calibration',
      'suppression',
      'fact',
    ] as const)
      await db.deleteFrom(table).execute();
    await db.deleteFrom('former_address').execute();
    await db.deleteFrom('person').where('email', '=', address).execute();
    await eraseEverywhere(place(db, folder), address, later);
    await finishErasures(place(db, folder), later);
    expect(await eraseEverywhere(place(db, folder), 'nobody@kazehaya.example', later)).toBeNull();
  });
  expect(filesHolding(folder, [address])).toEqual([]);
});

test('a backup that is put back by hand is erased again, and somebody who was taken in after that stays', async () => {
  const folder = await aFolderWithTraces();
  const backup = join(aDataFolder(), 'monday.sqlite');
  copyFileSync(join(folder, storeFileName), backup);
  await inFolder(folder, ({ db }) => eraseEverywhere(place(db, folder), address, later));
  copyFileSync(backup, join(folder, storeFileName));
  await inFolder(folder, async ({ db }) => {
    expect(await eraseAgain(db, folder, later)).toBe(1);
    expect(await eraseAgain(db, folder, later)).toBe(0);
    expect(await db.selectFrom('person').select('id').where('email', '=', address).execute()).toEqual([]);
  });
  const fresh = aDataFolder();
  copyFileSync(join(folder, 'erased-addresses.json'), join(fresh, 'erased-addresses.json'));
  await inFolder(fresh, async ({ db }) => {
    await take(db, later + 1000);
    expect(await eraseAgain(db, fresh, later + 2000)).toBe(0);
  });
});

test('a store set aside that cannot be opened is named, for somebody to delete', async () => {
  const folder = await aFolderWithTraces();
  const broken = `${storeFileName}.kept-2026-11-20T08-00-00-000Z`;
  writeFileSync(join(folder, broken), `no store, but ${address}`);
  await inFolder(folder, async ({ db }) => {
    const done = await eraseEverywhere(place(db, folder), address, later);
    const finished = await finishErasures(place(db, folder), later);
    if (!done) throw new Error('Nobody was erased.');
    const text = certificateText(certificateOf(done, finished, later, 'en'));
    expect(text).toContain(`${broken} could not be opened, so nobody could be erased from it: delete it.`);
    expect(text).toContain('1 entry in the list of people');
    expect(text, 'it may be kept, and names nobody').not.toMatch(new RegExp(`${name}|${address}`));
  });
});

test('while somebody reads, the files wait to be rid of traces, and are at the next try', async () => {
  const folder = await aFolderWithTraces();
  const reader = new DatabaseSync(join(folder, storeFileName));
  reader.exec('BEGIN; SELECT count(*) FROM person');
  const store = await openDatabase({ dataDir: folder, databaseUrl: null });
  await sql`PRAGMA busy_timeout = 10`.execute(store.db);
  await eraseEverywhere(place(store.db, folder), address, later);
  expect(await finishErasures(place(store.db, folder), later)).toMatchObject({ scrubbed: 'busy' });
  reader.exec('ROLLBACK');
  reader.close();
  expect(await finishErasures(place(store.db, folder), later)).toMatchObject({ scrubbed: 'done' });
  expect(await finishErasures(place(store.db, folder), later), 'nothing is asked for any more').toBeNull();
  expect(filesHolding(folder, [name, address])).toEqual([]);
  await store.close();
});
