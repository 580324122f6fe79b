import type { Catalogue } from '#catalogue/catalogue.ts';
import type { BriefFacts, BriefItem } from '#core/brief/facts.ts';
import { likenessOf, pointsOf, type RelevanceReason } from '#core/exposure/relevance.ts';
import type { RelevanceWeights } from '#core/exposure/weights.ts';
import type { Db } from '#server/database/open-database.ts';
import type { ExposureRow } from '#server/database/schema.ts';
import { nextTurn } from '#server/next-turn.ts';
import { plannableLessons } from '#server/nudges/plannable-lessons.ts';
import { profileReader, type TeamProfile } from '#server/nudges/read-teams.ts';
import { moreOfItem } from '../read-inputs.ts';

/** Cases that a brief has room for. */
const mostCases = 3;

/** A case near to the organisation, and the strongest thing they share. */
export type NearestCase = BriefFacts['nearest'][number] & { same: RelevanceReason };

/** What all teams depend on, and the cases most like that: the likeness of a case to each team, summed. */
export async function readExposures(
  db: Db,
  catalogue: Catalogue,
  weights: RelevanceWeights,
): Promise<{ items: BriefItem[]; nearest: NearestCase[] }> {
  const teams = await db.selectFrom('team').selectAll().where('ended_on', 'is', null).orderBy('id').execute();
  const exposures = await db.selectFrom('exposure').selectAll().orderBy('id').execute();
  const links = await db.selectFrom('team_link').selectAll().orderBy('word').execute();
  const rowsOf = Map.groupBy(exposures, ({ team_id }) => team_id);
  const linksOf = Map.groupBy(links, ({ team_id }) => team_id);
  const profileOf = profileReader(catalogue);
  const nearness = new Nearness(catalogue, weights);
  const items: BriefItem[] = [];
  for (const team of teams) {
    await nextTurn();
    const rows = rowsOf.get(team.id) ?? [];
    const profile = profileOf(team, rows, linksOf.get(team.id) ?? []);
    items.push(...rows.map((row) => toItem(row, profile.exposure.home)));
    nearness.add(profile);
  }
  return { items, nearest: nearness.nearest() };
}

function toItem(row: ExposureRow, home: readonly string[]): BriefItem {
  const { name, origin, share, suppliers, alternative, essential, lead } = row;
  return {
    name,
    origin,
    share,
    suppliers,
    tiersMapped: row.tiers_mapped,
    stockDays: row.stock_days,
    recoveryDays: row.recovery_days,
    alternative,
    essential,
    lead,
    home,
    ...moreOfItem(row),
  };
}

/** Sums how near each case is, team after team. */
class Nearness {
  private readonly cases: ReturnType<typeof casesOf>;
  private readonly weights: RelevanceWeights;
  private readonly found = new Map<string, { points: number; most: number; same: RelevanceReason }>();

  constructor(catalogue: Catalogue, weights: RelevanceWeights) {
    this.cases = casesOf(catalogue);
    this.weights = weights;
  }

  add({ exposure, textLikeness }: TeamProfile): void {
    for (const traits of this.cases.values()) {
      const { counts, reasons } = likenessOf(traits, exposure, textLikeness.get(traits.id) ?? 0, this.weights);
      const [same] = reasons;
      if (!same) continue;
      const points = pointsOf(counts);
      const before = this.found.get(traits.id);
      const isMost = before === undefined || points > before.most;
      this.found.set(traits.id, {
        points: points + (before?.points ?? 0),
        most: isMost ? points : before.most,
        same: isMost ? same : before.same,
      });
    }
  }

  nearest(): NearestCase[] {
    return [...this.found]
      .toSorted(([a, left], [b, right]) => right.points - left.points || a.localeCompare(b))
      .slice(0, mostCases)
      .map(([caseId, { same }]) => ({ caseId, startedOn: this.cases.get(caseId)?.startedOn ?? '', same }));
  }
}

function casesOf(catalogue: Catalogue) {
  return new Map(
    plannableLessons(catalogue).flatMap((lesson) => lesson.cases.map((traits) => [traits.id, traits] as const)),
  );
}
