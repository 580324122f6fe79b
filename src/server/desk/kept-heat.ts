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
    inAQuarter: chance,
    singleKeeper: chance,
    warmth: z.literal(warmths),
    recalling: z.number().min(0),
    met: count,
    people: count,
    answers: count,
    thin: z.boolean(),
    relevant: z.boolean(),
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
      return [[team_id, { figures: keptFigures.parse(JSON.parse(figures)), reckonedAt: reckoned_at, upToDate }]];
    }),
  );
}

/** How warm each of these teams is on average, 0 to 1, over the lessons that concern it; of those never reckoned nothing. */
export async function readHeld({ db }: Planner): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('team_memory')
    .select(['team_id', 'held'])
    .where('reckoned_at', 'is not', null)
    .execute();
  return new Map(rows.map(({ team_id, held }) => [team_id, held]));
}

/** A team with lessons that concern it and of which it holds nothing is coldest; one that none concern is not cold. */
export function heldOf(figures: readonly HeatFigures[]): number {
  const own = figures.filter(({ relevant, met }) => relevant || met > 0);
  if (own.length === 0) return 1;
  return own.reduce((sum, { chance: held }) => sum + held, 0) / own.length;
}

const digests = new WeakMap<Catalogue, string>();

/** A digest of whatever figures are made from beside the team: what is kept from another library, model, weight or signal is old. */
export async function madeFrom({ db, catalogue, weights }: Planner): Promise<string> {
  const library = digests.get(catalogue) ?? digestOf(JSON.stringify(catalogue));
  digests.set(catalogue, library);
  const signals = await db.selectFrom('signal').select('id').where('withdrawn_at', 'is', null).orderBy('id').execute();
  const parts = [library, modelKey(await readModel(db)), JSON.stringify(weights), signals.map(({ id }) => id).join()];
  return digestOf(parts.join('\n'));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
