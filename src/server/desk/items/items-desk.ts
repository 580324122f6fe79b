import type { Catalogue } from '#catalogue/catalogue.ts';
import type { TeamExposure } from '#core/exposure/exposure.ts';
import { answers } from '#core/exposure/five-questions.ts';
import type { PlannedTeam } from '#core/planning/planner-types.ts';
import { shownTeams } from '#core/privacy/named-team.ts';
import type { ExposureRow, Instant } from '#server/database/schema.ts';
import { noteChangeOfTeam } from '#server/database/team-changes.ts';
import { readTeamWithoutPast, toItem } from '#server/nudges/read-teams.ts';
import type { DeskPart } from '../desk-part.ts';
import { type NearCase, nearestCases } from '../exposure/nearest-cases.ts';
import { type ItemStanding, itemStanding, mostPressingFirst } from '../item-standing.ts';
import { readTeamPeople } from '../team-people.ts';
import { seenOf } from '../team-scope.ts';

export type OpenedItem = {
  teamId: number;
  team: string;
  row: ExposureRow;
  standing: ItemStanding;
  /** Cases most like this item, and not the rest of what the team buys. */
  nearest: NearCase[];
  /** What its team depends on, and where it is. */
  exposure: TeamExposure;
};

/** An item where executives read: `team` is null for one of several small teams. */
export type HouseItem = { itemId: number; teamId: number; team: string | null; standing: ItemStanding };

export type HouseItems = {
  items: HouseItem[];
  /** Items that are not shown because their team would stand alone with fewer than four people. */
  heldBack: number;
};

/** Answers that a page of an item takes: those tests of designation that no figure answers. */
const answered = ['essential', 'cut_off', 'special_need'] as const;

/** Items of the trainer's teams, one by one and all together. */
export class ItemsDesk {
  private readonly part: DeskPart;

  constructor(part: DeskPart) {
    this.part = part;
  }

  async read(teamId: number, itemId: number, catalogue: Catalogue, now: Instant): Promise<OpenedItem | null> {
    const { planner, ownTeam } = this.part;
    const team = await readTeamWithoutPast(planner.db, catalogue, ownTeam(teamId), now);
    const row = await this.rowOf(teamId, itemId);
    if (!team || !row) return null;
    const item = toItem(row);
    return {
      teamId: team.id,
      team: row.team,
      row,
      standing: itemStanding(item),
      nearest: nearestCases(catalogue, alone(team, item), planner.weights),
      exposure: team.exposure,
    };
  }

  /** Keeps a team's answers to the tests of an item; a field that is not there stays as it was. */
  async answerTests(
    teamId: number,
    itemId: number,
    fields: Readonly<Record<string, string>>,
    now: Instant,
  ): Promise<boolean> {
    const { planner, note } = this.part;
    const row = await this.rowOf(teamId, itemId);
    const given = answered.flatMap((field) => {
      const answer = answers.find((word) => word === fields[field]);
      return answer ? [[field, answer] as const] : [];
    });
    if (!row || given.length === 0) return false;
    await planner.db.updateTable('exposure').set(Object.fromEntries(given)).where('id', '=', row.id).execute();
    await noteChangeOfTeam(planner.db, row.team_id);
    await note('changed-exposure', row.team_id, null, now);
    return true;
  }

  /** Every item of the scope, what presses most in front. */
  async ofHouse(now: Instant): Promise<HouseItems> {
    const { planner, scope } = this.part;
    const shown = shownTeams(await readTeamPeople(planner.db, scope, now));
    const rows = await planner.db
      .selectFrom('exposure')
      .innerJoin('team', 'team.id', 'exposure.team_id')
      .selectAll('exposure')
      .where('team.ended_on', 'is', null)
      .execute();
    const seen = seenOf(scope, rows, ({ team_id }) => team_id);
    const told = seen.filter(({ team_id }) => shown.has(team_id));
    const items = told.map((row) => ({
      itemId: row.id,
      teamId: row.team_id,
      team: shown.get(row.team_id) ?? null,
      standing: itemStanding(toItem(row)),
    }));
    return {
      items: items.sort((a, b) => mostPressingFirst(a.standing, b.standing) || a.itemId - b.itemId),
      heldBack: seen.length - told.length,
    };
  }

  private rowOf(teamId: number, itemId: number) {
    const { planner, ownTeam } = this.part;
    return planner.db
      .selectFrom('exposure')
      .innerJoin('team', 'team.id', 'exposure.team_id')
      .selectAll('exposure')
      .select('team.name as team')
      .where('exposure.id', '=', itemId)
      .where('exposure.team_id', '=', ownTeam(teamId))
      .executeTakeFirst();
  }
}

function alone(team: PlannedTeam, item: ItemStanding['item']): Pick<PlannedTeam, 'exposure' | 'textLikeness'> {
  return { exposure: { ...team.exposure, items: [item], routes: [], systems: [] }, textLikeness: new Map() };
}
