import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { largestFile } from '#server/people/imports/largest-file.ts';
import { aRunningApp, type RunningApp } from '#testing/a-running-app.ts';
import { runScript } from '#testing/running-product.ts';
import { signInOverHttp } from '#testing/sign-in-over-http.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const hana = 'hana@works.example';
const tara = 'tara@works.example';

let open: RunningApp;
let url: string;
let houseCookie: string;
let house: Trainer;
let ofMotors: Trainer;

/** A trainer as a browser without scripts: every form is posted, every answer followed. */
type Trainer = {
  get: (path: string) => Promise<{ status: number; text: string; path: string }>;
  post: (path: string, fields: Record<string, string>) => Promise<{ status: number; text: string; path: string }>;
  bring: (
    bytes: string | Uint8Array<ArrayBuffer>,
    absence: string,
    name?: string,
  ) => Promise<{ status: number; text: string; path: string }>;
};

function trainer(cookie: string): Trainer {
  const send = async (path: string, init: RequestInit) => {
    const reply = await fetch(`${url}${path}`, {
      ...init,
      headers: { Origin: url, Cookie: cookie, ...init.headers },
      redirect: 'manual',
    });
    const to = reply.headers.get('location');
    if (to) return get(to.replace(url, ''));
    return { status: reply.status, text: await reply.text(), path };
  };
  const get: Trainer['get'] = (path) => send(path, {});
  return {
    get,
    post: (path, fields) => send(path, { method: 'POST', body: new URLSearchParams(fields) }),
    bring: (bytes, absence, name = 'people.csv') => {
      const form = new FormData();
      form.set('absence', absence);
      form.set('file', new File([bytes], name));
      return send('/desk/people/import', { method: 'POST', body: form });
    },
  };
}

beforeAll(async () => {
  open = await aRunningApp(() => now, { TRAINERS: hana });
  url = `http://localhost:${open.port}`;
  houseCookie = (await signInOverHttp(url, open.received, hana)).cookie;
  house = trainer(houseCookie);
  await taken(
    'team,name,email,role,zone\nMotors,Ana,ana@works.example,buyer,Etc/UTC\nFluids,Olga,olga@works.example,buyer,Etc/UTC',
  );
  const { db } = open.app.store;
  const { id } = await db.selectFrom('team').select('id').where('name', '=', 'Motors').executeTakeFirstOrThrow();
  await db.insertInto('team_trainer').values({ team_id: id, email: tara }).execute();
  ofMotors = trainer((await signInOverHttp(url, open.received, tara)).cookie);
});

afterAll(async () => {
  await open.close();
});

const seenIn = (text: string) => /name="seen" value="([^"]+)"/.exec(text)?.[1] ?? '';
const emails = async () =>
  (await open.app.store.db.selectFrom('person').select('email').orderBy('email').execute()).map(({ email }) => email);

/** Applies what a preview shows, and waits until it is written. */
async function applied(page: { text: string; path: string }, by = house) {
  await by.post(page.path, { act: 'apply', seen: seenIn(page.text) });
  return vi.waitUntil(
    async () => {
      const after = await by.get(page.path);
      return after.text.includes('The list was taken in') ? after : false;
    },
    { timeout: 15_000 },
  );
}

async function taken(text: string) {
  return applied(await house.bring(text, 'nobody'));
}

/** What a form holds before anybody touches it: the options and texts that it proposes. */
function proposedIn(page: string): Record<string, string> {
  const selects = [...page.matchAll(/<select[^>]* name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g)];
  const chosen = selects.map(([, name = '', inside = '']) => [
    name,
    /<option value="([^"]*)"[^>]* selected/.exec(inside)?.[1] ?? '',
  ]);
  const texts = [...page.matchAll(/<input[^>]* name="(zone)"[^>]* value="([^"]*)"/g)].map(([, name, value]) => [
    name,
    value,
  ]);
  return Object.fromEntries([...chosen, ...texts]);
}

