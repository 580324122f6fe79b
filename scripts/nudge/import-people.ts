import { roleIds } from '#catalogue/schema/roles.ts';
import { AppError } from '#core/errors/app-error.ts';
import {
  absences,
  changesAnything,
  faultyLines,
  type ImportPlan,
  openDoubts,
  type YesNo,
} from '#core/people/import-plan.ts';
import { formatCount } from '#i18n/format.ts';
import { wordsIn } from '#i18n/words.ts';
import type { AppContext } from '#server/app-context.ts';
import { atTheCommandLine, noteAccess } from '#server/desk/access-log.ts';
import type { FileAnswers } from '#server/people/files/staff-file.ts';
import { countLines } from '#server/people/imports/count-lines.ts';
import { keepFile, readListed, saveSettings } from '#server/people/imports/import-rows.ts';
import { type ImportSettings, importSettingsSchema, noSettings } from '#server/people/imports/import-settings.ts';
import { leavingLine, type PlanLine, planGroups, planLines } from '#server/people/imports/plan-lines.ts';
import { type FileToRead, type ReadImport, readImport } from '#server/people/imports/read-import.ts';
import { agreeToImport, runImport } from '#server/people/imports/run-import.ts';
import { namedZone } from '#server/people/named-zone.ts';
import { refusedLine, refusedText } from '#server/people/refused-line.ts';
import { houseStore } from '#server/walls/read-wall.ts';
import { type Options, wrongUsage } from './options.ts';

const words = wordsIn('en');
const t = words.peopleImport;

/** What whoever tries it out with people of their own is told. */
export const trial =
  'A trial: without SMTP_URL their mail goes to the inbox on this machine, and the store stays a demo.';

/** Lines printed of each group; the desk shows all. */
const mostLines = 20;

/**
 * Takes in a list of people: prints what it would change, and does it. Where somebody would leave, or is probably the same person, or a team is
 * probably renamed, or lines are faulty, it is done with `--yes` alone.
 */
export async function importPeopleFile(app: AppContext, file: FileToRead, answers: FileAnswers, options: Options) {
  const settings = settingsFrom(answers, options);
  const read = await readPlan(app, file, settings, options);
  const { plan } = read;
  console.log(previewText(read.plan, read.lines));
  if (options['dry-run']) return console.log('Dry run, nothing saved.');
  if (!changesAnything(plan) && openDoubts(plan) === 0) return;
  const reasons = reasonsToAsk(plan, options);
  if (reasons.length > 0) throw new AppError('IMPORT_NOT_AGREED', { file: file.name, reasons });
  const { db } = app.store;
  const key = await keepFile(db, file, atTheCommandLine, settings, app.clock());
  await saveSettings(db, key, settings);
  await agreeToImport(db, key, plan);
  const { demo } = app.settings;
  await runImport({ db, clock: app.clock, stopping: app.stopping, demo }, key, plan);
  await noteAccess(db, { who: atTheCommandLine, act: 'imported', teamId: null, subject: null }, app.clock());
  const counts = (await readListed(db, key))?.counts ?? null;
  console.log(`Done: ${countLines(counts, t.done.counts).join(', ')}.`);
  if (demo) console.log(trial);
  console.log(`To undo it within 30 days: npm run nudge -- undo-import ${key}`);
}

type Planned = Extract<ReadImport, { step: 'planned' }>;

/** The plan, with every question of the same kind answered as the options say. */
async function readPlan(
  app: AppContext,
  file: FileToRead,
  settings: ImportSettings,
  options: Options,
): Promise<Planned> {
  const parts = { db: await houseStore(app.store.db), vocabulary: app.catalogue.vocabulary, scope: 'house' } as const;
  const planned = async () => asPlanned(await readImport(parts, file, settings, app.clock()), file);
  const all = (doubts: readonly { key: string }[], by: string | undefined) => {
    const answer = yesNoFrom(by);
    return answer === null ? {} : Object.fromEntries(doubts.map(({ key }) => [key, answer]));
  };
  const first = await planned();
  settings.renamed = all(first.plan.renameDoubts, options.renamed);
  settings.same = all(first.plan.sameDoubts, options.same);
  return openDoubts(first.plan) === 0 ? first : planned();
}

