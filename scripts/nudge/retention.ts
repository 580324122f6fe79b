import { dayMs } from '#core/memory/forgetting-curve.ts';
import { sayInstant } from '#server/log/say-instant.ts';
import { type Cut, countOld, cutKinds } from '#server/retention/cut-old.ts';
import { readLastRetention, runRetention } from '#server/retention/keep-tidy.ts';
import { cutoffsAt } from '#server/retention/periods.ts';
import type { KeepSettings } from '#server/setting-parts/privacy.ts';
import { drawnTable } from './drawn-table.ts';
import { type Options, wrongUsage } from './options.ts';
import { withApp } from './with-app.ts';

const kinds: Readonly<Record<keyof Cut, (keep: KeepSettings) => [what: string, period: string]>> = {
  people: (keep) => ['people who left, erased', `${keep.leaverDays} days after their last day`],
  answers: (keep) => ['answers, folded into memory', `${keep.answerMonths} months`],
  mails: (keep) => ['questions and their mails', `${keep.answerMonths} months`],
  signInLetters: (keep) => ['letters with a link to the desk', `${keep.signInDays} days`],
  signIns: (keep) => ['links to the desk', `${keep.signInDays} days`],
  sessions: (keep) => ['sessions that ended', `${keep.signInDays} days`],
  looks: (keep) => ['notes of who saw or changed something by name', `${keep.accessMonths} months`],
  refusals: (keep) => ['refusals that are over', `${keep.answerMonths} months`],
  signals: (keep) => ['news that is over', `${keep.answerMonths} months`],
  assignments: (keep) => ['withdrawn assignments', `${keep.answerMonths} months`],
  imports: () => ['what imports of people changed', '30 days'],
  texts: () => ['what servers said of mails', '90 days'],
};

/** `retention`: cuts now what has been kept for its time; `--dry-run` shows what would go now, and by this day of next month. */
export async function retention([stray]: string[], options: Options): Promise<void> {
  if (stray) throw wrongUsage(`"${stray}" is one argument too many.`);
  const dryRun = options['dry-run'] === true;
  await withApp(async ({ store, settings, clock, stopping }) => {
    const { db } = store;
    const { keep, dataDir, databaseUrl } = settings;
    const [before, now] = [await readLastRetention(db), clock()];
    const soon = await countOld(db, cutoffsAt(keep, now + 30 * dayMs));
    const cut = dryRun
      ? await countOld(db, cutoffsAt(keep, now))
      : await runRetention({ place: { db, dataDir, databaseUrl }, keep, clock, stopping });
    const rows = cutKinds.map((kind) => {
      const [what, period] = kinds[kind](keep);
      return [what, period, String(cut[kind]), String(Math.max(0, soon[kind] - cut[kind]))];
    });
    const head = ['What', 'Kept for', dryRun ? 'Would go now' : 'Cut now', 'In the next 30 days'];
    const last = before === null ? 'It was never done before.' : `Last done: ${sayInstant(before)}.`;
    console.log(drawnTable({ title: `${dryRun ? 'Dry run, nothing is cut.' : 'Cut.'} ${last}`, head, rows }, 'text'));
  });
}
