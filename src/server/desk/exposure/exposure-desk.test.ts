import { describe, expect, test } from 'vitest';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { Desk } from '../desk.ts';
import { draftOfForm, draftOfRow, itemDraft } from './item-form.ts';
import { readLinks } from './links-form.ts';

const now = Date.parse('2026-11-24T06:00:00Z');
const catalogue = aCatalogue();

async function aTeam() {
  const db = await aStore();
  const { id } = await aTeamInStore(db, ['Mei'], now);
  await db.deleteFrom('exposure').where('team_id', '=', id).execute();
  const deskOf = (scope: ReadonlySet<number>) =>
    new Desk(aPlanner(db), { showByName: 'done', smallestTeam: 5 }, 'tara@works.example', scope, new Set()).exposure;
  const items = () => db.selectFrom('exposure').selectAll().where('team_id', '=', id).orderBy('id').execute();
  return { db, id, desk: deskOf(new Set([id])), ofAnother: deskOf(new Set([id + 1])), items };
}

const controllers = itemDraft({ item: 'Motor controllers', input: 'microcontrollers', origin: 'cn', share: '80.5 %' });

describe('what a team depends on, on the desk', () => {
  test('is said in the team’s words, found in the vocabulary, and read back as it was typed', async () => {
    const { id, desk, items } = await aTeam();
    expect(await desk.save(id, null, controllers, now)).toEqual({ ok: true });
    const [row] = await items();
    expect(row).toMatchObject({ name: 'Motor controllers', input: 'microcontrollers', origin: 'CN', share: 0.805 });
    if (!row) throw new Error('No item was saved.');
    expect(draftOfRow(row, catalogue.vocabulary)).toMatchObject({
      item: 'Motor controllers',
      origin: 'CN',
      stock_days: '',
    });
  });

  test('has its test, its share of the sales and its guarded routes in the form, and gives them back as they were typed', async () => {
    const { id, desk, items } = await aTeam();
    const form = new FormData();
    for (const [field, value] of Object.entries(controllers)) form.append(field, value);
    form.set('tested_on', '2026-03-31');
    form.set('revenue_share', '12 %');
    form.delete('leak_controls');
    for (const route of ['trade-fair', 'job-change']) form.append('leak_controls', route);
    await desk.save(id, null, draftOfForm(form), now);
    const [row] = await items();
    expect(row).toMatchObject({ tested_on: '2026-03-31', revenue_share: 0.12, cut_off: 'unknown' });
    if (!row) throw new Error('No item was saved.');
    expect(draftOfRow(row, catalogue.vocabulary)).toMatchObject({
      tested_on: '2026-03-31',
      revenue_share: '0.12',
      leak_controls: 'job-change; trade-fair',
    });
    const wrong = itemDraft({ ...controllers, tested_on: '31 March', revenue_share: 'much', leak_controls: 'moles' });
    const outcome = await desk.save(id, row.id, wrong, now);
    expect(outcome.ok === false && outcome.why === 'faults' && Object.keys(outcome.faults).sort()).toEqual([
      'leak_controls',
      'revenue_share',
      'tested_on',
    ]);
    expect(await items()).toEqual([row]);
  });

  test('is changed and taken away item by item, and the same name is not taken twice', async () => {
    const { id, desk, items } = await aTeam();
    await desk.save(id, null, controllers, now);
    const [row] = await items();
    const changed = { ...controllers, stock_days: '40' };
    expect(await desk.save(id, row?.id ?? 0, changed, now)).toEqual({ ok: true });
    expect(await items()).toMatchObject([{ id: row?.id, stock_days: 40 }]);
    expect(await desk.save(id, null, controllers, now)).toMatchObject({
      why: 'faults',
      faults: { item: expect.any(String) },
    });
    expect(await desk.takeAway(id, row?.id ?? 0, now)).toBe(true);
    expect(await items()).toEqual([]);
  });

  test('names every fault at its field, and saves nothing', async () => {
    const { id, desk, items } = await aTeam();
    const draft = itemDraft({ item: '', origin: 'China', share: 'most', tiers: '9' });
    const outcome = await desk.save(id, null, draft, now);
    expect(outcome.ok === false && outcome.why === 'faults' && Object.keys(outcome.faults).sort()).toEqual([
      'item',
      'origin',
      'share',
      'tiers',
    ]);
    expect(await items()).toEqual([]);
  });

  test('is nobody else’s to see or change', async () => {
    const { id, desk, ofAnother, items, db } = await aTeam();
    await desk.save(id, null, controllers, now);
    const [row] = await items();
    expect(await ofAnother.read(id, catalogue, now)).toBeNull();
    expect(await ofAnother.save(id, null, { ...controllers, item: 'Other' }, now)).toEqual({
      ok: false,
      why: 'no-team',
    });
    expect(await ofAnother.save(id, row?.id ?? 0, { ...controllers, item: 'Other' }, now)).toEqual({
      ok: false,
      why: 'no-team',
    });
    expect(await ofAnother.takeAway(id, row?.id ?? 0, now)).toBe(false);
    expect(await ofAnother.saveLinks(id, { route: [], system: [], site: [] }, now)).toBe(false);
    expect(await items()).toHaveLength(1);
    expect(await db.selectFrom('access').select(['act', 'team_id']).execute()).toEqual([
      { act: 'changed-exposure', team_id: id },
    ]);
  });

  test('says which cases fit best once something is known, and why', async () => {
    const { id, desk } = await aTeam();
    await desk.save(id, null, controllers, now);
    const { nearest = [] } = (await desk.read(id, catalogue, now)) ?? {};
    expect(nearest.map(({ reasons }) => reasons[0])).toContainEqual(
      expect.objectContaining({ kind: 'input', item: 'Motor controllers' }),
    );
  });

  test('takes routes and systems of the vocabulary, and sites with their country', async () => {
    const { id, desk, db } = await aTeam();
    const form = new FormData();
    const [route] = catalogue.vocabulary.routes;
    form.append('route', route?.id ?? '');
    form.append('route', 'no-such-route');
    form.append('sites', 'JP Nagoya plant\n\nTW Hsinchu');
    const read = readLinks(form, catalogue.vocabulary);
    if (!read.ok) throw new Error(read.site);
    await desk.saveLinks(id, read.links, now);
    const kept = await db.selectFrom('team_link').select('word').where('team_id', '=', id).orderBy('word').execute();
    expect(kept.map(({ word }) => word)).toEqual(['JP Nagoya plant', 'TW Hsinchu', route?.id].sort());
    form.set('sites', 'Nagoya plant');
    expect(readLinks(form, catalogue.vocabulary)).toEqual({ ok: false, site: 'Nagoya plant' });
  });
});
