import { globSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAccessOf } from '#server/desk/roles/desk-access.ts';
import { giveRole } from '#server/desk/roles/role-store.ts';
import { mayOpen } from '#server/desk/roles/who-may.ts';
import { routes as knownRoutes } from '#server/http/route-of.ts';
import { toItem } from '#server/nudges/read-teams.ts';
import { suppress } from '#server/outbox/suppression.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { keepFile } from '#server/people/imports/import-rows.ts';
import { startStressTest } from '#server/stress-tests/start-stress-test.ts';
import { aMailedNudge } from '#testing/a-mailed-nudge.ts';
import { aRunningApp, type RunningApp } from '#testing/a-running-app.ts';
import { type Ask, signInOverHttp } from '#testing/sign-in-over-http.ts';

/** A Tuesday, after its mail. */
const now = Date.parse('2026-11-24T12:00:00Z');
const tara = 'tara@works.example';
const hana = 'hana@works.example';
const unknown = 999_999;

/** What must never reach a trainer of the brakes: the name of the other team, its people and their addresses. */
const others = /Pumps|Olga|Pia|Quin|Rolf|Sven|olga@|pia@/;

let open: RunningApp;
let url: string;
let own = 0;
let other = 0;
let pia = 0;
let assignment = 0;
let signal = 0;
let imported = '';
let safeguard = '';
let mailOfOlga = 0;
let itemOfPumps = 0;
let asHana: Ask;
let asTara: Ask;

