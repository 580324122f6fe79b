import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { deskCookie } from '#server/desk/desk-cookies.ts';
import { CookieBrowser } from '#testing/a-cookie-browser.ts';
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

/** Whoever asked or signed in before is forgotten. */
beforeEach(() => {
  now += 9 * 60 * minute;
});

/** A browser that asks for links. */
class Browser extends CookieBrowser {
  constructor() {
    super(url);
  }

  ask(email = trainer) {
    return this.send('/desk/sign-in', { email });
  }

  token() {
    return this.cookie(deskCookie('session', url).name);
  }
}

/** The links in mail from the `first` letter on, once there are `count` of them. */
async function links(first: number, count = 1): Promise<string[]> {
  await vi.waitFor(() => expect(open.received).toHaveLength(first + count), { timeout: 15_000 });
  return open.received.slice(first).map(({ text }) => /^http\S+\/desk\/enter\/\S+$/m.exec(text ?? '')?.[0] ?? '');
}

it('answers the same whether or not an address is a trainer’s, and mails one letter for a double click', async () => {
  const before = open.received.length;
  const shape = async (browser: Browser, email: string) => {
    const { status, to, headers, body } = await browser.ask(email);
    const names = [...headers.keys()].filter((name) => name !== 'date');
    const cookies = browser.sent.map((line) => line.replace(/=[\w-]{34};/, '=TOKEN;'));
    return { status, to, body, names, cookies };
  };
  const unknown = await shape(new Browser(), 'nobody@kazehaya.example');
  expect(unknown).toMatchObject({ status: 303, to: '/desk/sign-in?sent' });
  const browser = new Browser();
  for (let turn = 0; turn < 3; turn += 1) expect(await shape(browser, trainer)).toEqual(unknown);
  await links(before);
});

it('a link opened in another browser says so, shows a code and lets nobody in; the code lets in where it was asked for', async () => {
  const before = open.received.length;
  const [laptop, phone] = [new Browser(), new Browser()];
  await laptop.ask();
  const [link = ''] = await links(before);
  const seen = await phone.send(link);
  expect(seen).toMatchObject({ status: 200, body: expect.stringContaining('asked for in another browser') });
  const code = />\s*(\d{4} \d{4})\s*</.exec(seen.body)?.[1] ?? '';
  expect(await phone.send(link, {})).toMatchObject({ status: 200 });
  expect(await phone.send('/desk/sign-in', { code })).toMatchObject({ status: 422 });
  expect(phone.token()).toBeUndefined();
  expect(await laptop.send('/desk/sign-in', { code: '0000 0000' })).toMatchObject({ status: 422 });
  expect(await laptop.send('/desk/sign-in', { code })).toMatchObject({ status: 303, to: '/desk' });
  expect(await laptop.send('/desk')).toMatchObject({ status: 200 });
  expect(open.logged.text()).toContain('"way":"code"');
});

it('a stranger may ask as often as they like: they are told to wait, and the trainer gets in by a link of her own', async () => {
  const before = open.received.length;
  const stranger = new Browser();
  for (let turn = 0; turn < 6; turn += 1) {
    await stranger.ask();
    // Each letter leaves before the clock goes on: one that waits for ten minutes is sent no more.
    await links(before, turn + 1);
    now += 2 * minute;
  }
  const refused = await stranger.ask();
  expect(refused).toMatchObject({ status: 429, body: expect.stringContaining('48 minutes') });
  expect(refused.headers.get('retry-after')).toBe(String(48 * 60));
  expect(await new Browser().ask('nobody@kazehaya.example')).toMatchObject({ status: 303 });
  expect(open.logged.text()).toContain('sign-in-limited');
  expect(open.logged.text()).not.toContain(trainer);
});

it('a session changes its token as it goes, is listed, and ends everywhere at once', async () => {
  const before = open.received.length;
  const [laptop, desktop] = [new Browser(), new Browser()];
  for (const [index, browser] of [laptop, desktop].entries()) {
    await browser.ask();
    const [link = ''] = await links(before + index);
    expect(await browser.send(link, {})).toMatchObject({ status: 303, to: '/desk' });
    expect(browser.sent.join('\n')).toMatch(/nodomoto-desk=[\w-]{34}; .*HttpOnly; SameSite=Lax/i);
  }
  const first = laptop.token();
  now += 16 * minute;
  await laptop.send('/desk/sessions');
  expect(laptop.token()).not.toBe(first);
  const list = await laptop.send('/desk/sessions');
  expect(list.body.match(/<time/g)).toHaveLength(4);
  expect(list.body).toContain('This browser');
  expect(await laptop.send('/desk/sessions', {})).toMatchObject({ status: 303, to: '/desk/sign-in?everywhere' });
  for (const browser of [laptop, desktop]) expect(await browser.send('/desk')).toMatchObject({ to: '/desk/sign-in' });
});
