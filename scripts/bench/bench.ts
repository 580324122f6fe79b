import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { AppError } from '#core/errors/app-error.ts';
import { runCommand } from '../run-command.ts';
import { briefTime } from './brief-time.ts';
import { buildTime } from './build-time.ts';
import { contention } from './contention/contention.ts';
import { aLargeHouse, deskPages } from './desk/desk-pages.ts';
import { importTime } from './desk/import-time.ts';
import { deskTime } from './desk-time.ts';
import { fuzz } from './fuzz/fuzz.ts';
import { lighthouseScores } from './lighthouse-scores.ts';
import { aLargeFirm, load } from './load/load.ts';
import { overview } from './load/overview.ts';
import { aDayOfAFirm, soak } from './load/soak.ts';
import { kills } from './mail/kills.ts';
import { mailSpeed } from './mail/mail-speed.ts';
import { mailSizes } from './mail-sizes.ts';
import { pageWeights } from './page-weights.ts';
import { planTime } from './plan-time.ts';
import { searchQuality } from './search-quality.ts';
import { besideStarlight } from './starlight.ts';
import { tailoring } from './tailoring/tailoring.ts';

/** `beside`: a folder with an older commit and its node_modules, to measure beside; `postgres`: on a PostgreSQL of its own instead of SQLite; `years`: of mail that a large house has had. */
type BenchOptions = { beside: string | null; postgres: boolean; years: number };

/**
 * `npm run bench [-- NAME... [--beside FOLDER] [--postgres] [--years N]]`: prints the figures the README quotes; what takes minutes or a network only when named. Times
 * are compared side by side, because machines are noisy.
 */
const parts: Record<string, (options: BenchOptions) => Promise<string[]>> = {
  pages: pageWeights,
  mails: mailSizes,
  send: mailSpeed,
  plan: ({ beside }) => planTime(beside),
  'desk-demo': deskTime,
  desk: ({ postgres, years }) => deskPages(postgres ? 'PostgreSQL' : 'SQLite', { ...aLargeHouse, years }),
  brief: ({ years }) => briefTime(years),
  import: ({ postgres }) => importTime(postgres ? 'PostgreSQL' : 'SQLite'),
  search: searchQuality,
  tailoring,
  kills,
  fuzz,
  overview: ({ beside }) => overview(beside),
  load: ({ postgres }) => load(postgres ? 'PostgreSQL' : 'SQLite', aLargeFirm),
  soak: () => soak(aDayOfAFirm),
  contention,
  build: buildTime,
  lighthouse: lighthouseScores,
  starlight: besideStarlight,
};

/** 400 kills, 100,000 requests, thousands of people, a day and 1,000 cases take minutes, and Starlight comes over the network. */
const onlyWhenNamed = [
  'kills',
  'contention',
  'fuzz',
  'desk',
  'brief',
  'import',
  'overview',
  'load',
  'soak',
  'build',
  'starlight',
];

await runCommand(async () => {
  if (!existsSync('dist/client/index.html')) throw new AppError('NOTHING_TO_MEASURE');
  const { values, positionals: wanted } = parseArgs({
    allowPositionals: true,
    options: { beside: { type: 'string' }, postgres: { type: 'boolean' }, years: { type: 'string' } },
  });
  const options = {
    beside: values.beside ?? null,
    postgres: values.postgres ?? false,
    years: Number(values.years ?? aLargeHouse.years),
  };
  console.log(`Measured on ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}.`);
  for (const [name, measure] of Object.entries(parts)) {
    if (wanted.length > 0 ? !wanted.includes(name) : onlyWhenNamed.includes(name)) continue;
    console.log(`\n${name}`);
    for (const line of await measure(options)) console.log(`  ${line}`);
  }
  if (wanted.length === 0)
    console.log(
      '\nOnly when named: npm run bench -- kills (400 kills of senders, minutes), contention (an import and a plan while people answer, minutes), fuzz (100,000 odd requests, minutes), desk (20,000 people and five years, half an hour), import (20,000 people, a minute), overview, load, soak (thousands of people, minutes), build (1,000 cases, minutes), starlight (needs a network).',
    );
});
