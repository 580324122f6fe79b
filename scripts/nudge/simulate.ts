import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type EvidenceReport, evidenceReport } from '#core/evidence/evidence-report.ts';
import { type Extent, fullExtent, quickExtent } from '#simulation/extent.ts';
import { fieldJobs, fieldSize } from '#simulation/field/field-extent.ts';
import { fieldEvidenceOf } from '#simulation/field/field-report.ts';
import { gatherEvidence } from '#simulation/gather-evidence.ts';
import { fieldTables } from './field-tables.ts';
import type { Options } from './options.ts';
import { evidenceTables } from './simulation-tables.ts';
import { SimulationThreads } from './simulation-threads.ts';

/** Where the figures lie that the site shows and the tests compare with, as JSON, and as Markdown tables beside it. */
const publishedFiles = {
  full: 'public/evidence/simulation',
  quick: 'public/evidence/simulation-quick',
  field: 'public/evidence/field',
} as const;

/** `simulate`: plays every policy through every world and says what each achieved. Needs no store, no settings and no network. */
export async function simulate(_: string[], options: Options): Promise<void> {
  if (options.field) return field(options);
  const report = await simulated(options.quick ? quickExtent : fullExtent);
  if (options.publish) {
    publish(report);
    if (!options.quick) publish(await simulated(quickExtent));
  }
  if (options.json) console.log(JSON.stringify(report));
  else console.log(evidenceTables(report, options.markdown ? 'markdown' : 'text'));
}

async function simulated(extent: Extent): Promise<EvidenceReport> {
  return onThreads(async (threads) => evidenceReport.parse(await gatherEvidence(extent, threads)));
}

/** The field trial: the real plan, morning after morning, in worlds of another make. */
async function field(options: Options): Promise<void> {
  const report = fieldEvidenceOf(fieldSize, await onThreads((threads) => threads.field(fieldJobs)));
  if (options.publish) {
    writeFileSync(`${publishedFiles.field}.json`, `${JSON.stringify(report)}\n`);
    writeFileSync(`${publishedFiles.field}.md`, `# The field trial, simulated\n\n${fieldTables(report, 'markdown')}\n`);
  }
  console.log(options.json ? JSON.stringify(report) : fieldTables(report, options.markdown ? 'markdown' : 'text'));
}

async function onThreads<T>(work: (threads: SimulationThreads) => Promise<T>): Promise<T> {
  const started = performance.now();
  const threads = new SimulationThreads((line) => console.error(line));
  try {
    const done = await work(threads);
    console.error(`done in ${Math.round((performance.now() - started) / 1000)} s`);
    return done;
  } finally {
    await threads.close();
  }
}

function publish(report: EvidenceReport): void {
  const file = publishedFiles[report.size];
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.json`, `${JSON.stringify(report)}\n`);
  writeFileSync(`${file}.md`, `${markdownHead(report)}\n\n${evidenceTables(report, 'markdown')}\n`);
  console.error(`written to ${file}.json and ${file}.md`);
}

function markdownHead({ command, weeks, seeds }: EvidenceReport): string {
  return [
    '# What is simulated',
    '',
    `Printed by \`${command} --markdown\`: ${weeks} weeks, seeds ${seeds.join(', ')}. Means with 95 % confidence intervals over the seeds.`,
    'Method and limits are on /evidence. No study yet shows fewer losses in supply chains from such mails.',
  ].join('\n');
}
