import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Db } from '#server/database/open-database.ts';
import { aStore, timesTried, withStore } from '#testing/a-database.ts';
import { aSessionKeeper } from '#testing/a-signed-in-trainer.ts';
import { changeEveryMs, overlapMs } from './session-life.ts';
import { beginSession, endSession, endSessionsOf, listSessions, readSession } from './sessions.ts';

const now = Date.parse('2026-11-24T08:30:00Z');
const minute = 60_000;
const hour = 60 * minute;
const mei = 'mei@kazehaya.example';

async function aSession(db: Db) {
  const keeper = aSessionKeeper(db, [mei]);
  const { token } = await beginSession(keeper, mei, 'link', now);
  const read = (shown: string, at: number) => readSession(keeper, shown, at);
  return { keeper, token, read };
}

/** The token that the answer to a request at `at` brings. */
async function renewedAt({ read }: Pick<Awaited<ReturnType<typeof aSession>>, 'read'>, shown: string, at: number) {
  const renewed = (await read(shown, at))?.renewed;
  if (!renewed) throw new Error('the token was not changed');
  return renewed.token;
}

test('a session lasts while it is used, and ends after eight hours without a click', async () => {
  const { read, token } = await aSession(await aStore());
  expect(await read(token, now + 8 * hour)).toBeNull();
  let shown = token;
  for (let at = now; at < now + 30 * hour; at += 5 * hour) shown = (await read(shown, at))?.renewed?.token ?? shown;
  expect(await read(shown, now + 33 * hour - 1)).toMatchObject({ email: mei });
});

test('a session that is used all the time ends after a week, and sooner when the setting is made shorter meanwhile', async () => {
  const { keeper, token } = await aSession(await aStore());
  let shown = token;
  for (let at = now; at < now + 168 * hour; at += hour)
    shown = (await readSession(keeper, shown, at))?.renewed?.token ?? shown;
  expect(await readSession(keeper, shown, now + 168 * hour - 1)).toMatchObject({ email: mei });
  const day = { ...keeper, limits: { ...keeper.limits, longestMs: 24 * hour } };
  expect(await readSession(day, shown, now + 168 * hour - 1)).toBeNull();
  expect(await readSession(keeper, shown, now + 168 * hour)).toBeNull();
});

test('a session ends on leaving, and when its trainer is taken off the list', async () => {
  const { keeper, token, read } = await aSession(await aStore());
  expect(await readSession({ ...keeper, trainers: [] }, token, now)).toBeNull();
  expect(await read(token, now)).toMatchObject({ email: mei });
  await endSession(keeper, token);
  expect(await read(token, now)).toBeNull();
  for (const none of [undefined, '', 'guess']) expect(await readSession(keeper, none, now)).toBeNull();
});

test('a token is exchanged for another every quarter of an hour, and the old one is taken for a minute after the new one came', async () => {
  const session = await aSession(await aStore());
  const { read, token } = session;
  expect((await read(token, now + changeEveryMs - 1))?.renewed).toBeNull();
  const at = now + changeEveryMs;
  const second = await renewedAt(session, token, at);
  expect(await read(token, at + 30_000)).toEqual({ email: mei, renewed: null });
  expect(await read(second, at + 40_000)).toEqual({ email: mei, renewed: null });
  expect(await read(token, at + 40_000 + overlapMs - 1)).toEqual({ email: mei, renewed: null });
  expect(await read(second, at + 40_000 + overlapMs)).toEqual({ email: mei, renewed: null });
});

test('of many requests at once one brings the new token, and none is turned away', async () => {
  const { read, token } = await aSession(await aStore());
  const answers = await Promise.all(Array.from({ length: 8 }, () => read(token, now + changeEveryMs)));
  expect(answers.every((answer) => answer?.email === mei)).toBe(true);
  expect(answers.filter((answer) => answer?.renewed)).toHaveLength(1);
});

test('a browser that never got the answer with its new token is given another', async () => {
  const session = await aSession(await aStore());
  const at = now + changeEveryMs;
  const lost = await renewedAt(session, session.token, at);
  const given = await renewedAt(session, session.token, at + overlapMs);
  expect(await session.read(lost, at + overlapMs)).toBeNull();
  expect(await session.read(given, at + overlapMs)).toMatchObject({ email: mei });
});

