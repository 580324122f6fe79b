import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { modelKey } from '#core/memory/memory-model.ts';
import type { Warmth } from '#core/memory/warmth.ts';
import { readModel } from '#server/answers/fitted-model.ts';
import type { Instant } from '#server/database/schema.ts';
import type { Planner } from '#server/nudges/plan-nudges.ts';
import type { HeatFigures } from './heatmap.ts';

/** A row that is renewed at this age, as people forget while nothing happens; and the age at which it is no longer believed. */
export const renewedAfterMs = 30 * 60_000;
const believedForMs = 2 * renewedAfterMs;

/** A team's figures as they were kept. */
export type KeptHeat = {
  figures: HeatFigures[];
  reckonedAt: Instant;
  /** Nothing has changed since, and it is not old. */
  upToDate: boolean;
};

const warmths: readonly Warmth[] = [0, 1, 2, 3, 4, 5];
const chance = z
  .number()
  .min(0)
  .max(1 + 1e-9);
const count = z.number().int().min(0);

const keptFigures = z.array(
  z.object({
    lessonId: z.string(),
    chance,
    low: chance,
    high: chance,
    inAMonth: chance,
    inAQuarter: chance,
    singleKeeper: chance,
    warmth: z.literal(warmths),
    recalling: z.number().min(0),
    met: count,
    people: count,
    answers: count,
    thin: z.boolean(),
    relevant: z.boolean(),
    relevance: z.number().min(0),
  }),
);

/** What is kept of these teams, by their ids; of those never reckoned nothing. */
export async function readKeptHeat(
  planner: Planner,
  teamIds: readonly number[],
  now: Instant,
): Promise<Map<number, KeptHeat>> {
  if (teamIds.length === 0) return new Map();
  const { db } = planner;
  const source = await madeFrom(planner);
  const rows = await db.selectFrom('team_memory').selectAll().where('team_id', 'in', teamIds).execute();
  return new Map(
    rows.flatMap(({ team_id, figures, made_from, reckoned_at, changes, changes_seen }): [number, KeptHeat][] => {
      if (reckoned_at === null) return [];
      const young = Math.abs(now - reckoned_at) < believedForMs;
      const upToDate = young && changes === changes_seen && made_from === source;
      // What another version kept in another form is as if it was never reckoned.
      const kept = keptFigures.safeParse(JSON.parse(figures));
      return kept.success ? [[team_id, { figures: kept.data, reckonedAt: reckoned_at, upToDate }]] : [];
    }),
  );
}

/** What a team is ordered by: means over the lessons that concern it, each 0 to 1. */
export type HeatSummary = {
  /** How warm it is. */
  held: number;
  /** What of that goes in a month, if nothing is sent. */
  losing: number;
  /** How much its lessons concern it. */
  matters: number;
};

/** The summary of each team that was ever reckoned. */
export async function readSummaries({ db }: Planner): Promise<Map<number, HeatSummary>> {
  const rows = await db
    .selectFrom('team_memory')
    .select(['team_id', 'held', 'losing', 'matters'])
    .where('reckoned_at', 'is not', null)
    .execute();
  return new Map(rows.map(({ team_id, ...summary }) => [team_id, summary]));
}

/** A team with lessons that concern it and of which it holds nothing is coldest; one that none concern is not cold. */
export function summaryOf(figures: readonly HeatFigures[]): HeatSummary {
  const own = figures.filter(({ relevant, met }) => relevant || met > 0);
  if (own.length === 0) return { held: 1, losing: 0, matters: 0 };
  const mean = (of: (entry: HeatFigures) => number) => own.reduce((sum, entry) => sum + of(entry), 0) / own.length;
  return {
    held: mean(({ chance: now }) => now),
    losing: mean(({ chance: now, inAMonth }) => now - inAMonth),
    matters: mean(({ relevance }) => relevance),
  };
}

/** Of the figures themselves: with another all that was kept is old. */
const form = 'in a month, relevance';

const digests = new WeakMap<Catalogue, string>();

/** A digest of whatever figures are made from beside the team: what is kept from another library, model, weight or signal is old. */
export async function madeFrom({ db, catalogue, weights }: Planner): Promise<string> {
  const library = digests.get(catalogue) ?? digestOf(JSON.stringify(catalogue));
  digests.set(catalogue, library);
  const signals = await db.selectFrom('signal').select('id').where('withdrawn_at', 'is', null).orderBy('id').execute();
  const parts = [
    form,
    library,
    modelKey(await readModel(db)),
    JSON.stringify(weights),
    signals.map(({ id }) => id).join(),
  ];
  return digestOf(parts.join('\n'));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
