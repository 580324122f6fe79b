import type { Db } from '#server/database/open-database.ts';
import type { MorningLine, MorningTeam } from './morning-line.ts';

/** Nobody puts a date to a beginning; a team that waits longer than some weeks is forgotten about. */
const daysForStart = 10;

/** How much is at stake where nothing is known yet. */
const stakeOfStart = 0.6;

/** Teams with people of whom nobody was ever mailed or is to be, as one line. */
export async function neverAskedLines(db: Db, teams: readonly MorningTeam[]): Promise<MorningLine[]> {
  const rows = await db
    .selectFrom('team')
    .select('id')
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('person').select('person.id').whereRef('person.team_id', '=', 'team.id')),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('person')
            .innerJoin('nudge', 'nudge.person_id', 'person.id')
            .select('nudge.id')
            .whereRef('person.team_id', '=', 'team.id'),
        ),
      ),
    )
    .execute();
  return asOneLine('never-asked', teams, new Set(rows.map(({ id }) => id)));
}

/** Teams of which neither an item nor a sector is known, as one line: nothing says which cases are like them. */
export async function undescribedLines(db: Db, teams: readonly MorningTeam[]): Promise<MorningLine[]> {
  const rows = await db
    .selectFrom('team')
    .select('id')
    .where('sector', 'is', null)
    .where('id', 'not in', db.selectFrom('exposure').select('team_id'))
    .execute();
  return asOneLine('undescribed', teams, new Set(rows.map(({ id }) => id)));
}

function asOneLine(
  kind: 'never-asked' | 'undescribed',
  teams: readonly MorningTeam[],
  found: ReadonlySet<number>,
): MorningLine[] {
  const [first, ...others] = teams.filter(({ id }) => found.has(id));
  if (!first) return [];
  const common = { teamId: first.id, teamName: first.name, days: daysForStart, stake: stakeOfStart };
  return [{ kind, ...common, others: others.length }];
}
