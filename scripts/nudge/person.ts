import { AppError } from '#core/errors/app-error.ts';
import { didYouMean } from '#core/text/did-you-mean.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { atTheCommandLine, noteAccess } from '#server/desk/access-log.ts';
import { normalised } from '#server/people/erased-addresses.ts';
import { readFormerOwners } from '#server/people/former-addresses.ts';
import { changePerson, comeBack, letLeave, moveTo } from '#server/people/person-life.ts';
import { isAddress, isDay } from '#server/people/person-row.ts';
import { readTeamNames } from '#server/people/team-names.ts';
import { type Options, onlyArgument, wrongUsage } from './options.ts';
import { withStore } from './with-store.ts';
import { withinTrial } from './within-trial.ts';

/**
 * `person ADDRESS`: a new address (`--address`), another team (`--team`), a last day (`--leaves`) or none any more (`--back`). All of it or nothing;
 * with `--dry-run` nothing.
 */
export async function person(positionals: string[], options: Options): Promise<void> {
  const email = onlyArgument(positionals, 'whom to change, by their address');
  const { address, leaves, back = false, team } = options;
  if ([address, leaves, team].every((given) => given === undefined) && !back)
    throw wrongUsage('Say what changes: --address, --team, --leaves or --back.');
  if (leaves !== undefined && back) throw wrongUsage('Somebody either leaves or comes back.');
  if (address !== undefined && !isAddress(address))
    throw wrongUsage(`--address "${address}" is not an e-mail address.`);
  if (leaves !== undefined && !isDay(leaves)) throw wrongUsage(`--leaves "${leaves}" is not a day; write 2027-03-31.`);
  const dryRun = options['dry-run'] ?? false;
  await withStore(async (db) => {
    const now = Date.now();
    const done = await withinTrial(db, dryRun, (trx) => change(trx, email, options, now));
    for (const sentence of done) console.log(dryRun ? `Would be so: ${sentence}` : sentence);
  });
}

async function change(
  trx: Db,
  email: string,
  { address, leaves, back, team }: Options,
  now: Instant,
): Promise<string[]> {
  const { id, name, team_id } = await personOf(trx, email);
  const done: string[] = [];
  if (address !== undefined) {
    const changed = await changePerson(trx, id, { email: address }, now);
    if (!changed.ok) throw new AppError('ADDRESS_TAKEN', { address });
    done.push(`${name} has the address ${normalised(address)}.`);
  }
  if (team !== undefined) {
    const teamId = await teamIdOf(trx, team);
    await moveTo(trx, id, teamId);
    done.push(`${name} is in the team ${team}.`);
  }
  if (leaves !== undefined) {
    await letLeave(trx, id, leaves, now);
    done.push(`${name}’s last day is ${leaves}.`);
  }
  if (back) {
    await comeBack(trx, id, now);
    done.push(`${name} is here again.`);
  }
  const subject = normalised(address ?? email);
  await noteAccess(trx, { who: atTheCommandLine, act: 'changed-person', teamId: team_id, subject }, now);
  return done;
}

async function personOf(trx: Db, email: string): Promise<{ id: number; name: string; team_id: number }> {
  const wanted = normalised(email);
  const former = (await readFormerOwners(trx, [wanted])).get(wanted) ?? 0;
  const found = await trx
    .selectFrom('person')
    .select(['id', 'name', 'team_id'])
    .where((eb) => eb.or([eb('email', '=', wanted), eb('id', '=', former)]))
    .executeTakeFirst();
  if (!found) throw new AppError('NO_SUCH_PERSON', { address: email, toErase: false });
  return found;
}

/** @throws AppError where no team is called so. */
export async function teamIdOf(db: Db, name: string): Promise<number> {
  const names = await readTeamNames(db);
  const id = names.idOf(name);
  if (id !== undefined) return id;
  const nearest = names.all.length > 0 ? didYouMean(name, names.all) : 'Import people or teams first.';
  throw new AppError('NO_SUCH_TEAM', { team: name, nearest });
}
