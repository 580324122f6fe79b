import { expect, test } from 'vitest';
import { aLibrary } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { aPlanner } from '#testing/a-plan.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { Desk } from '../desk.ts';

const now = Date.parse('2026-11-30T12:00:00Z');
const trainer = 'tara@kazehaya.example';

const scenario = {
  name: 'The port stops for a week',
  trigger: 'The terminal system is down',
  owner: 'Head of logistics',
  daysToLoss: '4',
  lossBand: '0.1-to-1',
  rehearsedOn: '',
};
const decision = {
  ask: 'Keep 60 days of oxide',
  cost: '180 million yen',
  opportunity: 'Two months to find another source',
  programmes: [],
  noProgramme: true,
  deadline: '',
  owner: 'Head of purchasing',
};

async function aDesk() {
  const db = await aStore();
  await aTeamInStore(db, ['Mei', 'Ken', 'Ada', 'Bo', 'Eva'], now);
  const { brief } = new Desk(aPlanner(db), { showByName: 'done', smallestTeam: 5 }, trainer, 'house', new Set());
  const noted = async () => {
    const rows = await db.selectFrom('access').selectAll().orderBy('at').execute();
    return rows.map(({ who, act, team_id, subject, at }) => [who, act, team_id, subject, at - now]);
  };
  return { db, brief, noted };
}

test('who changed what a board reads stands in the list of who changed what: position, scenarios, decisions, thresholds, a brief that is kept', async () => {
  const { brief, noted } = await aDesk();
  await brief.writePosition('We hang on one port.', now);
  await brief.keepScenario(null, scenario, now + 1);
  const [kept] = await brief.scenarios();
  await brief.keepScenario(kept?.id ?? '', { ...scenario, daysToLoss: '5' }, now + 2);
  await brief.endScenario(kept?.id ?? '', now + 3);
  await brief.ask(decision, now + 4);
  const [asked] = await brief.decisions();
  await brief.settle(asked?.id ?? '', 'taken', '30 days first', now + 5);
  await brief.setThresholds(() => ({ amber: '', red: '' }), now + 6);
  await brief.keep(aLibrary(), now + 7);
  expect(await noted()).toEqual([
    ...[0, 1, 2, 3, 4, 5].map((after) => [trainer, 'changed-brief', null, null, after]),
    [trainer, 'changed-thresholds', null, null, 6],
    [trainer, 'kept-brief', null, null, 7],
  ]);
});

test('what was refused, and what is not there, changed nothing and is not written down', async () => {
  const { brief, noted } = await aDesk();
  await brief.writePosition('word '.repeat(41), now);
  await brief.keepScenario(null, { ...scenario, name: '' }, now);
  await brief.endScenario('nothing', now);
  await brief.ask({ ...decision, cost: '' }, now);
  await brief.settle('nothing', 'taken', '', now);
  await brief.setThresholds(() => ({ amber: 'much', red: '' }), now);
  expect(await noted()).toEqual([]);
});