it('HR’s file with odd headings is taken in within six actions, remembered for the next, and undone with one button', async () => {
  const before = await emails();
  const list = [
    'Dienststelle;Mensch;Elektropost;Obliegenheit;Standort',
    'Motors;Ana;ana@works.example;Einkäuferin;Berlin',
    'Motors;Bea Müller;bea@works.example;Einkäuferin;Berlin',
  ].join('\n');
  const actions = ['choose the file', 'say who is missing', 'send it'];
  const asked = await house.bring(list, 'nobody');
  expect(asked.path).toMatch(/\/headings$/);
  const proposed = proposedIn(asked.text);
  expect(proposed).toMatchObject({
    'column.0': 'team',
    'column.1': 'name',
    'column.2': 'email',
    'column.3': '',
    'column.4': 'zone',
  });
  actions.push('say what those who join do', 'agree to how it is read');
  const preview = await house.post(asked.path, { ...proposed, otherRole: 'buyer', absence: 'nobody' });
  expect(preview.text).toContain('Bea Müller');
  expect(await emails()).toEqual(before);
  actions.push('take it in');
  const done = await applied(preview);
  expect(actions.length).toBeLessThanOrEqual(6);
  expect(done.text).toContain('1 person joined');
  expect(await emails()).toEqual([...before, 'bea@works.example'].sort());
  const again = await house.bring(list, 'nobody');
  expect(again.text).toContain('Everything in the list is known already');
  const confirm = await house.get(`${done.path}/undo`);
  expect(confirm.text).toContain('1 person who joined are taken out again');
  await house.post(`${done.path}/undo`, {});
  await vi.waitUntil(async () => (await house.get(done.path)).text.includes('The import was undone'), {
    timeout: 15_000,
  });
  expect(await emails()).toEqual(before);
});

it('a plan that was made before the world changed is shown again, and not done', async () => {
  const preview = await house.bring(
    'team,name,email,role,zone\nMotors,Ana,ana@works.example,planner,Etc/UTC',
    'nobody',
  );
  await open.app.store.db
    .updateTable('person')
    .set({ role: 'quality' })
    .where('email', '=', 'ana@works.example')
    .execute();
  const refused = await house.post(preview.path, { act: 'apply', seen: seenIn(preview.text) });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('People or teams have changed since you saw this');
  expect((await applied(refused)).text).toContain('1 person changed');
});

it('a trainer of one team takes in people of that team alone, and sees no import of another', async () => {
  const list =
    'team,name,email,role,zone\nFluids,Olga,olga@works.example,planner,Etc/UTC\nMotors,Tim,tim@works.example,buyer,Etc/UTC';
  const preview = await ofMotors.bring(list, 'house');
  expect(preview.text).toContain('is not one of your teams');
  await ofMotors.post(preview.path, { act: 'apply', seen: seenIn(preview.text), withoutFaulty: 'on' });
  await vi.waitUntil(async () => (await emails()).includes('tim@works.example'), { timeout: 15_000 });
  const olga = await open.app.store.db
    .selectFrom('person')
    .selectAll()
    .where('email', '=', 'olga@works.example')
    .executeTakeFirstOrThrow();
  expect(olga).toMatchObject({ role: 'buyer', leaves_on: null });
  const other = await house.bring('team,name,email,role,zone\nFluids,Pia,pia@works.example,buyer,Etc/UTC', 'nobody');
  expect((await ofMotors.get(other.path)).path).toBe('/desk/people/import');
  expect((await ofMotors.post(`${other.path}/headings`, { absence: 'nobody' })).text).not.toContain('Pia');
  await ofMotors.post(other.path, { act: 'drop' });
  expect((await house.get(other.path)).text).toContain('Pia');
});

const people = 'team,name,email,role,zone\n';
const bad: [string, string | Uint8Array<ArrayBuffer>, RegExp][] = [
  ['nothing', '', /Choose a file first/],
  [
    'bytes of no list',
    new Uint8Array(4096).map((_, index) => (index * 7919) % 256),
    /cannot be read|How this file is read/,
  ],
  [
    'nulls',
    `${people}Motors,N\0l,nul@works.example,buyer,Etc/UTC`,
    /Lines that cannot be taken|cannot be read|How this file/,
  ],
  [
    'a name that turns the direction',
    `${people}Motors,\u202eanA,bidi@works.example,buyer,Etc/UTC`,
    /Lines that cannot be taken|cannot be read/,
  ],
  [
    'a line of five megabytes',
    `${people}Motors,${'x'.repeat(5_000_000)},long@works.example,buyer,Etc/UTC`,
    /Lines that cannot be taken|cannot be read/,
  ],
  [
    'a quote that never closes',
    `${people}Motors,"open,q@works.example,buyer,Etc/UTC`,
    /cannot be read|Lines that cannot/,
  ],
  [
    'a header in an address',
    `${people}Motors,Eve,"e@works.example\r\nBcc: all@works.example",buyer,Etc/UTC`,
    /Lines that cannot be taken/,
  ],
];

