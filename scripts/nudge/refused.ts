import { AppError } from '#core/errors/app-error.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { liftRefusal, type RefusedAddress, readRefused } from '#server/people/refused-addresses.ts';
import { settingsOfRun } from '../read-environment.ts';
import { drawnTable } from './drawn-table.ts';
import { type Options, wrongUsage } from './options.ts';

/** `refused`: addresses that get no mail because a server refused them for good; `refused --lift ADDRESS` lets one have mail again. */
export async function refused([stray]: string[], { lift }: Options): Promise<void> {
  if (stray) throw wrongUsage(`"${stray}" is not an option of refused.`);
  const store = await openDatabase(settingsOfRun());
  try {
    if (lift === undefined) return console.log(asText(await readRefused(store.db)));
    if (!(await liftRefusal(store.db, lift))) throw new AppError('NOT_REFUSED', { address: lift });
    console.log(`${lift} gets mail again, from its next morning on.`);
  } finally {
    await store.close();
  }
}

function asText(addresses: readonly RefusedAddress[]): string {
  if (addresses.length === 0) return 'No address was refused.';
  const rows = addresses.map(({ address, reply, since }) => [
    address,
    new Date(since).toISOString().slice(0, 10),
    reply,
  ]);
  const table = drawnTable(
    { title: 'These were refused for good and get no mail.', head: ['Address', 'Since', 'The server said'], rows },
    'text',
  );
  return `${table}\nLet one have mail again with: npm run nudge -- refused --lift ADDRESS`;
}
