import type { Catalogue } from '#catalogue/catalogue.ts';
import { type StarterItem, teamStarter } from '#catalogue/queries/team-starter.ts';
import type { TeamLinkKind } from '#core/exposure/exposure.ts';
import type { PlannedTeam } from '#core/planning/planner-types.ts';
import type { Db } from '#server/database/open-database.ts';
import type { ExposureRow, Instant } from '#server/database/schema.ts';
import { noteChangeOfTeam } from '#server/database/team-changes.ts';
import { readTeamWithoutPast } from '#server/nudges/read-teams.ts';
import { toExposureColumns } from '#server/people/exposure-row.ts';
import { itemNamer } from '#server/people/item-namer.ts';
import type { DeskPart } from '../desk-part.ts';
import { type ItemDraft, type ItemFaults, readItem } from './item-form.ts';
import { type NearCase, nearestCases } from './nearest-cases.ts';

export type ShownExposure = {
  team: PlannedTeam;
  name: string;
  rows: ExposureRow[];
  /** What teams like it usually depend on and it has not listed. */
  starters: readonly StarterItem[];
  nearest: NearCase[];
};

export type ItemOutcome =
  | { ok: true }
  | { ok: false; why: 'no-team' }
  | { ok: false; why: 'faults'; faults: ItemFaults };

/** What a team depends on, on the desk: shown with what follows from it, and changed item by item. */
export class ExposureDesk {
  private readonly part: DeskPart;

  constructor(part: DeskPart) {
    this.part = part;
  }

  async read(teamId: number, catalogue: Catalogue, now: Instant): Promise<ShownExposure | null> {
    const { planner, ownTeam } = this.part;
    const team = await readTeamWithoutPast(planner.db, catalogue, ownTeam(teamId), now);
    if (!team) return null;
    const rows = await itemsOf(planner.db, team.id);
    const { sector, items, routes, systems } = team.exposure;
    const roles = team.people.map(({ role }) => role);
    const starter = teamStarter(catalogue, { sector, roles, items, routes, systems });
    return {
      team,
      name: await this.nameOf(team.id),
      rows,
      starters: starter.items,
      nearest: nearestCases(catalogue, team, planner.weights),
    };
  }

  /** Saves an item as it was typed: a new one, or (`itemId`) in the stead of one that the team has. */
  async save(teamId: number, itemId: number | null, draft: ItemDraft, now: Instant): Promise<ItemOutcome> {
    const { planner, ownTeam, note } = this.part;
    const own = ownTeam(teamId);
    const name = await this.nameOf(own);
    if (name === '') return { ok: false, why: 'no-team' };
    const read = readItem(draft, name);
    if (!read.ok) return { ok: false, why: 'faults', faults: read.faults };
    const patch = toExposureColumns(read.row, itemNamer(planner.catalogue.vocabulary)(read.row));
    const saved = await planner.db.transaction().execute(async (trx) => {
      const rows = await itemsOf(trx, own);
      if (rows.some((row) => row.name === patch.name && row.id !== itemId)) return false;
      if (itemId === null)
        await trx
          .insertInto('exposure')
          .values({ team_id: own, ...patch })
          .execute();
      else await trx.updateTable('exposure').set(patch).where('id', '=', itemId).where('team_id', '=', own).execute();
      await noteChangeOfTeam(trx, own);
      return true;
    });
    if (!saved) return { ok: false, why: 'faults', faults: { item: 'the team has an item of this name already' } };
    await note('changed-exposure', own, null, now);
    return { ok: true };
  }

  async takeAway(teamId: number, itemId: number, now: Instant): Promise<boolean> {
    const { planner, ownTeam, note } = this.part;
    const own = ownTeam(teamId);
    const gone = await planner.db
      .deleteFrom('exposure')
      .where('id', '=', itemId)
      .where('team_id', '=', own)
      .returning('id')
      .executeTakeFirst();
    if (!gone) return false;
    await noteChangeOfTeam(planner.db, own);
    await note('changed-exposure', own, null, now);
    return true;
  }

  /** Adds items of the starter list by their names; what the list does not offer is left out. */
  async addStarters(teamId: number, names: readonly string[], catalogue: Catalogue, now: Instant): Promise<number> {
    const shown = await this.read(teamId, catalogue, now);
    const wanted = shown?.starters.filter(({ name }) => names.includes(name)) ?? [];
    if (!shown || wanted.length === 0) return 0;
    const { planner, note } = this.part;
    const items = wanted.map(({ name, input, family }) => ({
      team_id: shown.team.id,
      name,
      input,
      said: null,
      family,
    }));
    await planner.db.insertInto('exposure').values(items).execute();
    await noteChangeOfTeam(planner.db, shown.team.id);
    await note('changed-exposure', shown.team.id, null, now);
    return wanted.length;
  }

  /** Puts routes, systems and sites in the stead of those a team has. */
  async saveLinks(
    teamId: number,
    links: Readonly<Record<TeamLinkKind, readonly string[]>>,
    now: Instant,
  ): Promise<boolean> {
    const { planner, ownTeam, note } = this.part;
    const own = ownTeam(teamId);
    if ((await this.nameOf(own)) === '') return false;
    const rows = (['route', 'system', 'site'] as const).flatMap((kind) =>
      [...new Set(links[kind])].map((word) => ({ team_id: own, kind, word })),
    );
    await planner.db.transaction().execute(async (trx) => {
      await trx.deleteFrom('team_link').where('team_id', '=', own).execute();
      if (rows.length > 0) await trx.insertInto('team_link').values(rows).execute();
      await noteChangeOfTeam(trx, own);
    });
    await note('changed-exposure', own, null, now);
    return true;
  }

  /** Empty where there is no such team. */
  private async nameOf(teamId: number): Promise<string> {
    const { db } = this.part.planner;
    return (await db.selectFrom('team').select('name').where('id', '=', teamId).executeTakeFirst())?.name ?? '';
  }
}

function itemsOf(db: Db, teamId: number): Promise<ExposureRow[]> {
  return db.selectFrom('exposure').selectAll().where('team_id', '=', teamId).orderBy('id').execute();
}
