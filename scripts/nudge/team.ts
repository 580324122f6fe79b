import { AppError } from '#core/errors/app-error.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { atTheCommandLine, noteAccess } from '#server/desk/access-log.ts';
import { endTeam, mergeTeams, renameTeam, reopenTeam, type TeamChanged } from '#server/people/team-life.ts';
import { type Options, wrongUsage } from './options.ts';
import { teamIdOf } from './person.ts';
import { withStore } from './with-store.ts';
import { withinTrial } from './within-trial.ts';

type Act = {
  /** How many names it takes. */
  names: 1 | 2;
  act: 'changed-team' | 'merged-teams' | 'ended-team';
  change: (trx: Db, team: string, other: string, now: Instant) => Promise<TeamChanged>;
  said: (team: string, other: string) => string;
};

const acts: Readonly<Record<string, Act>> = {
  rename: {
    names: 2,
    act: 'changed-team',
    change: async (trx, team, name) => renameTeam(trx, await teamIdOf(trx, team), name),
    said: (team, name) => `${team} is called ${name}; lists that say ${team} mean it too.`,
  },
  merge: {
    names: 2,
    act: 'merged-teams',
    change: async (trx, from, into, now) => mergeTeams(trx, await teamIdOf(trx, from), await teamIdOf(trx, into), now),
    said: (from, into) => `${from} is part of ${into}.`,
  },
  end: {
    names: 1,
    act: 'ended-team',
    change: async (trx, team, _other, now) => endTeam(trx, await teamIdOf(trx, team), now),
    said: (team) => `${team} has ended: nobody in it is mailed, its past stays.`,
  },
  reopen: {
    names: 1,
    act: 'changed-team',
    change: async (trx, team) => reopenTeam(trx, await teamIdOf(trx, team)),
    said: (team) => `${team} goes on.`,
  },
};

/** `team rename TEAM NAME`, `team merge TEAM INTO`, `team end TEAM`, `team reopen TEAM`; with `--dry-run` nothing is saved. */
export async function team(positionals: string[], options: Options): Promise<void> {
  const [verb = '', name, other = '', ...more] = positionals;
  const act = acts[verb];
  if (!act) throw wrongUsage(`Say what becomes of the team: ${Object.keys(acts).join(', ')}.`);
  const given = [name, other, ...more].filter(Boolean).length;
  if (!name || given !== act.names)
    throw wrongUsage(
      `"team ${verb}" takes ${act.names} ${act.names === 1 ? 'name' : 'names'}; quote one of several words.`,
    );
  const dryRun = options['dry-run'] ?? false;
  await withStore(async (db) => {
    const now = Date.now();
    const changed = await withinTrial(db, dryRun, async (trx) => {
      const outcome = await act.change(trx, name, other, now);
      if (outcome.ok) await noteAccess(trx, { who: atTheCommandLine, act: act.act, teamId: null, subject: null }, now);
      return outcome;
    });
    if (!changed.ok) throw new AppError('TEAM_NOT_CHANGED', { reason: changed.reason });
    console.log(dryRun ? `Would be so: ${act.said(name, other)}` : act.said(name, other));
  });
}
