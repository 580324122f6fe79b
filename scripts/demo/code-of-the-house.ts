import { type PrincipleNumber, principles } from '#core/code/principles.ts';
import type { StatementState } from '#core/code/statement.ts';
import { foundOrganisation, setPublic } from '#server/code/organisations.ts';
import { saveStatement } from '#server/code/save-statement.ts';
import type { Db } from '#server/database/open-database.ts';
import { inventedHouse } from '#server/sample/invented-house.ts';
import { keepProgrammeUse } from '#server/support/programme-use.ts';

const { slug } = inventedHouse;

type Said = { state: StatementState; text: string; owner: string; dueInDays: number | null };

const valves =
  'One maker in Ehime casts all our valve bodies. A second was found in Pune; its first trial batch leaked, and a new mould is being cut.';

/** What the invented firm said a year ago. */
const lastYear: Partial<Record<PrincipleNumber, Said>> = {
  1: {
    state: 'not-yet',
    text: 'The list of what we buy is whole; scenarios are missing for all but magnets.',
    owner: 'Head of planning',
    dueInDays: null,
  },
  2: {
    state: 'explain',
    text: 'Each plant judges spending on stock by its own yearly budget, so that what it opens for sales is seen by nobody. A common form is being tried in Nagoya.',
    owner: 'Finance director',
    dueInDays: null,
  },
  3: {
    state: 'comply',
    text: 'Twice a year with the ten largest customers and the five makers nobody can replace.',
    owner: 'Head of sales',
    dueInDays: null,
  },
  4: {
    state: 'not-yet',
    text: 'Tier 2 is known for magnets and controllers, and for nothing else.',
    owner: 'Head of purchasing',
    dueInDays: null,
  },
  5: { state: 'explain', text: valves, owner: 'Head of purchasing', dueInDays: null },
  6: {
    state: 'explain',
    text: 'Our warehouse in Rotterdam is full in the season, and renting another costs more than a week of standstill did in 2021. We hold 30 days where recovery takes 60.',
    owner: 'Head of logistics',
    dueInDays: null,
  },
  9: {
    state: 'not-yet',
    text: 'Purchasing, legal and IT share it; one of them is to be named.',
    owner: 'Managing director',
    dueInDays: null,
  },
  10: { state: 'comply', text: 'On the agenda in March and October.', owner: 'Managing director', dueInDays: null },
};

/** And what it says now: one explain says too little, one is last year's, one principle was given back, three are missing. */
const thisYear: Partial<Record<PrincipleNumber, Said>> = {
  1: {
    state: 'comply',
    text: 'Five scenarios are written, each with a trigger and who acts on it; planning goes through them in June.',
    owner: 'Head of planning',
    dueInDays: null,
  },
  2: {
    state: 'explain',
    text: 'The common form is in use in Nagoya and Columbus. Rotterdam and Pune still count what stock costs and not what it lets us sell; they follow with the next budget.',
    owner: 'Finance director',
    dueInDays: 120,
  },
  3: {
    state: 'comply',
    text: 'Twice a year with the ten largest customers and the five makers nobody can replace.',
    owner: 'Head of sales',
    dueInDays: null,
  },
  4: {
    state: 'not-yet',
    text: 'Known for seven of eleven critical items. Two makers do not answer; from public data we know at least their countries.',
    owner: 'Head of purchasing',
    dueInDays: 60,
  },
  5: { state: 'explain', text: valves, owner: 'Head of purchasing', dueInDays: 10 },
  6: { state: 'explain', text: 'No room in Rotterdam.', owner: 'Head of logistics', dueInDays: -20 },
  7: {
    state: 'not-yet',
    text: 'Sales has a list of nine parts for which customers have no second maker; engineering has yet to say who could copy them.',
    owner: 'Head of engineering',
    dueInDays: 45,
  },
  9: {
    state: 'comply',
    text: 'The head of legal answers for it since April.',
    owner: 'Head of legal',
    dueInDays: null,
  },
  10: {
    state: 'not-yet',
    text: 'The October meeting dropped it for the budget; it stands first in February.',
    owner: 'Managing director',
    dueInDays: 80,
  },
};

const programmesTaken = [
  {
    programme: 'jp-critical-materials',
    standing: 'uses',
    note: 'Supply assurance plan for magnets, certified in spring.',
  },
  { programme: 'in-mineral-recycling', standing: 'uses', note: 'Pune recovers magnet scrap.' },
  { programme: 'in-magnet-scheme', standing: 'applied', note: 'With our partner in Pune.' },
  { programme: 'jp-ai-semiconductor-frame', standing: 'eligible', note: 'Controllers; engineering looks at it.' },
] as const;

/** What the invented firm says of itself: two years of its code, public, and the programmes it uses. */
export async function sayWhatTheHouseSays(db: Db, by: string, now: number): Promise<void> {
  await foundOrganisation(db, { ...inventedHouse, language: 'en' }, by, now);
  const year = new Date(now).getUTCFullYear();
  for (const [said, of] of [
    [lastYear, year - 1],
    [thisYear, year],
  ] as const)
    for (const { number } of principles) await say(db, of, number, said[number], by, now);
  await setPublic(db, slug, true, by, now);
  for (const use of programmesTaken) await keepProgrammeUse(db, use, by, now);
}

async function say(db: Db, year: number, principle: PrincipleNumber, said: Said | undefined, by: string, now: number) {
  if (!said) return;
  const { state, text, owner, dueInDays } = said;
  const dueOn = dueInDays === null ? null : dayAfter(now, dueInDays);
  const place = { organisation: slug, year, principle, version: 0 };
  await saveStatement(db, place, { state, text, ownerFunction: owner, dueOn, ownerId: null }, by, now);
}

function dayAfter(now: number, days: number): string {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC').toPlainDate().add({ days }).toString();
}
