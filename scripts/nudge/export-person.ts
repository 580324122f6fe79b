import { AppError } from '#core/errors/app-error.ts';
import { atTheCommandLine, noteAccess } from '#server/desk/access-log.ts';
import { readPersonalData } from '#server/people/personal-data.ts';
import { onlyArgument } from './options.ts';
import { withApp } from './with-app.ts';

/** `export-person ADDRESS`: everything that is kept about whoever has an address, as JSON on standard output. */
export async function exportPerson(positionals: string[]): Promise<void> {
  const email = onlyArgument(positionals, 'whose data to print');
  await withApp(async ({ store, clock }) => {
    const data = await readPersonalData(store.db, email, clock());
    if (!data) throw new AppError('NO_SUCH_PERSON', { address: email, toErase: true });
    await noteAccess(
      store.db,
      { who: atTheCommandLine, act: 'exported', teamId: null, subject: data.address },
      clock(),
    );
    console.log(JSON.stringify(data, null, 2));
  });
}
