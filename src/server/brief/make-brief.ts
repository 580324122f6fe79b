import type { Library } from '#catalogue/catalogue.ts';
import { checkBeforeUse } from '#catalogue/schema/instrument.ts';
import type { BriefFacts } from '#core/brief/facts.ts';
import { type Quarter, quarterBefore, quarterText } from '#core/brief/quarter.ts';
import { type JudgedReading, readIndicators } from '#core/brief/read-indicators.ts';
import type { RelevanceWeights } from '#core/exposure/weights.ts';
import { firstLanguage } from '#i18n/languages.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import type { Brief } from './brief.ts';
import { memoryFactsOf, spanOf } from './facts/kept-memory.ts';
import { readExposures } from './facts/read-exposures.ts';
import { readCountedTeams } from './facts/read-team-sizes.ts';
import { houseCalendar } from './house-clock.ts';
import { namesIn } from './name-inputs.ts';
import { readInputs } from './read-inputs.ts';
import { readKeptBrief } from './snapshots.ts';
import { readDecisions } from './typed/decisions.ts';
import { readPosition } from './typed/position.ts';
import { readScenarios } from './typed/scenarios.ts';
import { readThresholds } from './typed/thresholds.ts';

/** What a brief is made with. */
export type BriefMaker = { db: Db; library: Library; weights: RelevanceWeights; smallestTeam: number };

/** The brief of a quarter that runs, or has just ended, as things stand now. Reads sums of teams, and nobody. */
export async function makeBrief(maker: BriefMaker, quarter: Quarter, now: Instant): Promise<Brief> {
  const { db, library, weights, smallestTeam } = maker;
  const catalogue = library[firstLanguage];
  const { today } = await houseCalendar(db, now);
  const teams = await readCountedTeams(db, today, smallestTeam);
  const { items, nearest } = await readExposures(db, catalogue, weights);
  const { explains, nearMisses, ...inputs } = await readInputs(db, catalogue, {
    ...(await spanOf(db, quarter, now)),
    on: today,
  });
  const scenarios = await readScenarios(db);
  const facts: BriefFacts = {
    asOf: today,
    items,
    nearest,
    ...(await memoryFactsOf(db, teams, quarter, now)),
    scenarios,
    ...inputs,
  };
  const readings = readIndicators(facts, await readThresholds(db));
  const last = await readKeptBrief(db, quarterBefore(quarter));
  const named = namesIn(library);
  return {
    quarter: quarterText(quarter),
    asOf: today,
    comparedWith: last?.brief.quarter ?? null,
    ownPosition: await readPosition(db, quarterText(quarter)),
    indicators: readings.map((reading) => ({
      ...reading,
      inputs: reading.inputs.map((input) => ({ ...input, name: named.input(input) })),
      lacking: reading.lacking.map(({ what, names }) => ({ what, names: [...names] })),
      before: beforeOf(reading, last?.brief ?? null),
    })),
    cases: nearest.map((near) => named.nearCase(near)),
    ...(await decisionsOf(maker, quarter, today)),
    scenarios: scenarios.map(({ id: _, ...scenario }) => scenario),
    explains: explains?.map(({ principle, state, dueOn }) => ({ principle, state, dueOn })) ?? null,
    nearMisses,
    teams: { counted: teams.ids.length, tooSmall: teams.tooSmall },
  };
}

function beforeOf({ id }: JudgedReading, last: Brief | null): Brief['indicators'][number]['before'] {
  const before = last?.indicators.find((entry) => entry.id === id);
  return before ? { value: before.value, status: before.status } : null;
}

/** What is asked in the quarter, and what became of what was asked before. A programme that has lapsed is left out. */
async function decisionsOf(
  { db, library }: BriefMaker,
  quarter: Quarter,
  today: string,
): Promise<Pick<Brief, 'decisions' | 'settled'>> {
  const all = await readDecisions(db);
  const named = namesIn(library);
  const inForce = new Set(
    library[firstLanguage].instruments
      .filter((entry) => checkBeforeUse(entry, today) !== 'deadline-past')
      .map(({ id }) => id),
  );
  const text = quarterText(quarter);
  const before = quarterText(quarterBefore(quarter));
  return {
    decisions: all
      .filter((entry) => entry.outcome === 'asked' && entry.quarter <= text)
      .map(({ ask, cost, opportunity, programmes, deadline, owner }) => ({
        ask,
        cost,
        opportunity,
        programmes: programmes.filter((id) => inForce.has(id)).map((id) => named.programme(id)),
        deadline,
        owner,
      })),
    settled: all
      .filter((entry) => entry.outcome !== 'asked' && (entry.quarter === before || entry.quarter === text))
      .map(({ ask, quarter: asked, outcome, note }) => ({ ask, quarter: asked, outcome, note })),
  };
}
