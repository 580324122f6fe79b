import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { refreshPlans } from '#server/desk/plan/refresh-plans.ts';
import { refreshHeat } from '#server/desk/refresh-heat.ts';
import { giveRole } from '#server/desk/roles/role-store.ts';
import { mayOpen } from '#server/desk/roles/who-may.ts';
import { routes as knownRoutes } from '#server/http/route-of.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { aMailedNudge } from '#testing/a-mailed-nudge.ts';
import { aRunningApp, type RunningApp } from '#testing/a-running-app.ts';
import { type Ask, signInOverHttp } from '#testing/sign-in-over-http.ts';

/** A Tuesday, after its mail. */
const now = Date.parse('2026-11-24T12:00:00Z');
const day = '2026-11-24';
const [hana, kaoru] = ['hana@works.example', 'kaoru@kadota.example'];
const roles = ['executive', 'editor', 'admin'] as const;

/** What must never reach anybody of the house: people of the firm, their addresses, what they depend on and what they do about it. */
const firms = /Umeko|Tsuru|Wakana|Yumiko|Zenji|kadota\.example|Kurogane|Tsubaki/;

/** What must never reach the firm. */
const houses = /Brakes|Ada\b|Cleo|Emi\b|ada@|Seals of the house/;

let open: RunningApp;
let url: string;
let ours = 0;
let theirs = 0;
let link = '';
let asHana: Ask;
let asKaoru: Ask;
const asRole = new Map<string, Ask>();

const signedIn = async (email: string) => (await signInOverHttp(url, open.received, email)).ask;

const person = (name: string, team: number) => ({
  ...{ name, email: `${name.toLowerCase()}@kadota.example`, team: String(team), role: 'buyer', zone: 'Asia/Tokyo' },
  language: 'en',
});

const theInvitation = { act: 'invite', firm: 'Kadota Press', contact: kaoru, language: 'en', zone: 'Asia/Tokyo' };
const theLine = 'You press what we cannot do without.';

beforeAll(async () => {
  open = await aRunningApp(() => now, { TRAINERS: hana });
  url = `http://localhost:${open.port}`;
  const { db } = open.app.store;
  const names = ['Ada', 'Ben', 'Cleo', 'Dan', 'Emi'];
  const text = [
    'team,name,email,role,zone',
    ...names.map((name) => `Brakes,${name},${name.toLowerCase()}@works.example,buyer,Etc/UTC`),
  ].join('\n');
  const { vocabulary } = open.app.catalogue;
  expect(await importCsv(db, { text, vocabulary, now, dryRun: false, prune: false })).toMatchObject({ ok: true });
  await db.updateTable('person').set({ welcome_owed: 0 }).execute();
  ({ id: ours } = await db.selectFrom('team').select('id').executeTakeFirstOrThrow());
  await db.insertInto('exposure').values({ team_id: ours, name: 'Seals of the house' }).execute();
  asHana = await signedIn(hana);
  for (const role of roles) {
    await giveRole(db, `${role}@works.example`, role, hana, now);
    asRole.set(role, await signedIn(`${role}@works.example`));
  }
});

afterAll(async () => {
  await open.close();
});

it('a firm is asked by one mail that says who asks, what they will see, and that there is a No', async () => {
  const reply = await asHana('/desk/suppliers', { ...theInvitation, line: theLine });
  expect(reply.headers.get('location')).toBe('/desk/suppliers?done=invited');
  await open.app.sendDue();
  const mail = await vi.waitUntil(() => open.received.find(({ to }) => JSON.stringify(to).includes(kaoru)));
  const said = (mail.text ?? '').replaceAll(/\s+/g, ' ');
  for (const part of [hana, theLine, 'They see no name, no answer', 'The same page has a No'])
    expect(said).toContain(part);
  link = /\/invited\/\S+/.exec(mail.text ?? '')?.[0] ?? '';
  expect(link).not.toBe('');
});

it('looking at the invitation changes nothing, and a changed link opens nothing', async () => {
  for (let looks = 0; looks < 2; looks += 1)
    expect(await (await fetch(`${url}${link}`)).text()).toContain('I may decide this for my firm.');
  expect([404, 410]).toContain((await fetch(`${url}${link.slice(0, -2)}AA`)).status);
  const { state } = await open.app.store.db.selectFrom('supplier').select('state').executeTakeFirstOrThrow();
  expect(state).toBe('invited');
  expect(await open.app.store.db.selectFrom('team').select('id').execute()).toHaveLength(1);
});