beforeAll(async () => {
  open = await aRunningApp(() => now, { TRAINERS: hana });
  url = `http://localhost:${open.port}`;
  const people = (team: string, names: string[]) =>
    names.map((name) => `${team},${name},${name.toLowerCase()}@works.example,buyer,Etc/UTC`);
  const rows = [
    ...people('Brakes', ['Ada', 'Ben', 'Cleo', 'Dan', 'Emi']),
    ...people('Pumps', ['Olga', 'Pia', 'Quin', 'Rolf', 'Sven']),
  ];
  await take(['team,name,email,role,zone', ...rows].join('\n'));
  await take(`team,trainers,sector\nBrakes,${tara},motor\nPumps,,motor`);
  const { db } = open.app.store;
  // They have been with us for a while: whoever is new is welcomed first, and asked nothing yet.
  await db.updateTable('person').set({ welcome_owed: 0 }).execute();
  const idOf = async (name: string) =>
    (await db.selectFrom('team').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
  [own, other] = [await idOf('Brakes'), await idOf('Pumps')];
  ({ id: pia } = await db.selectFrom('person').select('id').where('name', '=', 'Pia').executeTakeFirstOrThrow());
  await suppress(db, { address: 'pia@works.example', kind: 'hard', reason: '550 5.1.1', since: now, until: null });
  [asHana, asTara] = [await signedIn(hana), await signedIn(tara)];
  await asHana('/desk/assign', { team: String(other), module: 'first-72-hours', due: '2027-01-29' });
  await asHana('/desk/signals', {
    about: 'country:CN',
    team: String(other),
    note: 'For Pumps alone',
    until: '2026-12-08',
  });
  const list = 'team,name,email,role,zone\nPumps,Olga,olga@works.example,planner,Etc/UTC';
  imported = await keepFile(db, { name: 'pumps.csv', bytes: Buffer.from(list) }, hana, { absence: 'nobody' }, now);
  ({ id: assignment } = await db.selectFrom('assignment').select('id').executeTakeFirstOrThrow());
  const day = new Date(now).toISOString().slice(0, 10);
  const asked = {
    email: 'olga@works.example',
    kind: 'case',
    askedId: 'ever-given-2021/two-boxes-in-the-lake',
    day,
    now,
  } as const;
  await aMailedNudge(open, asked);
  ({ id: mailOfOlga } = await db
    .updateTable('nudge')
    .set({ assignment_id: assignment })
    .returning('id')
    .executeTakeFirstOrThrow());
  await asHana('/desk/safeguards/new', { ...aSafeguard, team: String(other), owner: 'Olga' });
  ({ id: safeguard } = await db.selectFrom('safeguard').select('id').executeTakeFirstOrThrow());
  ({ id: itemOfPumps } = await db
    .insertInto('exposure')
    .values({ team_id: other, name: 'Seals for Pumps', input: null, said: null, family: null })
    .returning('id')
    .executeTakeFirstOrThrow());
  const row = await db.selectFrom('exposure').selectAll().where('id', '=', itemOfPumps).executeTakeFirstOrThrow();
  const items = [{ teamId: other, item: toItem(row) }];
  await startStressTest(db, { key: 'of-pumps', title: 'Seals for Pumps', on: day, items });
  ({ id: signal } = await db.selectFrom('signal').select('id').executeTakeFirstOrThrow());
});

afterAll(async () => {
  await open.close();
});

const signedIn = async (email: string) => (await signInOverHttp(url, open.received, email)).ask;

async function take(text: string) {
  const { vocabulary } = open.app.catalogue;
  const outcome = await importCsv(open.app.store.db, { text, vocabulary, now, dryRun: false, prune: false });
  expect(outcome).toMatchObject({ ok: true });
}

/** What a reply says, without the ids that were asked for. */
async function told(reply: Response, id: number) {
  const text = (await reply.text()).replaceAll(String(id), 'ID');
  const to = reply.headers
    .get('location')
    ?.replaceAll(String(id), 'ID')
    .replace(/assignments\/\d+/, 'assignments/ID');
  return { status: reply.status, to: to ?? null, text };
}

/** Every page of the desk, with how it is asked about a team; `mine` is whether it shows something of the trainer's own team. */
const routes: Record<string, (ask: Ask, team: number) => Promise<Response>> = {
  'index.astro': (ask) => ask('/desk'),
  'memory.astro': (ask) => ask('/desk/memory'),
  'brief/index.astro': (ask) => ask('/desk/brief'),
  'brief/pdf.ts': (ask) => ask('/desk/brief/pdf'),
  'brief/write.astro': (ask) => ask('/desk/brief/write'),
  'brief/thresholds.astro': (ask) => ask('/desk/brief/thresholds'),
  'settings.astro': (ask) => ask('/desk/settings'),
  'mails/index.astro': (ask) => ask('/desk/mails'),
  'mails/[id]/index.astro': (ask, team) => ask(`/desk/mails/${team === other ? mailOfOlga : unknown}`),
  'mails/[id]/body.ts': (ask, team) => ask(`/desk/mails/${team === other ? mailOfOlga : unknown}/body`),
  'mails/preview.astro': (ask, team) => ask(previewOf('preview', team)),
  'mails/preview-body.ts': (ask, team) => ask(previewOf('preview-body', team)),
  'plan.astro': (ask) => ask('/desk/plan'),
  'access.astro': (ask) => ask('/desk/access'),
  'settings/roles.astro': (ask) => ask('/desk/settings/roles'),
  'code/index.astro': (ask) => ask('/desk/code'),
  'code/[principle].astro': (ask) => ask('/desk/code/5?organisation=works&year=2026'),
  'support/index.astro': (ask) => ask('/desk/support'),
  'suppliers.astro': (ask) => ask('/desk/suppliers'),
  'customer.astro': (ask) => ask('/desk/customer'),
  'assign.astro': (ask, team) => ask(`/desk/assign?team=${team}&module=first-72-hours&due=2027-01-29`),
  'forecast.json.ts': (ask, team) => ask(`/desk/forecast.json?team=${team}&module=first-72-hours&due=2027-01-29`),
  'reports/index.astro': (ask) => ask('/desk/reports'),
  'reports/[id].astro': (ask) => ask('/desk/reports/1'),
  'results/index.astro': (ask, team) => ask(`/desk/results?team=${team}`),
  'results/export/[file].ts': (ask) => ask('/desk/results/export/people.csv'),
  'results/package.ts': (ask) => ask('/desk/results/package?module=first-72-hours&as=cmi5'),
  'signals/index.astro': (ask, team) => ask(`/desk/signals?team=${team}&about=country:CN&note=News&until=2026-12-08`),
  'signals/[id]/withdraw.astro': (ask, team) => ask(`/desk/signals/${team === other ? signal : unknown}/withdraw`, {}),
  'safeguards/index.astro': (ask, team) => ask(`/desk/safeguards?team=${team}`),
  'safeguards/new.astro': (ask, team) => ask('/desk/safeguards/new', { ...aSafeguard, team: String(team) }),
  'safeguards/register.csv.ts': (ask) => ask('/desk/safeguards/register.csv'),
  'safeguards/[id]/index.astro': (ask, team) => ask(safeguardOf(team)),
  'safeguards/[id]/edit.astro': (ask, team) => ask(`${safeguardOf(team)}/edit`, aSafeguard),
  'safeguards/[id]/retire.astro': (ask, team) =>
    ask(`${safeguardOf(team)}/retire`, { read: 'yes', why: 'The line was sold in spring.' }),
  'assignments/index.astro': (ask) => ask('/desk/assignments'),
  'assignments/[id]/index.astro': (ask, team) => ask(`/desk/assignments/${team === other ? assignment : unknown}`),
  'assignments/[id]/lessons.astro': (ask, team) =>
    ask(`/desk/assignments/${team === other ? assignment : unknown}/lessons`),
  'assignments/[id]/withdraw.astro': (ask, team) =>
    ask(`/desk/assignments/${team === other ? assignment : unknown}/withdraw`, {}),
  'people/index.astro': (ask, team) => ask(`/desk/people?team=${team}`),
  'people/new.astro': (ask, team) =>
    ask('/desk/people/new', {
      ...{ name: 'New', email: 'new@works.example', team: String(team), role: 'buyer', zone: 'Etc/UTC' },
      language: 'en',
    }),
  'people/[id].astro': (ask, team) => ask(`/desk/people/${team === other ? pia : unknown}`, { name: 'Changed' }),
  'people/[id]/erase.astro': (ask, team) =>
    ask(`/desk/people/${team === other ? pia : unknown}/erase`, { typed: 'Pia' }),
  'teams/index.astro': (ask, team) => ask('/desk/teams', { team: `Team ${team}`, zone: 'Etc/UTC' }),
  'teams/[id]/edit.astro': (ask, team) => ask(`/desk/teams/${team}/edit`, { team: 'Changed' }),
  'teams/[id]/end.astro': (ask, team) => ask(`/desk/teams/${team}/end`, { act: 'end' }),
  'teams/[id]/merge.astro': (ask, team) => ask(`/desk/teams/${team}/merge`, { into: String(own) }),
  'people/import/index.astro': (ask) => ask('/desk/people/import'),
  'people/import/[key]/index.astro': (ask, team) => ask(`/desk/people/import/${team === other ? imported : 'none'}`),
  'people/import/[key]/headings.astro': (ask, team) =>
    ask(`/desk/people/import/${team === other ? imported : 'none'}/headings`),
  'people/import/[key]/undo.astro': (ask, team) =>
    ask(`/desk/people/import/${team === other ? imported : 'none'}/undo`, {}),
  'teams/[id].astro': (ask, team) => ask(`/desk/teams/${team}`),
  'teams/[id]/calendar.astro': (ask, team) => ask(`/desk/teams/${team}/calendar`),
  'teams/[id]/exposure.astro': (ask, team) => ask(`/desk/teams/${team}/exposure`),
  'teams/[id]/items/[itemId].astro': (ask, team) =>
    ask(`/desk/teams/${team}/items/${team === other ? itemOfPumps : unknown}`, { cut_off: 'yes' }),
  'items.astro': (ask) => ask('/desk/items'),
  'stress-tests/index.astro': (ask) => ask('/desk/stress-tests'),
  'stress-tests/[key]/index.astro': (ask, team) => ask(`/desk/stress-tests/${team === other ? 'of-pumps' : 'of-none'}`),
  'stress-tests/[key]/report.astro': (ask, team) =>
    ask(`/desk/stress-tests/${team === other ? 'of-pumps' : 'of-none'}/report`),
  'teams/[id]/starter/[file].ts': (ask, team) => ask(`/desk/teams/${team}/starter/exposures.csv`),
  'teams/[id]/people/[person]/mail-again.ts': (ask, team) => ask(`/desk/teams/${team}/people/${pia}/mail-again`, {}),
  'teams/[id]/people/[person]/no-mail-after-all.ts': (ask, team) =>
    ask(`/desk/teams/${team}/people/${pia}/no-mail-after-all`, {}),
};

const changeOf = (ask: Ask, team: number, fields: Record<string, string>) =>
  ask(`/desk/assignments/${team === other ? assignment : unknown}`, fields);
/** Of somebody of the other team, or of nobody. */
const previewOf = (page: string, team: number) =>
  `/desk/mails/${page}?person=${team === other ? pia : unknown}&lesson=second-source-must-scale&kind=case`;

const aSafeguard = { title: 'A second mill', case: 'ever-given-2021', reason: 'It stood across the canal.' };
const safeguardOf = (team: number) => `/desk/safeguards/${team === other ? safeguard : 'zzzzzzzzzzzz'}`;

/** What changes something besides: forms of pages that are in the table already. */
const forms: Record<string, (ask: Ask, team: number) => Promise<Response>> = {
  again: (ask, team) => ask(`/desk/mails/${team === other ? mailOfOlga : unknown}`, { act: 'again', why: 'asked' }),
  withdraw: (ask, team) => ask(`/desk/mails/${team === other ? mailOfOlga : unknown}`, { act: 'withdraw' }),
  toMe: (ask, team) => ask(previewOf('preview', team), {}),
  assign: (ask, team) => ask('/desk/assign', { team: String(team), module: 'new-to-buying', due: '2027-01-29' }),
  calendar: (ask, team) => ask(`/desk/teams/${team}/calendar`, { act: 'region', region: 'TW' }),
  exposure: (ask, team) => ask(`/desk/teams/${team}/exposure`, { act: 'save', item: 'Magnets' }),
  'assign to a person': (ask, team) =>
    ask('/desk/assign', { person: String(team === other ? pia : unknown), module: 'new-to-buying', due: '2027-01-29' }),
  'answer the tests of an item': (ask, team) =>
    ask(`/desk/teams/${team}/items/${team === other ? itemOfPumps : unknown}`, { special_need: 'yes' }),
  'save a step of a stress test': (ask, team) =>
    ask(`/desk/stress-tests/${team === other ? 'of-pumps' : 'of-none'}`, { step: 'map', 'mined-1': 'NO' }),
  'finish a stress test': (ask, team) =>
    ask(`/desk/stress-tests/${team === other ? 'of-pumps' : 'of-none'}`, { act: 'finish' }),
  'begin a stress test': (ask, team) =>
    ask('/desk/stress-tests', { title: 'Mine', item: String(team === other ? itemOfPumps : unknown) }),
  'find a person': (ask) => ask('/desk/assign?find=Pi'),
  'move a due date': (ask, team) => changeOf(ask, team, { act: 'move', due: '2027-02-10' }),
  'remind a person': (ask, team) => changeOf(ask, team, { act: 'remind', person: String(pia) }),
  'change the lessons': (ask, team) =>
    ask(`/desk/assignments/${team === other ? assignment : unknown}/lessons`, {
      was: 'second-source-must-scale',
      'lesson:never-switch-all-at-once': 'on',
    }),
  'add a person': (ask, team) => changeOf(ask, team, { act: 'add', person: String(pia) }),
  'take a person out': (ask, team) => changeOf(ask, team, { act: 'remove', person: String(pia) }),
  'check a safeguard': (ask, team) => ask(safeguardOf(team), { act: 'check', answer: 'kept' }),
  'take a safeguard up': (ask, team) => ask(safeguardOf(team), { act: 'take-up' }),
  signal: (ask, team) =>
    ask('/desk/signals', { team: String(team), about: 'country:JP', note: 'News', until: '2026-12-08' }),
};

/** Writing: it names no team, and shows nobody; the team of a preview is looked up within the trainer's own. */
const writing = [
  'write/index.astro',
  'write/shared.astro',
  'write/[id]/index.astro',
  'write/[id]/[section].astro',
  'write/[id]/page.astro',
  'write/[id]/as-mail/index.astro',
  'write/[id]/as-mail/body.ts',
  'write/[id]/files/[file].ts',
  'house.json.ts',
];

/** The way in and out, and the trainer’s own sessions: they name no team. */
const wayIn = [
  'sign-in.astro',
  'sign-out.ts',
  'enter/[token].astro',
  'sessions.astro',
  'company/index.ts',
  'company/callback.astro',
];

/** Pages that are asked for without an id; what only takes a form, or leads out of the desk, shows no link. */
const staticRoutes = knownRoutes.filter(
  (route) => /^\/desk(\/|$)/.test(route) && !/\[|sign-in|sign-out|company|forecast\.json|package$/.test(route),
);

/** Where the links of a page lead on the desk; `/desk` itself leads everybody to where they begin. */
function deskLinksIn(html: string, page: string): string[] {
  return [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)]
    .map(([, href = '']) => new URL(href.replaceAll('&amp;', '&').replaceAll('&#38;', '&'), `${url}${page}`))
    .filter(({ origin, pathname }) => origin === url && pathname.startsWith('/desk/'))
    .map(({ pathname, search }) => `${pathname}${search}`);
}

/** All that a trainer could change of the other team. */
async function stateOfOther() {
  const { db } = open.app.store;
  return {
    assignments: await db.selectFrom('assignment').selectAll().execute(),
    assigned: await db.selectFrom('assignment_person').selectAll().execute(),
    reminders: await db.selectFrom('assignment_reminder').selectAll().execute(),
    safeguards: await db.selectFrom('safeguard').selectAll().execute(),
    safeguardEvents: await db.selectFrom('safeguard_event').selectAll().execute(),
    signals: await db.selectFrom('signal').selectAll().execute(),
    suppressions: await db.selectFrom('suppression').selectAll().execute(),
    people: await db.selectFrom('person').selectAll().orderBy('id').execute(),
    teams: await db.selectFrom('team').selectAll().orderBy('id').execute(),
    items: await db.selectFrom('exposure').selectAll().where('team_id', '=', other).orderBy('id').execute(),
    stressTests: await db.selectFrom('stress_test').selectAll().orderBy('key').execute(),
    tested: await db.selectFrom('stress_test_item').selectAll().execute(),
  };
}

it('every page of the desk is in the table of this test', () => {
  const pages = globSync('**/*.{astro,ts}', { cwd: 'src/pages/desk' }).filter(
    (file) => !wayIn.includes(file) && !writing.includes(file),
  );
  expect(pages.sort()).toEqual(Object.keys(routes).sort());
});

it('a trainer of one team gets nothing of another, and the answer for a team that does not exist', async () => {
  const ask = asTara;
  const before = await stateOfOther();
  for (const [name, request] of [...Object.entries(routes), ...Object.entries(forms)]) {
    const ofOther = await told(await request(ask, other), other);
    const ofNone = await told(await request(ask, unknown), unknown);
    expect(ofOther.text, name).not.toMatch(others);
    expect([name, ofOther.status, ofOther.to], name).toEqual([name, ofNone.status, ofNone.to]);
    if (ofOther.text.startsWith('{')) expect(ofOther.text, name).toBe(ofNone.text);
  }
  expect(await stateOfOther()).toEqual(before);
});

it('she sees her own team, and may act for it', async () => {
  const ask = asTara;
  expect(await (await ask('/desk/memory')).text()).toContain('Brakes');
  expect(await (await ask(`/desk/teams/${own}`)).text()).toMatch(/You see who has done it, not how[\s\S]*Ada/);
  expect((await ask('/desk/access')).headers.get('location')).toBe('/desk');
  expect((await forms['assign']?.(ask, own))?.headers.get('location')).toMatch(
    /^\/desk\/assignments\/\d+\?done=assigned$/,
  );
  expect((await forms['signal']?.(ask, own))?.headers.get('location')).toBe('/desk/signals?done=made');
});

it('a trainer of the house sees both, and who looked', async () => {
  const ask = asHana;
  expect(await (await ask('/desk/memory')).text()).toMatch(/Brakes[\s\S]*Pumps/);
  const log = await (await ask('/desk/access')).text();
  for (const said of [tara, hana, 'signed in', 'looked at names', 'assigned a module', 'made a signal'])
    expect(log).toContain(said);
});

it.each(['executive', 'editor', 'admin', 'executive of one team'] as const)(
  'no page leads an %s to one that is not for them',
  async (who) => {
    const email = `${who.replaceAll(' ', '-')}@works.example`;
    const { db } = open.app.store;
    await giveRole(db, email, who === 'executive of one team' ? 'executive' : who, hana, now);
    if (who === 'executive of one team') await db.insertInto('team_trainer').values({ team_id: own, email }).execute();
    const ask = await signedIn(email);
    const access = await readAccessOf(db, [], email);
    const pages = staticRoutes.filter((route) => access && mayOpen(access.standings, route));
    const links = new Set<string>();
    for (const page of pages) for (const link of deskLinksIn(await (await ask(page)).text(), page)) links.add(link);
    expect(links.size).toBeGreaterThan(0);
    // What cannot be assigned again answers with its reason, and is theirs all the same.
    for (const link of links) expect([303, 404], link).not.toContain((await ask(link)).status);
  },
);

it('what the settings let be seen is what the pages show, and the page says so', async () => {
  const ask = asHana;
  const { settings } = open.app;
  const [showByName, smallestTeam] = [settings.showByName, settings.smallestTeam];
  const page = async () => (await ask(`/desk/teams/${own}`)).text();
  expect(await page()).not.toContain('The figures behind it');
  settings.showByName = 'results';
  expect(await page()).toMatch(/In this house you see each person’s answers[\s\S]*The figures behind it/);
  Object.assign(settings, { showByName, smallestTeam: 6 });
  expect(await page()).toContain('with fewer than 6 people in post');
  expect(await (await ask('/desk/memory')).text()).toContain('No team has figures to show yet.');
  Object.assign(settings, { showByName, smallestTeam });
});
