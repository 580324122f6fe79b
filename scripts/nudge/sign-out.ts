import { openDatabase } from '#server/database/open-database.ts';
import { endSessionsOf } from '#server/desk/sessions.ts';
import { settingsOfRun } from '../read-environment.ts';
import { onlyArgument } from './options.ts';
import { logOfRun } from './with-app.ts';

/** `sign-out ADDRESS`: ends every session of a trainer, and makes links that lie in the mailbox open nothing. */
export async function signOut(positionals: string[]): Promise<void> {
  const address = onlyArgument(positionals, 'whom to sign out, by their address');
  const settings = settingsOfRun();
  const store = await openDatabase(settings);
  try {
    const ended = await endSessionsOf({ db: store.db, log: logOfRun(settings) }, address);
    console.log(
      ended === 0
        ? `${address} is signed in nowhere. Links in that mailbox open nothing any more.`
        : `${address} is signed out everywhere (${ended} ${ended === 1 ? 'session' : 'sessions'}). Links in that mailbox open nothing any more.`,
    );
  } finally {
    await store.close();
  }
}
