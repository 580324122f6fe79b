import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#server/database/open-database.ts';
import { storeFileName } from '#server/database/sqlite-store.ts';
import { usualPatience } from '#server/database/usual-patience.ts';
import type { Transport } from '#server/mail/transport.ts';
import { aMessage, readMessage } from '#testing/a-message.ts';
import { aSender, start } from '#testing/a-sender.ts';
import { sendDue } from './send-due.ts';
import { untilWritten } from './until-written.ts';

/** A sender on a store in a file, which another program may lock. */
async function aSenderOnFile() {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-written-'));
  const { db, close } = await openDatabase({ dataDir: folder, databaseUrl: null }, { ...usualPatience, ms: 20 });
  const other = new DatabaseSync(join(folder, storeFileName));
  onTestFinished(async () => {
    other.close();
    await close();
    rmSync(folder, { recursive: true });
  });
  return { ...(await aSender({ db })), db, other };
}

test('a mail that was taken while another program locks the store is written down when it lets go, and not sent twice', async () => {
  const { db, sender, server, other, logged } = await aSenderOnFile();
  const id = await aMessage(db, start);
  const waits: number[] = [];
  const transport: Transport = {
    ...sender.transport,
    deliver: (...mail) => sender.transport.deliver(...mail).finally(() => other.exec('BEGIN IMMEDIATE')),
  };
  const wait = async (ms: number) => {
    waits.push(ms);
    if (waits.length === 3) other.exec('ROLLBACK');
  };
  expect((await sendDue({ ...sender, transport, wait })).accepted).toBe(1);
  expect(waits).toEqual([1000, 2000, 4000]);
  expect(await readMessage(db, id)).toMatchObject({ state: 'accepted', unknowns: 0 });
  await sendDue(sender);
  expect(server.received).toHaveLength(1);
  expect(logged()[0]).toMatchObject({ event: 'outcome-not-written', message: id, outcome: 'accepted' });
});

test('nor when the disk is full, until there is room again', async () => {
  const { db, sender, server } = await aSenderOnFile();
  const id = await aMessage(db, start);
  const fill = (pages: number) => sql.raw(`PRAGMA max_page_count = ${pages}`).execute(db);
  // No table has a free page left, so a longer reply than a page holds finds no room.
  const transport: Transport = {
    ...sender.transport,
    deliver: async (...mail) => {
      const outcome = await sender.transport.deliver(...mail);
      await fill(1);
      return { ...outcome, reply: 'x'.repeat(20_000) };
    },
  };
  let waits = 0;
  const wait = async () => {
    waits += 1;
    if (waits === 2) await fill(1_000_000);
  };
  expect((await sendDue({ ...sender, transport, wait })).accepted).toBe(1);
  expect(waits).toBe(2);
  expect((await readMessage(db, id)).state).toBe('accepted');
  await sendDue(sender);
  expect(server.received).toHaveLength(1);
});

test('a round that a locked store breaks off before a mail begins loses none, and the next round sends them', async () => {
  const { db, sender, server, other } = await aSenderOnFile();
  await aMessage(db, start);
  await aMessage(db, start);
  const compose: typeof sender.compose = (message) => {
    other.exec('BEGIN IMMEDIATE');
    return sender.compose(message);
  };
  await expect(sendDue({ ...sender, compose })).rejects.toMatchObject({ code: 'STORE_BUSY' });
  expect(server.received).toEqual([]);
  other.exec('ROLLBACK');
  expect((await sendDue(sender)).accepted).toBe(2);
});

test('it waits longer and longer, half a minute at most', async () => {
  const waits: number[] = [];
  const locked = Object.assign(new Error('database is locked'), { code: 'ERR_SQLITE_ERROR' });
  const write = async () => {
    if (waits.length < 8) throw locked;
    return 'written';
  };
  const wait = async (ms: number) => void waits.push(ms);
  expect(await untilWritten(write, wait, () => undefined)).toBe('written');
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
});

test('what is no fault of the store is not tried again', async () => {
  const broken = () => Promise.reject(new TypeError('no such thing'));
  await expect(
    untilWritten(
      broken,
      async () => undefined,
      () => undefined,
    ),
  ).rejects.toThrow('no such thing');
});
