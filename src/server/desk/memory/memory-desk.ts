import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Instant } from '#server/database/schema.ts';
import type { DeskPart } from '../desk-part.ts';
import { monthDays } from '../heatmap.ts';
import { heldBack, mayCompare, type ShownRow, type SizedTeam, shownRows } from '../shown-cells.ts';
import { readSizedTeams } from '../sized-teams.ts';
import type { TeamsAsked } from '../team-pages.ts';
import { seenOf } from '../team-scope.ts';
import { lessonsInOrder } from './cell-order.ts';
import { type MemoryPicture, type PictureAsked, readPicture } from './read-picture.ts';

/** Which of their teams a trainer asked for, and in which order. */
export type MemoryAsked = Pick<TeamsAsked, 'find' | 'page'> & Pick<PictureAsked, 'order' | 'grouping'>;

/** Of the picture what a trainer sees. */
export type ShownPicture = Omit<MemoryPicture, 'rows'> & { rows: ShownRow[]; lessons: { id: string; rule: string }[] };

/** What teams remember, as one trainer may see it: figures of small teams are held back, and no team's place tells what its figures may not. */
export class MemoryDesk {
  private readonly part: DeskPart;

  constructor(part: DeskPart) {
    this.part = part;
  }

  /** One page of their teams. Teams whose figures are held back, or may not be compared with later ones, stand last: a place among others would tell them. */
  async picture(catalogue: Catalogue, asked: MemoryAsked, now: Instant): Promise<ShownPicture> {
    const { planner, scope, rules } = this.part;
    const sized = await readSizedTeams(planner.db, scope, now);
    const teamIds = sized.map(({ id }) => id);
    const isTold = (team: SizedTeam) =>
      heldBack(team, rules, now) === null &&
      (asked.order !== 'losing' || rules.showByName === 'results' || mayCompare(team, monthDays, now));
    const unranked = sized.filter((team) => !isTold(team)).map(({ id }) => id);
    const picture = await readPicture(planner, catalogue, { ...asked, teamIds, unranked }, now);
    const rows = shownRows(
      seenOf(scope, picture.rows, ({ teamId }) => teamId),
      sized,
      rules,
      now,
    );
    return { ...picture, rows, lessons: lessonsInOrder(rows, asked.order) };
  }
}