it('nobody is asked twice, and nobody of the house is asked', async () => {
  const again = await (await asHana('/desk/suppliers', theInvitation)).text();
  expect(again).toContain('This address was asked already');
  const own = await (await asHana('/desk/suppliers', { ...theInvitation, contact: 'ada@works.example' })).text();
  expect(own).toContain('somebody of your own house');
});

it('whoever may not decide it takes no part, and whoever may gets a team of their own and leads it', async () => {
  const post = (fields: Record<string, string>) =>
    fetch(`${url}${link}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Origin: url },
      redirect: 'manual',
    });
  const without = await post({ act: 'accept' });
  expect([without.status, await without.text()]).toEqual([
    422,
    expect.stringContaining('Tick that you may decide this'),
  ]);
  expect((await post({ act: 'accept', may: 'yes' })).status).toBe(303);
  expect(await (await post({ act: 'accept', may: 'yes' })).text()).toContain('This invitation is over.');
  const { db } = open.app.store;
  ({ id: theirs } = await db
    .selectFrom('team')
    .select('id')
    .where('name', '=', 'Kadota Press')
    .executeTakeFirstOrThrow());
  asKaoru = await signedIn(kaoru);
  expect((await asKaoru('/desk')).status).toBe(200);
});

/** Pages that are asked for without an id; what only takes a form, or leads out of the desk, shows nothing. */
const plainPages = knownRoutes.filter(
  (route) => /^\/desk(\/|$)/.test(route) && !/\[|sign-in|sign-out|company|forecast\.json|package$|sessions/.test(route),
);

const files = ['teams', 'lessons', 'modules', 'people'].map((name) => `/desk/results/export/${name}.csv`);

/** Every page that somebody of the house may read, as it stands now. */
async function pagesOfHouse(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const readers: [string, Ask, (route: string) => boolean][] = [
    ['trainer', asHana, () => true],
    ...roles.map((role): [string, Ask, (route: string) => boolean] => [
      role,
      asRole.get(role) ?? asHana,
      (route) => mayOpen(new Set([role]), route),
    ]),
  ];
  const ofTeam = [
    `/desk/teams/${ours}`,
    `/desk/people?team=${ours}`,
    `/desk/results?team=${ours}`,
    '/desk/memory?order=losing',
  ];
  for (const [who, ask, may] of readers) {
    const own = who === 'trainer' ? [...files, ...ofTeam] : [];
    for (const page of [...plainPages.filter(may), ...own]) pages.set(`${who} ${page}`, await textOf(ask, page));
  }
  return pages;
}

/** Without what differs from one request to the next: when figures were last kept. */
async function textOf(ask: Ask, page: string): Promise<string> {
  const reply = await ask(page);
  return `${reply.status} ${(await reply.text()).replaceAll(/nonce-[\w+/=-]+|D:\d{14}Z?/g, '')}`;
}

async function keepFigures() {
  const { planner, stopping } = open.app;
  await refreshHeat(planner, () => now, stopping);
  await refreshPlans(planner, () => now, stopping);
}

it('whatever the firm does, every page of the house stays as it was, word for word', async () => {
  await keepFigures();
  const before = await pagesOfHouse();
  expect(before.size).toBeGreaterThan(50);
  for (const name of ['Umeko', 'Tsuru', 'Wakana', 'Yumiko', 'Zenji'])
    expect((await asKaoru('/desk/people/new', person(name, theirs))).headers.get('location')).toMatch(/done=added/);
  const { db } = open.app.store;
  const added = await db.selectFrom('person').select('team_id').where('email', 'like', '%@kadota.example').execute();
  expect(added.map(({ team_id }) => team_id)).toEqual(Array(5).fill(theirs));
  await asKaoru(`/desk/teams/${theirs}/exposure`, {
    act: 'save',
    item: 'Kurogane steel',
    origin: 'CN',
    suppliers: '1',
  });
  const safeguard = {
    title: 'Tsubaki press kept ready',
    case: 'ever-given-2021',
    reason: 'It stood across the canal.',
  };
  await asKaoru('/desk/safeguards/new', { ...safeguard, team: String(theirs), owner: 'Umeko' });
  const item = await db.selectFrom('exposure').select('id').where('team_id', '=', theirs).executeTakeFirstOrThrow();
  await asKaoru('/desk/stress-tests', { title: 'Kurogane', item: String(item.id) });
  await asKaoru('/desk/assign', { team: String(theirs), module: 'first-72-hours', due: '2027-01-29' });
  await asKaoru('/desk/signals', {
    about: 'country:CN',
    team: String(theirs),
    note: 'Tsubaki news',
    until: '2026-12-08',
  });
  await db.updateTable('person').set({ welcome_owed: 0 }).execute();
  const asked = { kind: 'case', askedId: 'ever-given-2021/two-boxes-in-the-lake', day, now } as const;
  await aMailedNudge(open, { ...asked, email: 'umeko@kadota.example' });
  const nudge = await db.selectFrom('nudge').select(['id', 'person_id']).executeTakeFirstOrThrow();
  const choice = { nudge_id: nudge.id, choice: 'any', right: 1, sureness: 'sure' as const, answered_at: now };
  await db.insertInto('answer').values(choice).execute();
  await db
    .insertInto('memory')
    .values({ person_id: nudge.person_id, lesson_id: 'stock-to-recovery', stability: 9, difficulty: 5, met_at: now })
    .execute();
  await keepFigures();
  const after = await pagesOfHouse();
  for (const [page, text] of after) {
    if (page.endsWith('/desk/suppliers')) continue;
    expect(text, page).not.toMatch(firms);
    // That these pages were looked at is written down there.
    if (!page.endsWith('/desk/access')) expect(text, page).toBe(before.get(page));
  }
  expect(after.get('trainer /desk/suppliers')?.replaceAll(kaoru, '')).not.toMatch(firms);
});

it('nobody of the house opens or changes anything of the firm by its number', async () => {
  const { db } = open.app.store;
  const umeko = await db.selectFrom('person').select('id').where('name', '=', 'Umeko').executeTakeFirstOrThrow();
  const state = async () => ({
    people: await db.selectFrom('person').selectAll().where('team_id', '=', theirs).orderBy('id').execute(),
    items: await db.selectFrom('exposure').selectAll().where('team_id', '=', theirs).execute(),
    team: await db.selectFrom('team').selectAll().where('id', '=', theirs).execute(),
    assigned: await db.selectFrom('assignment').selectAll().execute(),
    signals: await db.selectFrom('signal').selectAll().execute(),
  });
  const before = await state();
  const tries: [string, Record<string, string>?][] = [
    [`/desk/teams/${theirs}`],
    [`/desk/teams/${theirs}/calendar`],
    [`/desk/teams/${theirs}/exposure`],
    [`/desk/teams/${theirs}/exposure`, { act: 'save', item: 'Planted' }],
    [`/desk/teams/${theirs}/edit`, { team: 'Taken', zone: 'Etc/UTC' }],
    [`/desk/teams/${theirs}/end`, { act: 'end' }],
    [`/desk/teams/${theirs}/merge`, { into: String(ours) }],
    [`/desk/teams/${ours}/merge`, { into: String(theirs) }],
    [`/desk/people/${umeko.id}`],
    [`/desk/people/${umeko.id}`, { ...person('Taken', ours) }],
    [`/desk/people/${umeko.id}/erase`, { typed: 'Umeko' }],
    ['/desk/people/new', { ...person('New', theirs), email: 'new@works.example' }],
    ['/desk/people/new', { ...person('Umeko', ours) }],
    ['/desk/assign', { team: String(theirs), module: 'new-to-buying', due: '2027-01-29' }],
    ['/desk/assign', { person: String(umeko.id), module: 'new-to-buying', due: '2027-01-29' }],
    ['/desk/signals', { about: 'country:CN', team: String(theirs), note: 'Planted', until: '2026-12-08' }],
    [`/desk/mails/preview?person=${umeko.id}&lesson=stock-to-recovery&kind=case`],
  ];
  for (const [page, fields] of tries) {
    const reply = await asHana(page, fields);
    expect(reply.status, page).toBeLessThan(500);
    const typed = Object.values(fields ?? {}).join(' ');
    const shown = (await reply.text()).replaceAll(/umeko@kadota\.example|Umeko|new@kadota\.example/g, (word) =>
      typed.includes(word) ? '' : word,
    );
    expect(shown, page).not.toMatch(firms);
  }
  expect(await state()).toEqual(before);
});

it('the firm’s lead sees their own team, and nothing of the house', async () => {
  expect(await (await asKaoru(`/desk/teams/${theirs}`)).text()).toMatch(/Kadota Press[\s\S]*Umeko/);
  for (const page of [...plainPages, ...files]) {
    const reply = await asKaoru(page);
    expect(reply.status, page).toBeLessThan(500);
    expect(await reply.text(), page).not.toMatch(houses);
  }
  for (const page of [`/desk/teams/${ours}`, `/desk/teams/${ours}/exposure`])
    expect([303, 404], page).toContain((await asKaoru(page)).status);
  for (const closed of [
    '/desk/brief',
    '/desk/settings',
    '/desk/reports',
    '/desk/suppliers',
    '/desk/code',
    '/desk/house.json',
  ])
    expect((await asKaoru(closed)).headers.get('location'), closed).toBe('/desk');
});

it('a course is recommended, and its progress is a number once the firm wants it to be one', async () => {
  const { id } = await open.app.store.db.selectFrom('supplier').select('id').executeTakeFirstOrThrow();
  const recommended = { act: 'recommend', supplier: String(id), module: 'new-to-buying', due: '2027-01-29' };
  expect((await asHana('/desk/suppliers', recommended)).headers.get('location')).toBe(
    '/desk/suppliers?done=recommended',
  );
  expect(await (await asHana('/desk/suppliers')).text()).toContain('They keep to themselves how far they have come.');
  expect(await (await asKaoru('/desk/assignments')).text()).toContain('New to buying');
  expect((await asKaoru('/desk/customer', { act: 'share', shares: 'yes' })).status).toBe(303);
  for (const ask of [asHana, asKaoru])
    expect(await (await ask(ask === asHana ? '/desk/suppliers' : '/desk/customer')).text()).toContain(
      '0 of 5 have met it',
    );
});

it('when the firm leaves, nothing of it is left but that it took part', async () => {
  expect((await asKaoru('/desk/customer', { act: 'leave', firm: 'Kadota' })).status).toBe(422);
  expect((await asKaoru('/desk/customer', { act: 'leave', firm: 'Kadota Press' })).headers.get('location')).toBe(
    '/desk/sign-in',
  );
  const { db } = open.app.store;
  expect(await db.selectFrom('person').select('name').where('team_id', '=', theirs).execute()).toEqual([]);
  expect(await db.selectFrom('exposure').select('name').where('team_id', '=', theirs).execute()).toEqual([]);
  expect((await asKaoru('/desk')).headers.get('location')).toBe('/desk/sign-in');
  const page = await (await asHana('/desk/suppliers')).text();
  expect(page).toContain('took part until');
  expect(page).not.toMatch(firms);
  const kept = JSON.stringify(await db.selectFrom('message').selectAll().execute());
  expect(kept).not.toMatch(/kadota\.example/);
});

it('an address that says no is forgotten, and not asked again', async () => {
  const contact = 'no@forli.example';
  await asHana('/desk/suppliers', { ...theInvitation, firm: 'Forli', contact });
  await open.app.sendDue();
  const mail = await vi.waitUntil(() => open.received.find(({ to }) => JSON.stringify(to).includes(contact)));
  const own = /\/invited\/\S+/.exec(mail.text ?? '')?.[0] ?? '';
  await fetch(`${url}${own}`, {
    method: 'POST',
    body: new URLSearchParams({ act: 'decline' }),
    headers: { Origin: url },
    redirect: 'manual',
  });
  const { db } = open.app.store;
  expect(JSON.stringify(await db.selectFrom('supplier').selectAll().execute())).not.toContain(contact);
  const again = await (await asHana('/desk/suppliers', { ...theInvitation, firm: 'Forli', contact })).text();
  expect(again).toContain('it wants no invitation');
});
