import type { Db } from '#server/database/open-database.ts';
import type { KeyedRow } from '#server/database/row-key.ts';
import type { TeamRow } from '#server/database/schema.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { aCatalogue } from './a-catalogue.ts';

const heading = 'team,name,email,role,zone,pace';

/** A team of buyers in UTC who depend on microcontrollers from Japan, taken in through the import as a trainer would. */
export async function aTeamInStore(db: Db, names: readonly string[], now: number, pace = 'weekly'): Promise<TeamRow> {
  const { vocabulary } = aCatalogue();
  const lines = names.map((name) => `Motors,${name},${emailOf(name)},buyer,Etc/UTC,${pace}`);
  const exposures =
    'team,item,input,origin,share,suppliers,stock_days,recovery_days,alternative\nMotors,Brake controller,microcontrollers,JP,0.9,1,10,90,none';
  for (const text of [[heading, ...lines].join('\n'), exposures]) {
    const outcome = await importCsv(db, { text, vocabulary, now, dryRun: false, prune: false });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  }
  return db.selectFrom('team').selectAll().where('name', '=', 'Motors').executeTakeFirstOrThrow();
}

export function emailOf(name: string): string {
  return `${name.toLowerCase()}@kazehaya.example`;
}

/** A person as their links name them. */
export function personRowOf(db: Db, name: string): Promise<KeyedRow> {
  return db.selectFrom('person').select(['id', 'key']).where('email', '=', emailOf(name)).executeTakeFirstOrThrow();
}

export async function personIdOf(db: Db, name: string): Promise<number> {
  const { id } = await db
    .selectFrom('person')
    .select('id')
    .where('email', '=', emailOf(name))
    .executeTakeFirstOrThrow();
  return id;
}
