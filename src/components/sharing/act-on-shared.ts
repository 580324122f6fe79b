import { sharedLabels } from '#core/sharing/tlp.ts';
import type { Words } from '#i18n/words.ts';
import type { AppContext } from '#server/app-context.ts';
import type { Desk } from '#server/desk/desk.ts';
import { formFields } from '#server/http/form-fields.ts';
import { formWithFile } from '#server/http/form-file.ts';
import type { ImportLine, SharedPreview } from '#server/sharing/import-shared.ts';
import { keptInWords, refusalInWords } from '#server/sharing/refusal-words.ts';

/** What came of a form of the page: an answer that ends the request, a file to be agreed to or whose key is to be compared, or why nothing was done. */
export type ActedOnShared =
  | { is: 'response'; response: Response }
  | { is: 'preview'; lines: ImportLine[]; file: string }
  | { is: 'untrusted'; fingerprint: string; file: string }
  | { is: 'refused'; text: string };

type Parts = { app: AppContext; desk: Desk; words: Words };

/** The longest name that the house gives somebody. */
const longestName = 120;

export async function actOnShared(request: Request, parts: Parts): Promise<ActedOnShared> {
  const isUpload = request.headers.get('content-type')?.toLowerCase().startsWith('multipart/') ?? false;
  if (!isUpload) return actOnFields(await formFields(request, parts.app.log), parts);
  const { fields, file } = await formWithFile(request, parts.app.log);
  const bytes = file?.bytes ?? Buffer.from(fields['shared'] ?? '');
  if (bytes.byteLength === 0) return { is: 'refused', text: parts.words.sharing.refusals['no-file'] };
  if (fields['act'] === 'trust') return trust(fields, bytes, parts);
  if (fields['act'] === 'take') return take(bytes, parts);
  return look(bytes, parts);
}

async function look(bytes: Uint8Array, parts: Parts): Promise<ActedOnShared> {
  return shownTo(await parts.desk.sharing.preview(ownKey(parts), bytes), bytes, parts);
}

async function take(bytes: Uint8Array, parts: Parts): Promise<ActedOnShared> {
  const { app, desk } = parts;
  const taken = await desk.sharing.take(ownKey(parts), bytes, app.clock());
  if (!taken.ok) return shownTo(taken, bytes, parts);
  app.log.tell('pieces-taken-in', { pieces: taken.lines.length });
  return redirect('taken');
}

/** The key that was compared has to be the one that the file is signed with, whatever the form says. */
async function trust(
  { fingerprint = '', name = '' }: Readonly<Record<string, string>>,
  bytes: Uint8Array,
  parts: Parts,
): Promise<ActedOnShared> {
  const t = parts.words.sharing.trust;
  const seen = await parts.desk.sharing.preview(ownKey(parts), bytes);
  const isAsked = !seen.ok && seen.reason === 'untrusted' && seen.fingerprints.includes(fingerprint);
  if (!isAsked) return { is: 'refused', text: t.gone };
  const called = name.replaceAll(/\s+/g, ' ').trim();
  if (called === '' || called.length > longestName || /\p{C}/u.test(called)) return { is: 'refused', text: t.noName };
  await parts.desk.sharing.trust({ fingerprint, name: called }, parts.app.clock());
  return look(bytes, parts);
}

function shownTo(seen: SharedPreview, bytes: Uint8Array, { app, words }: Parts): ActedOnShared {
  const file = Buffer.from(bytes).toString('utf8');
  if (seen.ok) return { is: 'preview', lines: seen.lines, file };
  if (seen.reason === 'untrusted') {
    const [fingerprint = ''] = seen.fingerprints;
    return { is: 'untrusted', fingerprint, file };
  }
  app.log.tell('shared-file-refused', { why: seen.reason === 'refused' ? seen.refused.reason : seen.reason });
  if (seen.reason === 'distrusted') return { is: 'refused', text: words.sharing.refusals.distrusted(seen.name) };
  return { is: 'refused', text: refusalInWords(seen.refused, words) };
}

async function actOnFields(fields: Readonly<Record<string, string>>, parts: Parts): Promise<ActedOnShared> {
  const { app, desk } = parts;
  if (fields['act'] !== 'distrust') return handOut(fields, parts);
  await desk.sharing.distrust(fields['fingerprint'] ?? '', app.clock());
  return redirect('distrusted');
}

async function handOut(fields: Readonly<Record<string, string>>, parts: Parts): Promise<ActedOnShared> {
  const { app, desk, words } = parts;
  const t = words.sharing;
  const organisation = app.settings.sharedBy;
  if (organisation === null) return { is: 'refused', text: t.own.noName };
  const mark = 'piece:';
  const ids = Object.keys(fields).flatMap((name) => (name.startsWith(mark) ? [name.slice(mark.length)] : []));
  if (ids.length === 0) return { is: 'refused', text: t.hand.noPiece };
  const tlp = sharedLabels.find((label) => label === fields['tlp']);
  if (!tlp) return { is: 'refused', text: t.hand.noLabel };
  const now = app.clock();
  const made = await desk.sharing.handOut({ organisation, key: app.sharingKey() }, ids, tlp, now);
  if (!made.ok) return { is: 'refused', text: keptInWords(made.refused, words) };
  app.log.tell('pieces-handed-out', { pieces: made.exported.length });
  const day = new Date(now).toISOString().slice(0, 10);
  const response = new Response(made.text, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="nodomoto-${day}.shared.json"`,
    },
  });
  return { is: 'response', response };
}

function redirect(done: 'taken' | 'distrusted'): ActedOnShared {
  return {
    is: 'response',
    response: new Response(null, { status: 303, headers: { Location: `/desk/write/shared?done=${done}` } }),
  };
}

function ownKey({ app }: Parts): string {
  return app.sharingKey().publicKey;
}