test('when an exchanged token comes back, two have it: the session ends for both, and the log says so', async () => {
  const session = await aSession(await aStore());
  const { read, token, keeper } = session;
  const at = now + changeEveryMs;
  const second = await renewedAt(session, token, at);
  await read(second, at + 1);
  expect(await read(token, at + 1 + overlapMs)).toBeNull();
  expect(await read(second, at + 1 + overlapMs)).toBeNull();
  expect(keeper.logged.lines()).toContainEqual({ level: 'warn', event: 'session-token-reused', sessions: 1 });
});

test('signing out everywhere ends every session of an address, voids its links, and nobody else’s', async () => {
  const db = await aStore();
  const keeper = aSessionKeeper(db, [mei, 'jan@kazehaya.example']);
  const own = [await beginSession(keeper, mei, 'link', now), await beginSession(keeper, mei, 'code', now)];
  const other = await beginSession(keeper, 'jan@kazehaya.example', 'link', now);
  const link = { email: mei, browser_hash: 'b', code_hash: 'c', expires_at: now + hour };
  await db
    .insertInto('sign_in')
    .values({ ...link, token_hash: 'l' })
    .execute();
  expect(await endSessionsOf(keeper, ' Mei@Kazehaya.example')).toBe(2);
  for (const { token } of own) expect(await readSession(keeper, token, now)).toBeNull();
  expect(await readSession(keeper, other.token, now)).toMatchObject({ email: 'jan@kazehaya.example' });
  expect(await db.selectFrom('sign_in').selectAll().execute()).toEqual([]);
  expect(await endSessionsOf(keeper, mei)).toBe(0);
  expect(keeper.logged.lines()).toContainEqual({ level: 'info', event: 'session-ended', sessions: 2 });
});

test('the list shows the open sessions of one address, which of them asks, and nothing of a browser', async () => {
  const db = await aStore();
  const { keeper, token } = await aSession(db);
  await beginSession(keeper, 'jan@kazehaya.example', 'link', now);
  const { token: later } = await beginSession(keeper, mei, 'link', now + hour);
  expect(await listSessions(keeper, mei, token, now + 2 * hour)).toEqual([
    { beganAt: now + hour, usedAt: now + hour, isThis: false },
    { beganAt: now, usedAt: now, isThis: true },
  ]);
  expect(await listSessions(keeper, mei, later, now + 8 * hour)).toEqual([
    { beganAt: now + hour, usedAt: now + hour, isThis: true },
  ]);
  const { session } = { session: await db.selectFrom('session').selectAll().executeTakeFirstOrThrow() };
  expect(Object.keys(session).sort()).toEqual(
    ['before_until', 'began_at', 'changed_at', 'email', 'expires_at', 'token_before', 'token_hash', 'used_at'].sort(),
  );
});

test('sessions that have ended go when the next begins', async () => {
  const db = await aStore();
  const { keeper } = await aSession(db);
  await beginSession(keeper, mei, 'link', now + 9 * hour);
  expect(await db.selectFrom('session').select('began_at').execute()).toEqual([{ began_at: now + 9 * hour }]);
});

test('however requests come and answers are lost, a browser that goes on clicking stays in, and a token that was never given opens nothing', async () => {
  const click = fc.record({ afterMs: fc.integer({ min: 0, max: 3 * hour }), lost: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(click, { maxLength: 25 }), (clicks) =>
      withStore(async (db) => {
        const { read, token } = await aSession(db);
        let shown = token;
        let at = now;
        for (const { afterMs, lost } of clicks) {
          at += afterMs;
          if (at >= now + 168 * hour) return;
          const answer = await read(shown, at);
          expect(answer).toMatchObject({ email: mei });
          if (answer?.renewed && !lost) shown = answer.renewed.token;
          expect(await read(`${shown}x`, at)).toBeNull();
        }
      }),
    ),
    { numRuns: timesTried(60) },
  );
});
