import { AppError } from '#core/errors/app-error.ts';
import { formatCount } from '#i18n/format.ts';
import { atTheCommandLine, noteAccess } from '#server/desk/access-log.ts';
import { certificateOf, certificateText } from '#server/erasure/certificate.ts';
import { type ErasureDone, eraseEverywhere, finishErasures } from '#server/erasure/erase-everywhere.ts';
import { onlyArgument } from './options.ts';
import { withApp } from './with-app.ts';

/** `erase ADDRESS`: a person, a trainer, or whoever else an address belongs to, from all that lies in the data folder. */
export async function erase(positionals: string[]): Promise<void> {
  const email = onlyArgument(positionals, 'whose address to erase');
  await withApp(async ({ store, settings, clock, log }) => {
    const place = { db: store.db, dataDir: settings.dataDir, databaseUrl: settings.databaseUrl };
    const now = clock();
    const done = await eraseEverywhere(place, email, now);
    if (!done) throw new AppError('NO_SUCH_PERSON', { address: email, toErase: true });
    await noteAccess(store.db, { who: atTheCommandLine, act: 'erased', teamId: null, subject: null }, now);
    log.tell('person-erased', { by: 'command' });
    const finished = await finishErasures(place, now);
    console.log(`${whatWent(email, done)}\n\n${certificateText(certificateOf(done, finished, now, 'en'))}`);
  });
}

/** Said before the certificate, which names nobody. */
function whatWent(email: string, { name, removed }: ErasureDone): string {
  if (name === null) return `Whatever bore the address ${email} was erased.`;
  const went = [formatCount(removed.nudges, 'nudge'), formatCount(removed.answers, 'answer')];
  return `${name} was erased: ${went.join(' and ')} went too.`;
}