it.each(bad)('%s is refused with a reason, and changes nothing', async (_, bytes, says) => {
  const before = await emails();
  const page = await house.bring(bytes, 'house');
  expect(page.status).toBeLessThan(500);
  expect(page.text).toMatch(says);
  const after = await house.post(page.path, { act: 'apply', seen: seenIn(page.text), manyLeave: 'on' });
  expect(after.status).toBeLessThan(500);
  expect(await emails()).toEqual(before);
});

it.each(bad)('on the Japanese desk %s is refused in Japanese alone', async (_, bytes) => {
  const japanese = trainer(`${houseCookie}; nodomoto-language=ja`);
  const page = await japanese.bring(bytes, 'house');
  expect(page.status).toBeLessThan(500);
  const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(page.text) ?? [];
  // Choices of encoding show the file as it may be read; their words are not ours.
  const own = main.replaceAll(/<span class="ui read"[^>]*>[^<]*/g, '').replaceAll(/<select[\s\S]*?<\/select>/g, '');
  const said = own
    .replaceAll(/<[^>]*>/g, '\n')
    .split('\n')
    .filter((line) => /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(line));
  expect(main).toMatch(/[\u3040-\u30ff]/);
  expect(said).toEqual([]);
});

it('a formula is a name like any other, and stays text on the page', async () => {
  const formula = '=HYPERLINK("http://evil.example";"Pay")';
  const page = await house.bring(
    `${people}Motors,"${formula.replaceAll('"', '""')}",f@works.example,buyer,Etc/UTC`,
    'nobody',
  );
  expect(page.text).toContain('=HYPERLINK(&quot;http://evil.example&quot;;&quot;Pay&quot;)');
  await applied(page);
  const row = await open.app.store.db
    .selectFrom('person')
    .select('name')
    .where('email', '=', 'f@works.example')
    .executeTakeFirst();
  expect(row?.name).toBe(formula);
});

it('a file that is too large is refused with a page, from a stranger before it is read', async () => {
  const page = await house.bring(new Uint8Array(largestFile + 100_000), 'nobody');
  expect(page.status).toBe(413);
  expect(page.text).toContain('This is too much at once');
  const stranger = await trainer('').bring('x'.repeat(100_000), 'nobody');
  expect(stranger.status).toBe(413);
  expect(await open.app.store.db.selectFrom('people_import').select('key').where('made_by', '=', '').execute()).toEqual(
    [],
  );
});

it('a form of many parts, or of another kind, is none', async () => {
  const form = new FormData();
  for (let index = 0; index < 500; index += 1) form.set(`f${index}`, 'x');
  form.set('file', new File(['team,name'], 'p.csv'));
  const cookie = (await signInOverHttp(url, open.received, hana)).cookie;
  for (const body of [form, 'act=apply'] as const) {
    const reply = await fetch(`${url}/desk/people/import`, {
      method: 'POST',
      body,
      headers: { Origin: url, Cookie: cookie },
    });
    expect(reply.status).toBe(422);
  }
});

it('the command line shows the same plan, asks before anybody leaves, lists what was done, and undoes it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'people.csv');
  const run = (...args: string[]) => runScript('scripts/nudge.ts', args, { DATA_DIR: folder, LOG_LEVEL: 'error' });
  const list = (...names: string[]) =>
    writeFileSync(file, people + names.map((name) => `Motors,${name},${name}@works.example,buyer,Etc/UTC`).join('\n'));
  list('Ana', 'Ben');
  expect((await run('import', file, '--dry-run')).stdout).toMatch(/people: 2 added[\s\S]*Dry run, nothing saved/);
  expect(await run('import', file)).toMatchObject({ code: 0, stdout: expect.stringContaining('2 people joined') });
  list('Ana');
  const asked = await run('import', file, '--leavers', 'teams');
  expect(asked).toMatchObject({ code: 1, stdout: expect.stringMatching(/Leave: 1\n {2}Ben/) });
  expect(asked.stderr).toContain('say --yes');
  const done = await run('import', file, '--leavers', 'teams', '--yes');
  const key = /undo-import (\S+)/.exec(done.stdout)?.[1] ?? '';
  expect(key).not.toBe('');
  expect((await run('imports')).stdout).toMatch(new RegExp(`${key} .* the command line .*taken in, .*1 person left`));
  expect(await run('undo-import', key)).toMatchObject({ code: 0, stdout: expect.stringContaining('was undone') });
  expect(await run('undo-import', key)).toMatchObject({ code: 1 });
});
