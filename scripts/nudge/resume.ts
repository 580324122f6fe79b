import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors/app-error.ts';
import { formatCount } from '#i18n/format.ts';
import type { AppContext } from '#server/app-context.ts';
import type { Db } from '#server/database/open-database.ts';
import type { MailPause } from '#server/outbox/mail-pause.ts';
import { lastSignOfLife } from '#server/restore/last-sign-of-life.ts';
import { withLostStore } from '#server/restore/lost-store.ts';
import { prepareToResume, type Resumption, type TakenOver, type Withdrawn } from '#server/restore/prepare-to-resume.ts';
import { type Options, wrongUsage } from './options.ts';
import { withApp } from './with-app.ts';

/**
 * `resume [FILE] [--dry-run]`: lets mail go again from a store that was restored or copied. What happened since the backup is taken over from the
 * stores that it took the place of: those that `restore` kept, or FILE.
 */
export async function resume([file, stray]: string[], options: Options): Promise<void> {
  if (stray) throw wrongUsage(`"${stray}" is one argument too many.`);
  const dryRun = options['dry-run'] === true;
  await withApp(async (app) => {
    const pause = await app.mailPause();
    if (!pause) throw new AppError('NOT_PAUSED');
    const { db } = app.store;
    const files = file === undefined ? keptFiles(pause, app) : [file];
    const madeAt = pause.madeAt ?? (await lastSignOfLife(db, pause.since));
    const resumption = await withLostStores(files, app.settings.dataDir, (lost) =>
      prepareToResume(db, lost, app.clock(), dryRun),
    );
    if (!dryRun) await app.resumeMail();
    console.log(asText({ pause, madeAt, files, resumption, dryRun }));
  });
}

/** Those that are still there; of one that was put away nothing can be taken over. */
function keptFiles({ before }: MailPause, { settings }: AppContext): string[] {
  return before.map((name) => join(settings.dataDir, name)).filter((path) => existsSync(path));
}

/** Opens one after the other, the oldest first, and closes them all. */
function withLostStores<T>(files: readonly string[], dataDir: string, act: (lost: Db[]) => Promise<T>): Promise<T> {
  const [first, ...others] = files;
  if (first === undefined) return act([]);
  return withLostStore(first, dataDir, (lost) =>
    withLostStores(others, dataDir, (following) => act([lost, ...following])),
  );
}

type Told = {
  pause: MailPause;
  madeAt: number | null;
  files: readonly string[];
  resumption: Resumption;
  dryRun: boolean;
};

function asText({ pause, madeAt, files, resumption, dryRun }: Told): string {
  const { takenOver, withdrawn, waiting } = resumption;
  const { dueMails, duePeople, laterMails } = waiting;
  return [
    `Mail is paused since ${utc(pause.since)}: this store was ${pause.why}. ${tellAge(pause, madeAt)}`,
    ...takenOver.flatMap((taken, index) => tellTakenOver(taken, files[index] ?? '')),
    ...(withdrawn ? tellWithdrawn(withdrawn) : []),
    `What is due now: ${formatCount(dueMails, 'mail')} to ${formatCount(duePeople, 'person', 'people')}, each at an hour at which its reader may be mailed. ${formatCount(laterMails, 'mail waits', 'mails wait')} for a later day.`,
    'If another copy of this store may send, do not resume here: everybody would get everything twice.',
    dryRun
      ? 'A dry run: nothing was saved, and mail stays paused.'
      : 'Mail goes out again, from the next minute on where Nodomoto runs.',
    ...(dryRun ? [] : files.map((file) => `Delete ${file} once all is well: it holds names and answers.`)),
  ].join('\n');
}

function tellAge({ madeAt: known }: MailPause, madeAt: number | null): string {
  if (madeAt === null) return 'It is empty.';
  return known === null
    ? `Its last sign of life was at ${utc(madeAt)}: it was copied then or later.`
    : `It is a backup made at ${utc(madeAt)}.`;
}

function tellTakenOver({ people, mail, wishes, answers }: TakenOver, file: string): string[] {
  const lines: [number, string][] = [
    [mail.settled, `${formatCount(mail.settled, 'mail')} that left or ended since: not to go again`],
    [mail.added, `${formatCount(mail.added, 'mail')} planned since, with its links`],
    [wishes.unsubscribed, `${formatCount(wishes.unsubscribed, 'opt-out')}`],
    [wishes.paused, `${formatCount(wishes.paused, 'pause')}`],
    [wishes.paces, `${formatCount(wishes.paces, 'chosen pace')}`],
    [wishes.times, `${formatCount(wishes.times, 'choice')} of days and hours`],
    [wishes.notRelevant, `${formatCount(wishes.notRelevant, 'lesson')} called not relevant`],
    [wishes.suppressed, `${formatCount(wishes.suppressed, 'address', 'addresses')} that a server refused`],
    [people.erased, `${formatCount(people.erased, 'person', 'people')} erased since, and erased again here`],
    [people.added, `${formatCount(people.added, 'person', 'people')} imported since, who had mail or opted out`],
    [answers.answers, `${formatCount(answers.answers, 'answer')}`],
    [answers.readings, `${formatCount(answers.readings, 'reading')}`],
  ];
  const taken = lines.flatMap(([count, line]) => (count > 0 ? [`  ${line}`] : []));
  const lost = [
    ...(mail.unknown > 0 ? [`  ${formatCount(mail.unknown, 'mail')} to people whom this store does not know`] : []),
    ...(answers.lost > 0 ? [`  ${formatCount(answers.lost, 'answer')} to these`] : []),
    ...(people.missing.length > 0 ? [`  people imported since, without mail: ${people.missing.join(', ')}`] : []),
    '  teams, items, assignments and signals that were changed or made since',
  ];
  return [
    taken.length > 0 ? `Taken over from ${file}:` : `Nothing is to be taken over from ${file}.`,
    ...taken,
    'Not taken over; import or make these again:',
    ...lost,
  ];
}

function tellWithdrawn({ mails, people, mornings }: Withdrawn): string[] {
  return [
    'The store as it was before is not here, so nobody knows what left since. Opt-outs, pauses, answers and erasures since are lost: look at the relay’s log and your own notes, erase again whoever was erased, and name the store if you have it: resume FILE.',
    `${formatCount(mails, 'mail')} to ${formatCount(people, 'person', 'people')} ${mails === 1 ? 'was' : 'were'} due by now and may have left: withdrawn, rather than sent twice. For the same reason the present morning of ${formatCount(mornings, 'team')} is passed over; the next is planned as usual, and may ask somebody again what a lost mail has asked.`,
  ];
}

function utc(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
