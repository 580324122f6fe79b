import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { AppError } from '#core/errors/app-error.ts';
import { groupedHex } from '#core/sharing/grouped-hex.ts';
import { changesSomething } from '#core/sharing/judge-received.ts';
import { sharedLabels } from '#core/sharing/tlp.ts';
import { passageInWords } from '#i18n/passage-in-words.ts';
import { wordsIn } from '#i18n/words.ts';
import type { AppContext } from '#server/app-context.ts';
import { atTheCommandLine, noteAccess } from '#server/desk/access-log.ts';
import { exportPieces } from '#server/sharing/export-pieces.ts';
import { fingerprintOf, fingerprintWords } from '#server/sharing/fingerprint.ts';
import { type ImportLine, importShared, previewShared, type SharedPreview } from '#server/sharing/import-shared.ts';
import { keptInWords, refusalInWords } from '#server/sharing/refusal-words.ts';
import { distrustSender, readSenders, trustSender } from '#server/sharing/sender-store.ts';
import { type Options, wrongUsage } from './options.ts';
import { withApp } from './with-app.ts';

const words = wordsIn('en');

/** `share export`, `share import`, `share key`, `share senders`, `share distrust`: what is exchanged with other organisations. */
export async function share([act, ...rest]: string[], options: Options): Promise<void> {
  switch (act) {
    case 'export':
      return exportTo(rest, options);
    case 'import':
      return importFrom(rest, options);
    case 'distrust':
      return distrust(rest);
    case 'key':
      return withApp(async (app) => console.log(keyInWords(fingerprintOf(app.sharingKey().publicKey))));
    case 'senders':
      return withApp(listSenders);
    default:
      throw wrongUsage('Say share export, import, key, senders or distrust.');
  }
}

async function exportTo(ids: string[], { tlp, out }: Options): Promise<void> {
  const label = sharedLabels.find((known) => known === tlp?.toUpperCase());
  if (ids.length === 0) throw wrongUsage('Say which cases or modules, by the names of their files.');
  if (!label) throw wrongUsage('Say --tlp green or --tlp clear.');
  if (!out) throw wrongUsage('Say into which file, with --out.');
  await withApp(async ({ store: { db }, settings, sharingKey, clock }) => {
    if (existsSync(out)) throw new AppError('EXPORT_EXISTS', { file: out });
    if (settings.sharedBy === null) throw new AppError('NOT_SHARED', { why: words.sharing.own.noName });
    const sharer = { organisation: settings.sharedBy, key: sharingKey() };
    const made = await exportPieces(db, sharer, ids, label, atTheCommandLine, clock());
    if (!made.ok) throw new AppError('NOT_SHARED', { why: keptInWords(made.refused, words) });
    writeFileSync(out, made.text);
    await noteAccess(db, { who: atTheCommandLine, act: 'handed-out-pieces', teamId: null, subject: null }, clock());
    for (const { id, as, tlp: kept } of made.exported)
      console.log(`${id}  ${words.sharing.tlp(kept)}${as === 'own' ? '' : `  ${as}`}`);
    console.log(out);
  });
}

async function importFrom([file, stray]: string[], options: Options): Promise<void> {
  if (!file || stray) throw wrongUsage('Say which file.');
  if ((options.trust === undefined) !== (options.called === undefined))
    throw wrongUsage('--trust and --called belong together: which key, and whose it is.');
  if (!existsSync(file)) throw wrongUsage(`There is no file "${file}".`);
  const bytes = readFileSync(file);
  await withApp(async (app) => {
    const { db } = app.store;
    const parts = { db, catalogue: app.catalogue, ownKey: app.sharingKey().publicKey };
    const seen = await previewShared(parts, bytes);
    if (options.trust !== undefined) await trust(app, seen, options.trust, options.called ?? '');
    const done = options['dry-run']
      ? await previewShared(parts, bytes)
      : await importShared(parts, bytes, atTheCommandLine, app.clock());
    const lines = linesOf(done, file);
    for (const line of lines) console.log(lineInWords(line));
    const taken = lines.filter(({ verdict }) => changesSomething(verdict)).length;
    if (options['dry-run']) return console.log('Nothing was saved.');
    if (taken > 0)
      await noteAccess(db, { who: atTheCommandLine, act: 'took-in-pieces', teamId: null, subject: null }, app.clock());
    console.log(taken === 0 ? words.sharing.bring.nothing : words.sharing.bring.lead);
  });
}

/** Only a key that the file is signed with: a slip of the hand trusts nobody. */
async function trust({ store: { db }, clock }: AppContext, seen: SharedPreview, typed: string, name: string) {
  const fingerprint = typed.replaceAll(/\s/g, '').toLowerCase();
  const asked = !seen.ok && seen.reason === 'untrusted' ? seen.fingerprints : [];
  if (!asked.includes(fingerprint)) throw wrongUsage(words.sharing.trust.gone);
  if (!/^[^\p{C}]{1,120}$/u.test(name)) throw wrongUsage(words.sharing.trust.noName);
  await trustSender(db, { fingerprint, name }, atTheCommandLine, clock());
  await noteAccess(db, { who: atTheCommandLine, act: 'trusted-sender', teamId: null, subject: null }, clock());
}

/** @throws AppError when nothing of the file may be taken in. */
function linesOf(seen: SharedPreview, file: string): ImportLine[] {
  if (seen.ok) return seen.lines;
  if (seen.reason === 'untrusted')
    throw new AppError('SENDER_NOT_TRUSTED', { file, keys: seen.fingerprints.map(keyInWords) });
  const why =
    seen.reason === 'distrusted' ? words.sharing.refusals.distrusted(seen.name) : refusalInWords(seen.refused, words);
  throw new AppError('SHARED_FILE_REFUSED', { file, why });
}

function lineInWords({ id, verdict, title, passage, changed, faults }: ImportLine): string {
  const details = [
    passageInWords(passage, 'en'),
    ...(changed.length > 0 ? [words.sharing.bring.changed(changed.join(', '))] : []),
    ...(faults > 0 ? [words.sharing.bring.faults(faults)] : []),
  ];
  return [`${id}  ${words.sharing.verdicts[verdict]}: ${title}`, ...details.map((detail) => `  ${detail}`)].join('\n');
}

function keyInWords(fingerprint: string): string {
  return `  ${groupedHex(fingerprint)}\n  ${fingerprintWords(fingerprint, 'en').join(' ')}`;
}

async function listSenders({ store: { db } }: AppContext): Promise<void> {
  for (const { fingerprint, name, withdrawnAt } of (await readSenders(db)).values())
    console.log(`${groupedHex(fingerprint)}  ${name}${withdrawnAt === null ? '' : '  (trusted no longer)'}`);
}

async function distrust(typed: string[]): Promise<void> {
  const fingerprint = typed.join('').toLowerCase();
  if (fingerprint === '') throw wrongUsage('Say whose, by the fingerprint; share senders lists them.');
  await withApp(async ({ store: { db }, clock }) => {
    if (!(await distrustSender(db, fingerprint, atTheCommandLine, clock())))
      throw wrongUsage('Nobody with this fingerprint is trusted; share senders lists them.');
    await noteAccess(db, { who: atTheCommandLine, act: 'distrusted-sender', teamId: null, subject: null }, clock());
    console.log(words.sharing.done.distrusted);
  });
}
