import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#server/database/open-database.ts';
import type { Transport } from '#server/mail/transport.ts';
import { aStorePlace } from '#testing/a-database.ts';
import { aMessage, readMessage } from '#testing/a-message.ts';
import { aSender, start } from '#testing/a-sender.ts';
import { sendDue } from './send-due.ts';

/** A sender on a database, to which an administrator has a connection too. */
async function aSenderOnDatabase() {
  const place = await aStorePlace();
  const [{ db, close }, admin] = [await openDatabase(place), await openDatabase(place)];
  onTestFinished(async () => {
    await Promise.all([close(), admin.close()]);
  });
  return { ...(await aSender({ db })), db, admin: admin.db };
}

test('a mail that was taken while the database goes away is written down when it is back, and not sent twice', async () => {
  const { db, sender, server, admin, logged } = await aSenderOnDatabase();
  const id = await aMessage(db, start);
  const allow = (connections: boolean) =>
    sql`UPDATE pg_database SET datallowconn = ${connections} WHERE datname = current_database()`.execute(admin);
  const closeOthers = () =>
    sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`.execute(admin);
  const transport: Transport = {
    ...sender.transport,
    deliver: async (...mail) => {
      const outcome = await sender.transport.deliver(...mail);
      await allow(false);
      await closeOthers();
      return outcome;
    },
  };
  const waits: number[] = [];
  const wait = async (ms: number) => {
    waits.push(ms);
    if (waits.length === 3) await allow(true);
  };
  expect((await sendDue({ ...sender, transport, wait })).accepted).toBe(1);
  expect(waits.length).toBeGreaterThanOrEqual(3);
  expect(await readMessage(db, id)).toMatchObject({ state: 'accepted', unknowns: 0 });
  await sendDue(sender);
  expect(server.received).toHaveLength(1);
  expect(logged()[0]).toMatchObject({ event: 'outcome-not-written', message: id, outcome: 'accepted' });
});
