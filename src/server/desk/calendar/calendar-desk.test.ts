import { describe, expect, test } from 'vitest';
import { importCsv } from '#server/people/import-csv.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { Desk } from '../desk.ts';
import { readCalendarForm } from './calendar-form.ts';

const now = Date.parse('2026-11-24T06:00:00Z');

async function aTeam(holidays: string) {
  const db = await aStore();
  const { id } = await aTeamInStore(db, ['Mei'], now);
  const { name } = await db.selectFrom('team').select('name').where('id', '=', id).executeTakeFirstOrThrow();
  const text = `team,zone,holidays\n${name},Asia/Taipei,${holidays}`;
  const taken = await importCsv(db, { text, vocabulary: aCatalogue().vocabulary, now, dryRun: false, prune: false });
  const deskOf = (scope: ReadonlySet<number>) =>
    new Desk(aPlanner(db), { showByName: 'done', smallestTeam: 5 }, 'tara@works.example', scope, new Set()).calendar;
  const holidaysKept = async () =>
    (await db.selectFrom('team').select('holidays').where('id', '=', id).executeTakeFirstOrThrow()).holidays;
  return { db, id, taken, calendar: deskOf(new Set([id])), ofAnother: deskOf(new Set([id + 1])), holidaysKept };
}

const kindOf = async (team: Awaited<ReturnType<typeof aTeam>>, date: string) =>
  (await team.calendar.read(team.id, now))?.months.flatMap(({ days }) => days).find((day) => day.date === date)?.kind;

describe('the calendar of a team on the desk', () => {
  test('shows public holidays, and takes days closed and worked until they are taken away', async () => {
    const team = await aTeam('TW');
    expect(await kindOf(team, '2026-12-25')).toBe('holiday');
    const shutdown = { act: 'add', day: 'closed', from: '2026-12-28', until: '2027-01-03' } as const;
    expect(await team.calendar.change(team.id, shutdown, now)).toEqual({ ok: true });
    const worked = { act: 'add', day: 'worked', from: '2026-12-25', until: '' } as const;
    await team.calendar.change(team.id, worked, now);
    expect(await team.holidaysKept()).toBe('TW +2026-12-28..2027-01-03 -2026-12-25');
    expect(await kindOf(team, '2026-12-29')).toBe('closed');
    expect(await kindOf(team, '2026-12-25')).toBe('worked');
    await team.calendar.change(team.id, { act: 'take-away', mark: '-2026-12-25' }, now);
    expect(await kindOf(team, '2026-12-25')).toBe('holiday');
  });

  test('changes the region and keeps the days', async () => {
    const team = await aTeam('TW +2026-12-24');
    await team.calendar.change(team.id, { act: 'region', region: 'vn' }, now);
    expect(await team.holidaysKept()).toBe('VN +2026-12-24');
    await team.calendar.change(team.id, { act: 'region', region: '' }, now);
    expect(await team.holidaysKept()).toBe('none +2026-12-24');
  });

  test('says which years of a region are not official yet', async () => {
    expect((await (await aTeam('CN')).calendar.read(1, now))?.unknownYears).toEqual([2027]);
    expect((await (await aTeam('TW')).calendar.read(1, now))?.unknownYears).toEqual([]);
    expect((await (await aTeam('DE')).calendar.read(1, now))?.unknownYears).toEqual([]);
  });

  test('says which feasts are reckoned, and that parts of a country keep days of their own', async () => {
    const inSaudiArabia = await (await aTeam('SA')).calendar.read(1, now);
    expect(inSaudiArabia).toMatchObject({ reckonedFeasts: ['2027-03-09', '2027-05-15'], parts: [] });
    const inGermany = await (await aTeam('DE')).calendar.read(1, now);
    expect(inGermany).toMatchObject({
      reckonedFeasts: [],
      parts: expect.arrayContaining([{ code: 'DE-BY', name: 'Bayern' }]),
    });
    expect(await (await aTeam('none')).calendar.read(1, now)).toMatchObject({ reckonedFeasts: [], parts: [] });
  });

  test('refuses what is no day, and nothing is changed', async () => {
    const team = await aTeam('TW');
    const change = { act: 'add', day: 'closed', from: '2026-02-30', until: '' } as const;
    expect(await team.calendar.change(team.id, change, now)).toMatchObject({ ok: false, why: 'refused' });
    expect(await team.calendar.change(team.id, { act: 'region', region: 'XX' }, now)).toMatchObject({ ok: false });
    expect(await team.holidaysKept()).toBe('TW');
  });

  test('is nobody else’s to see or change, and who changed it is written down', async () => {
    const team = await aTeam('TW');
    expect(await team.ofAnother.read(team.id, now)).toBeNull();
    const change = { act: 'region', region: 'VN' } as const;
    expect(await team.ofAnother.change(team.id, change, now)).toEqual({ ok: false, why: 'no-team' });
    expect(await team.holidaysKept()).toBe('TW');
    await team.calendar.change(team.id, change, now);
    expect(await team.db.selectFrom('access').select(['who', 'act', 'team_id']).execute()).toEqual([
      { who: 'tara@works.example', act: 'changed-calendar', team_id: team.id },
    ]);
  });

  test('a form that is not ours asks for nothing', () => {
    expect(readCalendarForm({ act: 'add', day: 'holiday', from: '2026-12-24', until: '' })).toBeNull();
    expect(readCalendarForm({})).toBeNull();
  });
});
