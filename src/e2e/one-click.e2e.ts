import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signToken } from '#server/answers/token.ts';
import type { KeyedRow } from '#server/database/row-key.ts';
import { aRunningApp, type RunningApp } from '#testing/a-running-app.ts';
import { aTeamInStore, personRowOf } from '#testing/a-team-in-database.ts';

const now = Date.parse('2026-11-24T08:00:00Z');

let open: RunningApp;
let url: string;
let mei: KeyedRow;

beforeAll(async () => {
  open = await aRunningApp(() => now);
  const { db } = open.app.store;
  await aTeamInStore(db, ['Mei'], now);
  mei = await personRowOf(db, 'Mei');
  url = `http://localhost:${open.port}/u/${signToken(open.app.answers.keys, 'unsubscribe', mei, now + 86_400_000)}`;
});

afterAll(() => open.close());

beforeEach(async () => {
  await open.app.store.db.updateTable('person').set({ unsubscribed_at: null }).execute();
});

async function unsubscribedAt(): Promise<number | null> {
  const { db } = open.app.store;
  const person = await db
    .selectFrom('person')
    .select('unsubscribed_at')
    .where('id', '=', mei.id)
    .executeTakeFirstOrThrow();
  return person.unsubscribed_at;
}

const form = 'application/x-www-form-urlencoded';
const wish = 'List-Unsubscribe=One-Click';
const parts = (end: string) =>
  ['--part', 'Content-Disposition: form-data; name="List-Unsubscribe"', '', 'One-Click', `--part--${end}`].join('\r\n');

describe('a mail provider that posts to the address of List-Unsubscribe', () => {
  it.each<[how: string, type: string | null, body: string | null]>([
    ['the form of RFC 8058', form, wish],
    ['the form with CRLF at its end', form, `${wish}\r\n`],
    ['the form with LF at its end', form, `${wish}\n`],
    ['the form with a charset', `${form}; charset=UTF-8`, wish],
    ['the form, its type in capitals', 'Application/X-WWW-Form-URLencoded', wish],
    ['multipart/form-data', 'multipart/form-data; boundary=part', parts('\r\n')],
    ['multipart/form-data without a last line end', 'multipart/form-data; boundary=part', parts('')],
    ['multipart/form-data that breaks off', 'multipart/form-data; boundary=part', parts('').slice(0, 60)],
    ['multipart/form-data without its boundary', 'multipart/form-data', parts('\r\n')],
    ['text/plain', 'text/plain', wish],
    ['a type nobody knows', 'application/octet-stream', wish],
    ['no content type', null, wish],
    ['an empty body', null, ''],
    ['no body at all', null, null],
    ['an empty form', form, ''],
  ])('by %s is obeyed, and told so in plain words', async (_, type, body) => {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: type === null ? {} : { 'Content-Type': type },
      ...(body !== null && { body: new TextEncoder().encode(body) }),
    });
    expect([answer.status, await answer.text()]).toEqual([200, 'Unsubscribed.\n']);
    expect(await unsubscribedAt()).toBe(now);
  });

  it('twice is told the same twice', async () => {
    for (const _ of [1, 2]) expect((await fetch(url, { method: 'POST' })).status).toBe(200);
  });

  it('with a token of nobody is told that it opens nothing', async () => {
    const answer = await fetch(`${url}x`, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect([answer.status, await answer.text()]).toEqual([404, 'This link opens nothing.\n']);
    expect(await unsubscribedAt()).toBeNull();
  });
});

describe('the same address', () => {
  it.each(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'])('asked by %s changes nothing', async (method) => {
    await fetch(`${url}?List-Unsubscribe=One-Click&act=unsubscribe`, { method });
    expect(await unsubscribedAt()).toBeNull();
  });

  it('takes the way out, and back, from the form of its own page', async () => {
    const ask = (act: string) =>
      fetch(url, {
        method: 'POST',
        redirect: 'manual',
        headers: { Origin: new URL(url).origin },
        body: new URLSearchParams({ act }),
      });
    expect((await ask('unsubscribe')).status).toBe(303);
    expect(await unsubscribedAt()).toBe(now);
    const back = await ask('undo');
    expect([back.status, back.headers.get('location')]).toEqual([303, expect.stringMatching(/\?back$/)]);
    expect(await unsubscribedAt()).toBeNull();
  });

  it('refuses a form on another site', async () => {
    const headers = { Origin: 'https://elsewhere.example' };
    expect((await fetch(url, { method: 'POST', headers })).status).toBe(403);
    expect(await unsubscribedAt()).toBeNull();
  });
});
