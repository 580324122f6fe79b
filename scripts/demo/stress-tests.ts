import { dayMs } from '#core/memory/forgetting-curve.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import type { BoardStep, ItemSteps } from '#core/stress-test/steps.ts';
import type { Db } from '#server/database/open-database.ts';
import { toItem } from '#server/nudges/read-teams.ts';
import { readStressTest } from '#server/stress-tests/read-stress-test.ts';
import { startStressTest } from '#server/stress-tests/start-stress-test.ts';
import { finishStressTest, saveBoard, saveItems } from '#server/stress-tests/write-stress-test.ts';

/** The demo's stress tests, in days before today: one finished a year ago, one under way. */
const began = { lastYear: 401, underWay: 12 };
const finished = 365;

type Said = Partial<ItemSteps>;

const lastYear: Record<string, Said> = {
  'Traction motor magnets': {
    map: { mined: 'CN, AU', processed: 'CN', recycled: 'JP, a pilot', answered: 'yes', source: '' },
    factors: {
      which: ['export-control', 'demand-surge'],
      why: 'Licences for medium and heavy rare earths since April.',
    },
    vulnerability: { verdict: 'significant', why: '35 days of stock against ten months.' },
    mitigate: {
      which: ['diversify', 'redesign'],
      what: 'A second maker outside China, and a motor with less dysprosium.',
      ...{ owner: 'Motor purchasing', by: '2027-03-31', cost: '240 million yen' },
      opportunity: 'The motor can be offered to two customers who ask for it.',
    },
  },
  'Dysprosium oxide': {
    map: { mined: 'CN, MM', processed: 'CN', recycled: '', answered: 'no', source: 'Trade statistics of Japan, 2025' },
    factors: { which: ['export-control'], why: '' },
    vulnerability: { verdict: 'significant', why: 'No alternative is known.' },
    mitigate: {
      which: ['stock', 'joint-purchase'],
      what: 'Stock for 180 days, bought together with the sister plant.',
      ...{ owner: 'Group purchasing', by: '2026-12-31', cost: '90 million yen' },
      opportunity: 'None found.',
    },
  },
  'Motor control units': {
    map: { mined: '', processed: 'JP', recycled: '', answered: 'yes', source: '' },
    factors: { which: ['natural'], why: 'One works beside a river.' },
    vulnerability: { verdict: 'not-significant', why: 'A second mask is qualified.' },
  },
};

const board: BoardStep = {
  position: 'Two of three items that carry a third of our sales come from one country, and the stock lasts 35 days.',
  decision: 'Approve 330 million yen for a second magnet maker and for stock of dysprosium until 2027.',
  prepared: 'Motor purchasing, with economic security',
};

const underWay: Record<string, Said> = {
  'Small saline bags': {
    map: { mined: '', processed: 'US', recycled: '', answered: 'yes', source: '' },
    factors: { which: ['natural'], why: 'Two works in the path of hurricanes.' },
  },
};

/** Puts both into a store that has the demo's items. */
export async function seedStressTests(db: Db, now: number): Promise<void> {
  const dayBefore = (days: number) => localDate(now - days * dayMs, 'UTC').toString();
  const names = new Map(
    (await db.selectFrom('team').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]),
  );
  const nameOf = (id: number) => names.get(id) ?? null;
  const past = { key: 'demo-magnets', title: 'Motors: magnets and chips', on: dayBefore(began.lastYear) };
  await begin(db, past, lastYear, nameOf);
  await saveBoard(db, past.key, board);
  await finishStressTest(db, past.key, nameOf, dayBefore(finished));
  const present = { key: 'demo-infusions', title: 'Infusions for Columbus', on: dayBefore(began.underWay) };
  await begin(db, present, { ...underWay, 'Dialysis solution': {} }, nameOf);
}

async function begin(
  db: Db,
  test: { key: string; title: string; on: string },
  said: Readonly<Record<string, Said>>,
  nameOf: (teamId: number) => string | null,
): Promise<void> {
  const rows = await db
    .selectFrom('exposure')
    .selectAll()
    .where('name', 'in', Object.keys(said))
    .orderBy('id')
    .execute();
  await startStressTest(db, { ...test, items: rows.map((row) => ({ teamId: row.team_id, item: toItem(row) })) });
  const begun = await readStressTest(db, test.key, nameOf);
  const steps = begun?.items.map(({ place, item, said: was }) => [place, { ...was, ...said[item.name] }] as const);
  await saveItems(db, test.key, new Map(steps));
}
