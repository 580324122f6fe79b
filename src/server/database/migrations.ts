import type { Migration } from 'kysely/migration';
import { up as firstTables } from './migrations/0001-first-tables.ts';
import { up as profilesSignalsCalibration } from './migrations/0002-profiles-signals-calibration.ts';
import { up as nudgesBySignalAndDay } from './migrations/0003-nudges-by-signal-and-day.ts';
import { up as indexesForManyPeople } from './migrations/0004-indexes-for-many-people.ts';
import { up as allTablesOnPostgres } from './migrations/0005-all-tables-on-postgres.ts';
import { up as whatNobodySaid } from './migrations/0005-what-nobody-said.ts';
import { up as suppressionKinds } from './migrations/0006-suppression-kinds.ts';
import { up as reports } from './migrations/0007-reports.ts';
import { up as keysAndErasures } from './migrations/0008-keys-and-erasures.ts';
import { up as keptTeamMemory } from './migrations/0010-kept-team-memory.ts';
import { up as teamTrainersAndAccess } from './migrations/0011-team-trainers-and-access.ts';
import { up as howLongDataLives } from './migrations/0012-how-long-data-lives.ts';
import { up as sessionsAndAskings } from './migrations/0013-sessions-and-askings.ts';
import { up as whatTheDeskLooksUp } from './migrations/0014-what-the-desk-looks-up.ts';
import { up as importsOfPeople } from './migrations/0015-imports-of-people.ts';
import { up as peopleAndTeamsChange } from './migrations/0016-people-and-teams-change.ts';
import { up as whatTheMorningReads } from './migrations/0017-what-the-morning-reads.ts';
import { up as assignmentsAndNews } from './migrations/0018-assignments-and-news.ts';
import { up as whatWasMailed } from './migrations/0019-what-was-mailed.ts';
import { up as xapiOutbox } from './migrations/0020-xapi-outbox.ts';
import { up as piecesAndRoles } from './migrations/0021-pieces-and-roles.ts';
import { up as ownHoursAndWelcome } from './migrations/0022-own-hours-and-welcome.ts';
import { up as lessonsComeAndGo } from './migrations/0023-lessons-come-and-go.ts';
import { up as keptPlans } from './migrations/0024-kept-plans.ts';
import { up as safeguards } from './migrations/0025-safeguards.ts';
import { up as nearMisses } from './migrations/0026-near-misses.ts';
import { up as codeOfTheHouse } from './migrations/0027-code-of-the-house.ts';
import { up as boardBrief } from './migrations/0028-board-brief.ts';
import { up as itemsAndStressTests } from './migrations/0029-items-and-stress-tests.ts';
import { up as programmesOfTheHouse } from './migrations/0030-programmes-of-the-house.ts';
import { up as sharedPieces } from './migrations/0031-shared-pieces.ts';
import { up as keptResults } from './migrations/0032-kept-results.ts';
import { up as teamsOfSuppliers } from './migrations/0034-teams-of-suppliers.ts';

/** Numbered, in order, never edited once released: a store remembers by name which it has. */
type Migrations = Record<string, Migration>;

/** What runs on every store, in words that both know. */
const shared: Migrations = {
  '0006-suppression-kinds': { up: suppressionKinds },
  '0007-reports': { up: reports },
  '0008-keys-and-erasures': { up: keysAndErasures },
  '0010-kept-team-memory': { up: keptTeamMemory },
  '0011-team-trainers-and-access': { up: teamTrainersAndAccess },
  '0012-how-long-data-lives': { up: howLongDataLives },
  '0013-sessions-and-askings': { up: sessionsAndAskings },
  '0014-what-the-desk-looks-up': { up: whatTheDeskLooksUp },
  '0015-imports-of-people': { up: importsOfPeople },
  '0016-people-and-teams-change': { up: peopleAndTeamsChange },
  '0017-what-the-morning-reads': { up: whatTheMorningReads },
  '0018-assignments-and-news': { up: assignmentsAndNews },
  '0019-what-was-mailed': { up: whatWasMailed },
  '0021-pieces-and-roles': { up: piecesAndRoles },
  '0022-own-hours-and-welcome': { up: ownHoursAndWelcome },
  '0023-lessons-come-and-go': { up: lessonsComeAndGo },
  '0020-xapi-outbox': { up: xapiOutbox },
  '0024-kept-plans': { up: keptPlans },
  '0028-board-brief': { up: boardBrief },
  '0025-safeguards': { up: safeguards },
  '0031-shared-pieces': { up: sharedPieces },
  '0029-items-and-stress-tests': { up: itemsAndStressTests },
  '0026-near-misses': { up: nearMisses },
  '0027-code-of-the-house': { up: codeOfTheHouse },
  '0030-programmes-of-the-house': { up: programmesOfTheHouse },
  '0032-kept-results': { up: keptResults },
  '0034-teams-of-suppliers': { up: teamsOfSuppliers },
};

export const sqliteMigrations: Migrations = {
  '0001-first-tables': { up: firstTables },
  '0002-profiles-signals-calibration': { up: profilesSignalsCalibration },
  '0003-nudges-by-signal-and-day': { up: nudgesBySignalAndDay },
  '0004-indexes-for-many-people': { up: indexesForManyPeople },
  '0005-what-nobody-said': { up: whatNobodySaid },
  ...shared,
};

export const postgresMigrations: Migrations = {
  '0005-all-tables-on-postgres': { up: allTablesOnPostgres },
  ...shared,
};

/** Whether a store that remembers these has them all, and none that nobody knows any more. */
export function isNewest(made: readonly string[], migrations: Migrations): boolean {
  const names = Object.keys(migrations);
  return made.length === names.length && names.every((name) => made.includes(name));
}