function asPlanned(read: ReadImport, { name }: FileToRead): Planned {
  if (read.step === 'planned') return read;
  if (read.step === 'refused') {
    const lines = read.faults.map((fault) => refusedText(refusedLine(fault)));
    throw new AppError('IMPORT_FAULTS', { file: name, lines });
  }
  const lines = read.needed.map((what) => `${t.headings.needed[what]}${mends[what] ?? ''}`);
  const roles = read.roleWords.slice(0, mostLines).map(({ word, lines: count }) => t.headings.roleOf(word, count));
  const asked = read.file.questions.map(
    ({ about, heading }) => `${about}${heading ? ` of "${heading}"` : ''} is not certain.`,
  );
  throw new AppError('IMPORT_FAULTS', { file: name, lines: [...asked, ...lines, ...roles] });
}

const mends: Readonly<Record<string, string>> = {
  role: ' For example --role buyer.',
  roles: ' --role buyer takes all others as buyers; the desk asks for each word.',
  zone: ' For example --zone Europe/Berlin.',
};

function settingsFrom(file: FileAnswers, options: Options): ImportSettings {
  const { leavers = 'nobody', role, zone } = options;
  const absence = absences.find((one) => one === leavers);
  if (!absence) throw wrongUsage(`--leavers "${leavers}" is none of ${absences.join(', ')}.`);
  const otherRole = roleIds.find((id) => id === role) ?? null;
  if (role !== undefined && !otherRole) throw wrongUsage(`--role "${role}" is none of ${roleIds.join(', ')}.`);
  const named = zone === undefined ? null : namedZone(zone);
  if (zone !== undefined && !named) throw wrongUsage(`--zone "${zone}" is no time zone; write it as Europe/Berlin.`);
  return { ...noSettings, file: importSettingsSchema.shape.file.parse(file), absence, otherRole, zone: named };
}

function yesNoFrom(text: string | undefined): YesNo | null {
  if (text === undefined) return null;
  if (text !== 'yes' && text !== 'no') throw wrongUsage(`"${text}" is no answer; write yes or no.`);
  return text;
}

/** What stands between a plan and its being done. */
function reasonsToAsk(plan: ImportPlan, options: Options): string[] {
  const openOf = (doubts: readonly { answer: YesNo | null }[]) => doubts.filter(({ answer }) => answer === null).length;
  const faulty = faultyLines(plan);
  const leaving = plan.left.length > 0 || plan.teamsRenamed.length > 0 || plan.sameDoubts.length > 0;
  return [
    ...(openOf(plan.sameDoubts) > 0 ? ['Somebody may be the same person: say --same yes, or --same no.'] : []),
    ...(openOf(plan.renameDoubts) > 0 ? ['A team may have a new name: say --renamed yes, or --renamed no.'] : []),
    ...(faulty > 0 && !options['without-faulty']
      ? [`${formatCount(faulty, 'line')} cannot be taken: mend them, or say --without-faulty.`]
      : []),
    ...(leaving && !options.yes
      ? ['Somebody leaves, or gets another address, or a team another name: say --yes.']
      : []),
  ];
}

/** A plan for a terminal: each group with how many, and its first lines. */
function previewText(plan: ImportPlan, lines: number): string {
  const groups = planLines(plan, words);
  const shown = planGroups.map((group) => ({ title: t.preview.groups[group], of: groups[group] }));
  const left = { title: t.preview.groups.left, of: plan.left.map(leavingLine) };
  const doubts = [
    ...plan.renameDoubts.map(({ team, to, people, of }) => t.preview.doubts.renamed(team.name, to, people, of)),
    ...plan.sameDoubts.map(({ known, listed, evidence }) => {
      const said = ({ name, email }: { name: string; email: string }) => `${name} (${email})`;
      return `${t.preview.doubts.same(said(known), said(listed))} ${t.preview.doubts.evidence[evidence]}`;
    }),
  ];
  return [
    `people: ${plan.joined.length} added, ${plan.changed.length + plan.moved.length + plan.cameBack.length} changed, ${plan.left.length} left, ${plan.unchanged} unchanged, of ${lines} lines.`,
    ...[...shown, left].filter(({ of }) => of.length > 0).map(({ title, of }) => groupText(title, of)),
    ...(doubts.length > 0 ? [[t.preview.doubts.title, ...doubts.map((line) => `  ${line}`)].join('\n')] : []),
  ].join('\n');
}

function groupText(title: string, lines: readonly PlanLine[]): string {
  const shown = lines.slice(0, mostLines).map(({ line, name, email, team, change }) => {
    const at = line === null ? '' : `line ${line}: `;
    return `  ${at}${[name, email, team, change].filter(Boolean).join(', ')}`;
  });
  const more = lines.length - shown.length;
  return [`${title}: ${lines.length}`, ...shown, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n');
}
