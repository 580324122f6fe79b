import type { Joining } from '#core/people/import-plan.ts';
import { nameKey } from '#core/people/same-name.ts';
import { paces } from '#core/planning/pace.ts';
import { firstLanguage, languages } from '#i18n/languages.ts';
import type { Db } from '#server/database/open-database.ts';
import { newKey } from '#server/database/row-key.ts';
import { noteChangeOfTeams } from '#server/database/team-changes.ts';
import { wishIn } from '../erased-addresses.ts';
import type { BatchParts } from './apply-import.ts';
import type { NewChange } from './import-changes.ts';

/**
 * Takes several people in by one statement, in the caller's transaction, as `addPerson` does one. Whose address or number somebody got meanwhile is
 * left out.
 */
export async function addJoining(
  trx: Db,
  joining: readonly Joining[],
  { teams, marks, now }: BatchParts,
): Promise<NewChange[]> {
  if (joining.length === 0) return [];
  const wish = wishIn(marks);
  const rows = joining.map((one) => ({
    team_id: teams(one.team),
    email: one.email,
    name: one.name,
    name_key: nameKey(one.name),
    role: one.role,
    zone: one.zone,
    language: languages.find((language) => language === one.language) ?? firstLanguage,
    pace: paces.find((pace) => pace === one.pace) ?? 'weekly',
    joined_year: one.joined,
    starts_on: one.starts,
    leaves_on: one.leaves,
    away_until: one.away,
    staff_number: one.staffNumber,
    shifts: one.shifts,
    holidays: one.holidays,
    pace_chosen_on: null,
    paused_until: null,
    unsubscribed_at: wish(one.email),
    created_at: now,
    key: newKey(),
    welcome_owed: 1,
  }));
  const added = await trx
    .insertInto('person')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'email', 'name', 'team_id'])
    .execute();
  await noteChangeOfTeams(trx, new Set(added.map(({ team_id }) => team_id)));
  return added.map(({ id, email, name, team_id }) => ({
    act: 'joined',
    personId: id,
    teamId: null,
    before: null,
    after: { email, name, team_id },
  }));
}
