import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppContext, openApp, usualParts } from '#server/app-context.ts';
import type { Db } from '#server/database/open-database.ts';
import { openLog } from '#server/log/log.ts';
import { nobodyIsNew } from '#server/nudges/newcomers.ts';
import { planDueTeams } from '#server/nudges/plan-nudges.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { readSettings } from '#server/settings.ts';

const planningTime = Date.parse('2026-11-24T07:35:00Z');
const mailTime = Date.parse('2026-11-24T08:31:00Z');

const teamSize = 8;
const inputs = ['microcontrollers', 'neon', 'palladium', 'resins'];

/** An app whose store holds a planned morning of `mails` people, all due now; it is told to send through `smtpUrl`. */
export async function aDueMorning(
  mails: number,
  more: Record<string, string>,
): Promise<{ app: AppContext; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'nodomoto-bench-'));
  const settings = readSettings({
    DATA_DIR: folder,
    SITE_URL: 'https://learn.firm.example',
    SECRET: 'a secret of the bench, longer than 32 letters',
    ...more,
  });
  const log = openLog({ level: 'warn', clock: Date.now, write: (line) => process.stderr.write(line) });
  let now = planningTime;
  const app = await openApp(settings, { ...usualParts, log, clock: () => now });
  const teamOf = (index: number) => `Team ${Math.floor(index / teamSize)}`;
  const people = Array.from(
    { length: mails },
    (_, index) => `${teamOf(index)},Person ${index},p${index}@firm.example,buyer,Etc/UTC,weekly`,
  );
  const exposures = Array.from(
    { length: Math.ceil(mails / teamSize) },
    (_, team) => `Team ${team},Item,${inputs[team % inputs.length]},JP,0.9,1,10,90,none`,
  );
  const files = [
    ['team,name,email,role,zone,pace', ...people],
    ['team,item,input,origin,share,suppliers,stock_days,recovery_days,alternative', ...exposures],
  ];
  for (const lines of files) {
    const outcome = await importCsv(app.store.db, {
      text: lines.join('\n'),
      vocabulary: app.catalogue.vocabulary,
      now,
      dryRun: false,
      prune: false,
    });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults.slice(0, 3)));
  }
  await planDueTeams({ ...app.planner, newcomers: nobodyIsNew }, now);
  await giveEverybodyOne(app.store.db);
  now = mailTime;
  return {
    app,
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A morning's plan spares most of a team. What it chose for one is given to the others too, so that as many mails are due as there are people. */
async function giveEverybodyOne(db: Db): Promise<void> {
  const chosen = await db
    .selectFrom('nudge')
    .innerJoin('person', 'person.id', 'nudge.person_id')
    .selectAll('nudge')
    .select('person.team_id')
    .execute();
  const ofTeam = new Map(chosen.map((nudge) => [nudge.team_id, nudge]));
  const [any] = chosen;
  const had = new Set(chosen.map((nudge) => nudge.person_id));
  const people = await db.selectFrom('person').select(['id', 'team_id', 'email']).orderBy('id').execute();
  await db.transaction().execute(async (trx) => {
    const message = await trx.selectFrom('message').selectAll().limit(1).executeTakeFirstOrThrow();
    for (const person of people) {
      const like = ofTeam.get(person.team_id) ?? any;
      if (!like || had.has(person.id)) continue;
      const { id: _message, ...rest } = message;
      const { id: messageId } = await trx
        .insertInto('message')
        .values({ ...rest, person_id: person.id, address: person.email })
        .returning('id')
        .executeTakeFirstOrThrow();
      const { id: _nudge, team_id: _team, ...nudge } = like;
      await trx
        .insertInto('nudge')
        .values({ ...nudge, message_id: messageId, person_id: person.id })
        .execute();
    }
  });
}
