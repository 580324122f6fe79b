import { AppError } from '#core/errors/app-error.ts';
import { isSameName } from '#core/people/same-name.ts';
import { didYouMean } from '#core/text/did-you-mean.ts';
import type { AppContext } from '#server/app-context.ts';
import { readTeamStarter, type TeamStarterFiles } from '#server/people/starter-files.ts';
import { type Options, wrongUsage } from './options.ts';
import { withApp } from './with-app.ts';
import { writeNewFiles } from './write-new-files.ts';

/** `starter TEAM [FOLDER]`: what teams like it usually depend on, as files that import takes. What is said besides goes to standard error. */
export async function starter(positionals: string[], _options: Options): Promise<void> {
  const [team, folder, ...others] = positionals;
  if (!team) throw wrongUsage('Say which team is to start.');
  if (others.length > 0) throw wrongUsage(`"${others[0]}" is one argument too many; quote a name of several words.`);
  await withApp(async (app) => {
    const found = await starterOf(app, team);
    const files = Object.entries(found.files).filter(([, text]) => text !== '');
    if (folder) writeNewFiles(folder, Object.fromEntries(files));
    else for (const [name, text] of files) console.log(`${name}\n${text.replace('\uFEFF', '')}`);
    for (const sentence of adviceOn(found)) console.error(sentence);
  });
}

async function starterOf({ store, catalogue }: AppContext, team: string): Promise<TeamStarterFiles> {
  const teams = await store.db.selectFrom('team').select(['id', 'name']).orderBy('id').execute();
  const known = teams.find(({ name }) => isSameName(name, team));
  const found = known && (await readTeamStarter(store.db, catalogue, known.id));
  if (found) return found;
  const names = teams.map(({ name }) => name);
  throw new AppError('NO_SUCH_TEAM', {
    team,
    nearest: names.length > 0 ? didYouMean(team, names) : 'Import people or teams first.',
  });
}

function adviceOn({ team, sector, items }: TeamStarterFiles): string[] {
  const none = `There is no item to start from that ${team} does not have.`;
  const strike =
    'Strike what does not fit, fill in what you know, and take each file in with import; blank is not known.';
  const more =
    'The team has no sector, so these are the lists of its roles alone: a sector, in teams.csv, would give more.';
  return [items === 0 ? none : strike, ...(sector === null ? [more] : [])];
}
