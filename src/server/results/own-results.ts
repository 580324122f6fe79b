import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { readMeetings } from './read-meetings.ts';
import { type Tally, tallyOf } from './tally.ts';

/** A person's own results by lesson, for nobody else's eyes but theirs. */
export async function readOwnResults(db: Db, personId: number, since: Instant): Promise<Map<string, Tally>> {
  const own = await readMeetings(db, { personId });
  const byLesson = Map.groupBy(own, ({ lessonId }) => lessonId);
  return new Map(Array.from(byLesson, ([lessonId, meetings]) => [lessonId, tallyOf(meetings, since)]));
}
