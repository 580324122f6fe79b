import { calibrated, uncalibrated } from '#core/memory/calibration.ts';
import { retrievability } from '#core/memory/forgetting-curve.ts';
import { hasBegun, hasLeft } from '#core/people/in-post.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import { figuresHeld } from '#core/privacy/smallest-team.ts';
import { readModel } from '#server/answers/fitted-model.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import type { TeamBar } from '#server/mail/team-bar.ts';

/**
 * Chances of recall of everybody in the team today, as the desk counts them, warmest first: no name can be read off it. `null` where it would tell
 * what one of them knows (core/privacy/smallest-team.ts); somebody alone is told of themselves.
 */
export async function readTeamBar(
  db: Db,
  teamId: number,
  lessonId: string,
  smallest: number,
  now: Instant,
): Promise<TeamBar | null> {
  const { zone } = await db.selectFrom('team').select('zone').where('id', '=', teamId).executeTakeFirstOrThrow();
  const people = await db
    .selectFrom('person')
    .select(['id', 'starts_on', 'leaves_on'])
    .where('team_id', '=', teamId)
    .execute();
  const on = localDate(now, zone).toString();
  const begun = people.filter(({ starts_on }) => hasBegun(starts_on, on));
  const inPost = begun.filter(({ leaves_on }) => !hasLeft(leaves_on, on));
  const members = begun.map(({ leaves_on }) => ({ leavesOn: leaves_on }));
  if (inPost.length === 0) return null;
  if (inPost.length > 1 && figuresHeld(members, on, smallest)) return null;
  const ids = inPost.map(({ id }) => id);
  const memories = await db
    .selectFrom('memory')
    .selectAll()
    .where('lesson_id', '=', lessonId)
    .where('person_id', 'in', ids)
    .execute();
  const records = await db.selectFrom('calibration').selectAll().where('person_id', 'in', ids).execute();
  const { curve } = await readModel(db);
  const chances = ids.map((id) => {
    const row = memories.find((memory) => memory.person_id === id);
    const memory = row ? { stability: row.stability, difficulty: row.difficulty, metAt: row.met_at } : null;
    const record = records.find((entry) => entry.person_id === id) ?? uncalibrated;
    return calibrated(retrievability(memory, now, curve), record);
  });
  return chances.sort((a, b) => b - a);
}
