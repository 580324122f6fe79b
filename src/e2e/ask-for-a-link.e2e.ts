import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { aRunningApp, type RunningApp } from '#testing/a-running-app.ts';

const minute = 60_000;
const trainer = 'mei@kazehaya.example';

let now = Date.parse('2026-11-24T08:00:00Z');
let open: RunningApp;
let url: string;

beforeAll(async () => {
  open = await aRunningApp(() => now, { TRAINERS: trainer });
  url = `http://localhost:${open.port}`;
});

afterAll(() => open.close());

/** What is answered to a request for a link, but for the moment it was answered. */
async function ask(email: string) {
  const answer = await fetch(`${url}/desk/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: url },
    body: new URLSearchParams({ email }),
  });
  const headers = [...answer.headers].filter(([name]) => name !== 'date');
  return { status: answer.status, headers, body: await answer.text() };
}

const links = () => open.received.map(({ text }) => /^http\S+\/desk\/enter\/\S+$/m.exec(text ?? '')?.[0] ?? '');

it('answers the same whether or not an address is a trainer’s, and however often it was asked', async () => {
  const unknown = await ask('nobody@kazehaya.example');
  expect(unknown.status).toBe(303);
  for (let turn = 0; turn < 10; turn += 1) expect(await ask(trainer)).toEqual(unknown);
  await vi.waitFor(() => expect(open.received).toHaveLength(1));
  expect(links()[0]).toMatch(/[A-Za-z0-9]$/);
});

it('a trainer whose address strangers asked for gets in all the same: by the first letter, and by the next', async () => {
  const [first = ''] = links();
  now += 10 * minute;
  await ask(trainer);
  await vi.waitFor(() => expect(open.received).toHaveLength(2));
  const [, second = ''] = links();
  for (const link of [first, second]) {
    const entered = await fetch(link, { method: 'POST', redirect: 'manual', headers: { Origin: url } });
    expect(entered.headers.get('location')).toBe('/desk');
    expect(entered.headers.get('set-cookie')).toContain('nodomoto-desk=');
  }
  await ask(trainer);
  await vi.waitFor(() => expect(open.received).toHaveLength(3));
});
