import { expect, test } from 'vitest';
import { usualWeights } from '#core/exposure/weights.ts';
import { type Standing, standings } from '#core/privacy/desk-roles.ts';
import { routes } from '#server/http/route-of.ts';
import { nobodyIsNew } from '#server/nudges/newcomers.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { Desk } from '../desk.ts';
import { guardedDesk } from './guarded-desk.ts';
import { firstPageFor, listedRoutes, mayAsk, mayOpen } from './who-may.ts';

const wayIn = /^\/desk\/(sign-in|enter|company)(\/|$)/;
const deskRoutes = routes.filter((route) => /^\/desk(\/|$)/.test(route) && !wayIn.test(route));
const opened = (standing: Standing) => deskRoutes.filter((route) => mayOpen(new Set([standing]), route));

test('every route that the table names is there', () => {
  for (const route of listedRoutes) expect(deskRoutes).toContain(route);
});

test('over all pages, each role opens its own and no other', () => {
  expect(opened('editor')).toEqual([
    '/desk/house.json',
    '/desk/reports',
    '/desk/reports/[id]',
    '/desk/sessions',
    '/desk/sign-out',
    '/desk/write',
    '/desk/write/shared',
    '/desk/write/[id]',
    '/desk/write/[id]/files/[file]',
    '/desk/write/[id]/as-mail',
    '/desk/write/[id]/as-mail/body',
    '/desk/write/[id]/page',
    '/desk/write/[id]/[section]',
  ]);
  const brief = ['/desk/brief', '/desk/brief/pdf', '/desk/brief/thresholds', '/desk/brief/write'];
  const figures = ['/desk/memory', '/desk/items', '/desk/stress-tests/[key]/report', '/desk/results'];
  const code = ['/desk/code', '/desk/support'];
  expect(opened('executive').sort()).toEqual(
    [...brief, ...code, ...figures, '/desk/sessions', '/desk/sign-out'].sort(),
  );
  expect(opened('admin').sort()).toEqual([
    '/desk/access',
    '/desk/code',
    '/desk/code/[principle]',
    '/desk/sessions',
    '/desk/settings/roles',
    '/desk/sign-out',
    '/desk/support',
  ]);
  const notForTrainers = ['/desk/access', '/desk/settings/roles', '/desk/customer'];
  expect(opened('trainer')).toEqual(deskRoutes.filter((route) => !notForTrainers.includes(route)));
  const ofHouse = [
    ...notForTrainers,
    '/desk/suppliers',
    ...brief,
    ...deskRoutes.filter((route) => /^\/desk\/(?:write|reports)/.test(route)),
    '/desk/code',
    '/desk/code/[principle]',
    '/desk/support',
    ...deskRoutes.filter((route) => route.startsWith('/desk/write')),
  ];
  expect(opened('team-trainer')).toEqual(
    deskRoutes.filter((route) => !ofHouse.includes(route) || route === '/desk/write/[id]/page'),
  );
});

test('a page that nobody listed is for trainers alone', () => {
  const opening = standings.filter((standing) => mayOpen(new Set([standing]), '/desk/something-new'));
  expect(opening).toEqual(['trainer', 'team-trainer']);
});

test('whoever leads a supplier’s team opens nothing of the house, and nothing that a new page shows', () => {
  const own = opened('supplier-lead');
  for (const closed of [
    'brief',
    'code',
    'reports',
    'settings',
    'suppliers',
    'support',
    'write',
    'house.json',
    'access',
  ])
    expect(own.filter((route) => route.startsWith(`/desk/${closed}`))).toEqual([]);
  expect(own).toEqual(expect.arrayContaining(['/desk', '/desk/customer', '/desk/teams/[id]', '/desk/people']));
  const house = ['brief', 'code', 'reports', 'roles', 'suppliers', 'support', 'write', 'sharing', 'something'];
  expect(house.filter((part) => mayAsk(new Set(['supplier-lead']), part))).toEqual([]);
});

test('everybody with a role begins at a page that they may open', () => {
  for (const standing of standings) {
    const own = new Set([standing]);
    expect(mayOpen(own, firstPageFor(own)), standing).toBe(true);
  }
});

test('over everything that a page can ask of the desk, each role is answered what is for it, and ends at the rest', async () => {
  const planner = {
    db: await aStore(),
    catalogue: aCatalogue(),
    seed: 'a',
    weights: usualWeights,
    newcomers: nobodyIsNew,
  };
  const desk = new Desk(planner, { showByName: 'done', smallestTeam: 5 }, 'a@kazehaya.example', 'house', new Set());
  const names = Object.getOwnPropertyNames(Desk.prototype).filter((name) => name !== 'constructor');
  for (const standing of standings) {
    const own = new Set([standing]);
    const guarded = guardedDesk(desk, own);
    for (const name of names) {
      const ask = () => Reflect.get(guarded, name);
      if (mayAsk(own, name)) expect(ask, `${standing} ${name}`).not.toThrow();
      else expect(ask, `${standing} ${name}`).toThrow(RangeError);
    }
  }
  const answered = (standing: Standing) => names.filter((name) => mayAsk(new Set([standing]), name));
  expect(answered('editor').sort()).toEqual(['isOfHouse', 'reports', 'sharing', 'teamNames', 'write']);
  expect(answered('admin').sort()).toEqual(['access', 'code', 'isOfHouse', 'roles', 'support', 'teamNames']);
  expect(answered('executive').sort()).toEqual(
    ['brief', 'code', 'isOfHouse', 'items', 'memory', 'results', 'stressTests', 'support', 'teamNames'].sort(),
  );
  const executive = guardedDesk(desk, new Set(['executive'] as const));
  expect(executive.results.teams).toBeTypeOf('function');
  expect(executive.items.ofHouse).toBeTypeOf('function');
  expect(executive.stressTests.report).toBeTypeOf('function');
  for (const asked of ['list', 'choices', 'start', 'open', 'save', 'finish'] as const)
    expect(() => executive.stressTests[asked]).toThrow(RangeError);
  for (const asked of ['read', 'answerTests'] as const) expect(() => executive.items[asked]).toThrow(RangeError);
  expect(() => executive.results.team).toThrow(RangeError);
  expect(() => executive.results.file).toThrow(RangeError);
  expect(answered('trainer')).not.toContain('access');
});
