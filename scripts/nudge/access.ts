import { dayMs } from '#core/memory/forgetting-curve.ts';
import { wordsIn } from '#i18n/words.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { type AccessLine, readAccess } from '#server/desk/access-log.ts';
import { settingsOfRun } from '../read-environment.ts';
import { drawnTable } from './drawn-table.ts';
import { type Options, wrongUsage } from './options.ts';

const usualDays = 30;

/** Lines listed; the desk shows the older ones. */
const mostListed = 500;

/** `access [--days N]`: who signed in to the desk, saw names or changed something about people, the newest first. */
export async function access([stray]: string[], { days }: Options): Promise<void> {
  if (stray) throw wrongUsage(`"${stray}" is not an option of access.`);
  const since = Date.now() - daysFrom(days) * dayMs;
  const store = await openDatabase(settingsOfRun());
  try {
    console.log(asText(await readAccess(store.db, { since, skip: 0, most: mostListed })));
  } finally {
    await store.close();
  }
}

function daysFrom(text: string | undefined): number {
  if (text === undefined) return usualDays;
  if (!/^[1-9]\d{0,3}$/.test(text)) throw wrongUsage(`--days "${text}" is not a number of days; write it as 30.`);
  return Number(text);
}

function asText(lines: readonly AccessLine[]): string {
  if (lines.length === 0) return 'Nobody signed in, saw names or changed anything.';
  const { acts } = wordsIn('en').shown.access;
  const rows = lines.map(({ at, who, act, teamName, subject }) => [
    new Date(at).toISOString().slice(0, 16).replace('T', ' '),
    who,
    acts[act],
    teamName ?? '',
    subject ?? '',
  ]);
  return drawnTable(
    { title: 'Who looked, the newest first.', head: ['When (UTC)', 'Who', 'What', 'Team', 'About'], rows },
    'text',
  );
}
