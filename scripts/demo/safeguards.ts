import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { SafeguardAct } from '#core/safeguards/standing.ts';
import type { Db } from '#server/database/open-database.ts';
import { addSafeguard } from '#server/safeguards/change-safeguards.ts';
import { addEvent } from '#server/safeguards/safeguard-events.ts';

/** What the teams of the demo keep up: invented, and each rests on a case of the library. `done` is in days before today; the first enters it. */
type DemoSafeguard = {
  team: string;
  title: string;
  /** The address before the @; null is nobody. */
  owner: string | null;
  since: string;
  caseId: string;
  reason: string;
  done: readonly [act: SafeguardAct, daysAgo: number, note?: string][];
};

const nagoya = 'Motor plant purchasing, Nagoya';
const rotterdam = 'Logistics, Rotterdam';
const columbus = 'Hospital supply, Columbus';

const safeguards: readonly DemoSafeguard[] = [
  {
    ...{ team: nagoya, owner: 'emi.sakurai', since: '2012-04-01', caseId: 'tohoku-renesas-2011' },
    title: 'Eight weeks of controller chips on our own shelf',
    reason: 'When one plant stopped in 2011, every line without a stock of its chips stopped with it.',
    done: [
      ['added', 900],
      ['kept', 200, 'Counted with the year-end stock.'],
    ],
  },
  {
    ...{ team: nagoya, owner: 'kenji.watanabe', since: '1998-06-01', caseId: 'aisin-fire-1997' },
    title: 'Drawings of the brake valves lie with a second workshop',
    reason: 'One burned plant made nearly all such valves, and others could only help because they had the drawings.',
    done: [
      ['added', 900],
      ['kept', 356],
    ],
  },
  {
    ...{ team: nagoya, owner: null, since: '2008-02-01', caseId: 'riken-piston-rings-2007' },
    title: 'A second maker of piston rings, qualified and ordered from each quarter',
    reason: 'A ring of small value from one maker stopped the car plants of a whole country for days.',
    done: [
      ['added', 900],
      ['kept', 260],
    ],
  },
  {
    ...{ team: nagoya, owner: 'daichi.mori', since: '2013-09-01', caseId: 'rare-earths-2010' },
    title: 'A motor without heavy rare earths, built and tested once a year',
    reason: 'Deliveries went on after 2010, the urgency waned, and the dependence stayed.',
    done: [
      ['added', 900],
      ['kept', 358, 'Forty motors built, two on the bench.'],
    ],
  },
  {
    ...{ team: rotterdam, owner: 'hamid.azizi', since: '2018-01-15', caseId: 'notpetya-maersk-2017' },
    title: 'Shipping orders can be written and sent on paper for a week',
    reason: 'In 2017 terminals stood still for days because nothing could be booked without the screens.',
    done: [
      ['added', 900],
      ['kept', 190, 'Drill of half a day, with the forms in the red cabinet.'],
    ],
  },
  {
    ...{ team: rotterdam, owner: 'carla.mendes', since: '2021-05-01', caseId: 'ever-given-2021' },
    title: 'Two weeks more in every plan that goes through the canal',
    reason: 'One ship across the canal cost every box behind it more days than our plans had.',
    done: [
      ['added', 900],
      ['kept', 420],
    ],
  },
  {
    ...{ team: rotterdam, owner: 'bram.visser', since: '2016-11-01', caseId: 'hanjin-2016' },
    title: 'No more than half of our boxes with one carrier',
    reason: 'When a carrier went bankrupt its ships stayed at sea with the goods of its customers.',
    done: [
      ['added', 900],
      ['kept', 300],
      ['retired', 40, 'Two carriers merged, and the rate of the third was a fifth higher in a calm year.'],
    ],
  },
  {
    ...{ team: columbus, owner: 'dana.whitfield', since: '2018-03-01', caseId: 'hurricane-maria-saline-2017' },
    title: 'Saline from plants in two places that no one storm reaches',
    reason: 'One hurricane over one island took the small bags from hospitals of a whole continent.',
    done: [
      ['added', 900],
      ['kept', 357],
    ],
  },
  {
    ...{ team: columbus, owner: 'priscilla.nunez', since: '2008-07-01', caseId: 'heparin-2008' },
    title: 'Every lot of heparin is tested by us, whatever its papers say',
    reason: 'The papers were in order, and the usual test could not see what had been mixed in.',
    done: [
      ['added', 900],
      ['kept', 240],
      ['not-kept', 9, 'Since the new contract only one lot in five.'],
    ],
  },
];

/** Enters the demo's safeguards with what had been done by `until`, once its people are there; `trainer` did it. */
export async function enterSafeguards(db: Db, until: number, trainer: string): Promise<void> {
  for (const { team, owner, done, ...said } of safeguards) {
    const { id: teamId } = await db.selectFrom('team').select('id').where('name', '=', team).executeTakeFirstOrThrow();
    const person = await db
      .selectFrom('person')
      .select('id')
      .where('email', '=', `${owner}@kazehaya.example`)
      .executeTakeFirst();
    const [first, ...later] = done;
    if (!first) continue;
    const by = { desk: trainer };
    const moment = (daysAgo: number) => ({
      at: until - daysAgo * dayMs,
      day: new Date(until - daysAgo * dayMs).toISOString().slice(0, 10),
    });
    const id = await addSafeguard(db, { ...said, teamId, ownerId: person?.id ?? null }, by, moment(first[1]));
    for (const [act, daysAgo, note = null] of later)
      await addEvent(db, id, { act, ...moment(daysAgo), note, ...(act === 'retired' && { reasonRead: true }) }, by);
  }
}
