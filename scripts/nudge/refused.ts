import { AppError } from '#core/errors/app-error.ts';
import { openDatabase } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { atTheCommandLine, noteAccess } from '#server/desk/access-log.ts';
import { keepMarksBeside } from '#server/erasure/marks-beside.ts';
import { liftSuppression, readSuppressions, type Suppression } from '#server/outbox/suppression.ts';
import { forgetErasedAddress } from '#server/people/erased-addresses.ts';
import { settingsOfRun } from '../read-environment.ts';
import { drawnTable } from './drawn-table.ts';
import { type Options, wrongUsage } from './options.ts';

/**
 * `refused`: addresses that get no mail, because of what a server or their owner said; `refused --lift ADDRESS` lets one have mail again, or be imported
 * again after it was erased.
 */
export async function refused([stray]: string[], { lift }: Options): Promise<void> {
  if (stray) throw wrongUsage(`"${stray}" is not an option of refused.`);
  const settings = settingsOfRun();
  const store = await openDatabase(settings);
  try {
    if (lift === undefined) return console.log(asText(await readSuppressions(store.db, Date.now())));
    const forgotten = await forgetErasedAddress(store.db, lift);
    if (forgotten !== 'unknown') {
      await keepMarksBeside(store.db, settings.dataDir);
      return console.log(`${lift} was erased once, and may be imported again from now on.${furtherOn[forgotten]}`);
    }
    if (!(await liftSuppression(store.db, lift, Date.now()))) throw new AppError('NOT_REFUSED', { address: lift });
    const subject = lift.trim().toLowerCase();
    await noteAccess(store.db, { who: atTheCommandLine, act: 'let-mail', teamId: null, subject }, Date.now());
    console.log(`${lift} gets mail again, from its next morning on.`);
  } finally {
    await store.close();
  }
}

const furtherOn = {
  forgotten: '',
  'wish kept': ' Its owner had wanted no mail and still gets none; the same command once more forgets that too.',
};

const whyByKind: Record<Suppression['kind'], string> = {
  hard: 'refused',
  soft: 'takes nothing now',
  complaint: 'unwanted',
};

function utcDay(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}

function asText(addresses: readonly Suppression[]): string {
  if (addresses.length === 0) return 'Every address gets mail.';
  const rows = addresses.map(({ address, kind, reason, since, until }) => [
    address,
    whyByKind[kind],
    utcDay(since),
    until === null ? 'lifted by you' : utcDay(until),
    reason,
  ]);
  const table = drawnTable(
    { title: 'These get no mail.', head: ['Address', 'Why', 'Since', 'Until', 'What was said'], rows },
    'text',
  );
  return `${table}\nLet one have mail again with: npm run nudge -- refused --lift ADDRESS`;
}
