import type { Db } from '#server/database/open-database.ts';
import type { Settings } from '#server/settings.ts';
import { counted, good, note, type Verdict } from './finding.ts';

/** Whether somebody reads what people answer to their mail. */
export async function answersRead(db: Db, { replyTo }: Pick<Settings, 'replyTo'>): Promise<Verdict> {
  if (replyTo !== null) return good();
  const { teams } = await db
    .selectFrom('team')
    .select((eb) => eb.fn.countAll<number>().as('teams'))
    .where('id', 'not in', (eb) => eb.selectFrom('team_trainer').select('team_id'))
    .where('id', 'in', (eb) => eb.selectFrom('person').select('team_id'))
    .executeTakeFirstOrThrow();
  if (Number(teams) === 0) return good();
  return note(
    `what people of ${counted(Number(teams), 'team')} answer to a mail goes to MAIL_FROM, which perhaps nobody reads. Set REPLY_TO, or name trainers in teams.csv.`,
  );
}
