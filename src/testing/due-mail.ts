import { openApp, usualParts } from '#server/app-context.ts';
import { planEveryTeamNow } from '#server/nudges/plan-nudges.ts';
import { importCsv } from '#server/people/import-csv.ts';
import { readSettings } from '#server/settings.ts';
import { aLog } from './a-log.ts';

/** How many mails are due: one to each of as many teams of one person. */
export const dueMails = 6;

/** Fills the store of these settings with mail that is due now, for another process to send. */
export async function planDueMail(environment: Record<string, string>): Promise<void> {
  const app = await openApp(readSettings(environment), { ...usualParts, log: aLog().log });
  const now = Date.now();
  for (const text of files(now))
    await importCsv(app.store.db, { text, vocabulary: app.catalogue.vocabulary, now, dryRun: false, prune: false });
  await planEveryTeamNow(app.planner, now);
  await app.close();
}

function files(now: number): string[] {
  const teams = Array.from({ length: dueMails }, (_, index) => `Team ${index}`);
  const zone = zoneAtTen(now);
  return [
    [
      'team,name,email,role,zone,sector',
      ...teams.map((team, index) => `${team},Person ${index},p${index}@works.example,buyer,${zone},motor`),
    ],
    ['team,work_week', ...teams.map((team) => `${team},mon-sun`)],
    [
      'team,item,input,origin,share,suppliers,stock_days,recovery_days,alternative',
      ...teams.map((team) => `${team},Valves,brake-valves,JP,99%,1,2,30,none`),
    ],
  ].map((lines) => lines.join('\n'));
}

/** A zone in which it is ten o’clock something: mail may come there now, and for hours yet. */
function zoneAtTen(now: number): string {
  // Zones go from twelve hours behind to more than eleven ahead.
  const ahead = ((10 + 36 - new Date(now).getUTCHours()) % 24) - 12;
  return ahead === 0 ? 'Etc/UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
