import { sql } from 'kysely';
import type { MessageState } from '#core/delivery/message-state.ts';
import type { Db } from '#server/database/open-database.ts';
import { storeKind } from './a-database.ts';

/** Makes the store refuse the next nudge after its first planned morning, as a power cut would, until the returned function is called. */
export async function breakOffPlanning(db: Db): Promise<() => Promise<void>> {
  if (storeKind() === 'postgres')
    await makeTrigger(db, {
      name: 'broken',
      on: 'BEFORE INSERT ON nudge',
      does: "IF (SELECT count(*) FROM planned_day) = 1 THEN RAISE EXCEPTION 'power cut'; END IF; RETURN NEW;",
    });
  else
    await sql`CREATE TRIGGER broken BEFORE INSERT ON nudge WHEN (SELECT count(*) FROM planned_day) = 1
      BEGIN SELECT raise(abort, 'power cut'); END`.execute(db);
  return async () => {
    await sql.raw(`DROP TRIGGER broken${storeKind() === 'postgres' ? ' ON nudge' : ''}`).execute(db);
  };
}

/** Has every change of a message's state written down by the store itself. */
export async function logSteps(db: Db): Promise<() => Promise<{ was: MessageState; became: MessageState }[]>> {
  await sql`CREATE TABLE walked (was text, became text)`.execute(db);
  if (storeKind() === 'postgres')
    await makeTrigger(db, {
      name: 'walk',
      on: 'AFTER UPDATE OF state ON message',
      does: 'IF old.state <> new.state THEN INSERT INTO walked VALUES (old.state, new.state); END IF; RETURN NEW;',
    });
  else
    await sql`CREATE TRIGGER walk AFTER UPDATE OF state ON message WHEN old.state <> new.state
      BEGIN INSERT INTO walked VALUES (old.state, new.state); END`.execute(db);
  return async () =>
    (await sql<{ was: MessageState; became: MessageState }>`SELECT was, became FROM walked`.execute(db)).rows;
}

async function makeTrigger(db: Db, { name, on, does }: { name: string; on: string; does: string }): Promise<void> {
  await sql.raw(`CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${does} END $$`).execute(db);
  await sql.raw(`CREATE TRIGGER ${name} ${on} FOR EACH ROW EXECUTE FUNCTION ${name}()`).execute(db);
}
