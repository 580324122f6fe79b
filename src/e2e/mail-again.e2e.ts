import { afterAll, beforeAll, expect, it } from 'vitest';
import { suppress } from '#server/outbox/suppression.ts';
import { aRunningApp, type RunningApp } from '#testing/a-running-app.ts';
import { aTeamInStore, emailOf, personIdOf } from '#testing/a-team-in-database.ts';
import { signInOverHttp } from '#testing/sign-in-over-http.ts';

const now = Date.parse('2026-11-24T08:00:00Z');
const trainer = 'trainer@kazehaya.example';

let open: RunningApp;
let url: string;
let cookie = '';
let teamPath: string;
let person: string;

beforeAll(async () => {
  open = await aRunningApp(() => now, { TRAINERS: trainer });
  url = `http://localhost:${open.port}`;
  const { db } = open.app.store;
  const team = await aTeamInStore(db, ['Mei', 'Jan'], now);
  teamPath = `/desk/teams/${team.id}`;
  person = `${teamPath}/people/${await personIdOf(db, 'Mei')}`;
  const said = '550 5.1.1 <script>alert(1)</script> unknown';
  await suppress(db, { address: emailOf('Mei'), kind: 'hard', reason: said, since: now, until: null });
  ({ cookie } = await signInOverHttp(url, open.received, trainer));
});

afterAll(() => open.close());

function post(path: string, fields: Record<string, string> = {}, origin = url): Promise<Response> {
  const headers = { Origin: origin, Cookie: cookie };
  return fetch(`${url}${path}`, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) });
}

async function read(path: string): Promise<string> {
  return (await fetch(`${url}${path}`, { headers: { Cookie: cookie } })).text();
}

it('the team’s page lists who gets no mail, and says what a server said as text', async () => {
  const page = await read(teamPath);
  expect(page).toContain('Addresses that get no mail');
  expect(page).toContain('there is no such mailbox');
  expect(page).toContain(emailOf('Mei'));
  expect(page).not.toContain('<script>alert(1)');
});

it('a button lets the address have mail again, which is told and can be undone', async () => {
  const lifted = await post(`${person}/mail-again`);
  expect(lifted.status).toBe(303);
  const location = lifted.headers.get('location') ?? '';
  const told = await read(location);
  expect(told).toContain('Mei gets mail again');
  expect(told).not.toContain(emailOf('Mei'));
  expect((await post(`${person}/no-mail-after-all`)).status).toBe(303);
  expect(await read(location), 'the notice is gone with what it told').not.toContain('Mei gets mail again');
  expect(await read(teamPath)).toContain(emailOf('Mei'));
});

it('neither a look, nor a form of another site, nor somebody who is not signed in changes anything', async () => {
  await read(`${person}/mail-again`);
  expect((await post(`${person}/mail-again`, {}, 'https://evil.example')).status).toBe(403);
  const stranger = await fetch(`${url}${person}/mail-again`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: url },
  });
  expect(stranger.headers.get('location')).toBe('/desk/sign-in');
  expect(await read(teamPath)).toContain(emailOf('Mei'));
});

it('once everybody gets mail, the page says nothing of it', async () => {
  await post(`${person}/mail-again`);
  expect(await read(teamPath)).not.toContain('Addresses that get no mail');
});
