import { AppError } from '#core/errors/app-error.ts';
import { deskRoles } from '#core/privacy/desk-roles.ts';
import { wordsIn } from '#i18n/words.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { atTheCommandLine, noteAccess } from '#server/desk/access-log.ts';
import { giveRole, readRoles, takeRole } from '#server/desk/roles/role-store.ts';
import { settingsOfRun } from '../read-environment.ts';
import { type Options, wrongUsage } from './options.ts';

/** `role`: who has which; `role ADDRESS --give ROLE` or `--take ROLE` changes one, as an admin does on the desk. */
export async function role([address, stray]: string[], { give, take }: Options): Promise<void> {
  if (stray) throw wrongUsage(`"${stray}" is one argument too many.`);
  if (!address && (give || take)) throw wrongUsage('Say whose role it is, by their address.');
  if (address && (give === undefined) === (take === undefined)) throw wrongUsage('Say --give or --take, and a role.');
  const settings = settingsOfRun();
  const store = await openDatabase(settings);
  try {
    if (!address) {
      const held = await readRoles(store.db, settings.trainers);
      for (const { email, role: held_, givenBy } of held)
        console.log(`${email}  ${held_}  ${givenBy === null ? 'by TRAINERS' : `by ${givenBy}`}`);
      if (held.length === 0)
        console.log('Nobody has a role. Set TRAINERS, or: npm run nudge -- role ADDRESS --give admin');
      return;
    }
    const wanted = deskRoles.find((known) => known === (give ?? take));
    if (!wanted) throw wrongUsage(`"${give ?? take}" is no role; there are ${deskRoles.join(', ')}.`);
    const now = Date.now();
    const change = give
      ? await giveRole(store.db, address, wanted, atTheCommandLine, now)
      : await takeRole(store.db, settings.trainers, address, wanted, now);
    if (!change.ok) throw new AppError('ROLE_STAYS', { why: wordsIn('en').roles.refusals[change.reason] });
    if (change.changed) {
      const act = give ? 'gave-role' : 'took-role';
      await noteAccess(
        store.db,
        { who: atTheCommandLine, act, teamId: null, subject: address.trim().toLowerCase() },
        now,
      );
    }
    console.log(`${address} ${give ? 'has' : 'no longer has'} the role ${wanted}.`);
  } finally {
    await store.close();
  }
}
