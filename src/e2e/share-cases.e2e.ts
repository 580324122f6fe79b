import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCase } from '#catalogue/catalogue.ts';
import { readPieceFiles } from '#catalogue/pieces/read-piece-files.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { keptSharingKey } from '#server/keys/sharing-key.ts';
import { templateKey } from '#server/mail/mail-template.ts';
import { addPiece, publishPiece, readPiece, withdrawPiece } from '#server/pieces/piece-store.ts';
import { fingerprintOf } from '#server/sharing/fingerprint.ts';
import { aRunningApp, type RunningApp } from '#testing/a-running-app.ts';
import { aCaseInFiles } from '#testing/a-sharing-house.ts';
import { runScript } from '#testing/running-product.ts';
import { type SignedIn, signInOverHttp } from '#testing/sign-in-over-http.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const hana = 'hana@works.example';
const tara = 'tara@works.example';
const id = 'valve-fire-2021';

let folder: string;
let firstFile: string;
let passedFile: string;

/** Runs `nudge share` as an organisation: its data folder is its own, and so is its key. */
const share = (who: string, ...args: string[]) =>
  runScript('scripts/nudge.ts', ['share', ...args], { DATA_DIR: join(folder, who), SHARED_BY: `The ${who}` });

/** A page without what the fields of its forms hold. */
const shownOf = (page: string) => page.replaceAll(/value="[^"]*"/g, '');

const file = (name: string) => join(folder, name);

async function inStoreOf<T>(who: string, act: (db: Awaited<ReturnType<typeof openDatabase>>['db']) => Promise<T>) {
  const store = await openDatabase({ dataDir: join(folder, who), databaseUrl: null });
  try {
    return await act(store.db);
  } finally {
    await store.close();
  }
}

/** What somebody reads out over the telephone. */
function keyOf(who: string): string {
  return fingerprintOf(keptSharingKey({ dataDir: join(folder, who), sharingKeyFile: null }).publicKey);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nodomoto-share-'));
  [firstFile, passedFile] = [file('from-the-firm.shared.json'), file('from-the-association.shared.json')];
  const key = await share('firm', 'key');
  expect(key.stdout.split('\n')[0]?.replaceAll(' ', '')).toBe(keyOf('firm'));
  const read = readPieceFiles(aCaseInFiles());
  if (!read.ok) throw new Error(read.refused.reason);
  await inStoreOf('firm', async (db) => {
    await addPiece(db, { id, kind: 'case', typed: read.typed }, hana, now);
    const piece = await readPiece(db, id);
    if (piece) await publishPiece(db, piece, hana, now);
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('by command', () => {
  it('a case goes from a firm to its association and on to a third, each of which compared the key of whoever sent it', async () => {
    expect(await share('firm', 'export', id, '--tlp', 'green', '--out', firstFile)).toMatchObject({ code: 0 });
    const unknown = await share('association', 'import', firstFile);
    expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining('do not trust yet') });
    expect(unknown.stderr, 'nothing of it is shown').not.toContain('KFC');
    const trust = ['--trust', keyOf('firm'), '--called', 'Hoshino Metals'];
    const first = await share('association', 'import', firstFile, ...trust);
    expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining('From Hoshino Metals, TLP:GREEN') });
    expect(await share('association', 'export', id, '--tlp', 'clear', '--out', passedFile)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('TLP:GREEN  passed-on'),
    });
    const again = ['--trust', keyOf('association'), '--called', 'the association'];
    expect(await share('third', 'import', passedFile, ...again)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('From The firm, passed on by the association, TLP:GREEN'),
    });
    const typed = (who: string) => inStoreOf(who, async (db) => (await readPiece(db, id))?.typed);
    expect(await typed('third')).toEqual(await typed('firm'));
  });

  it('a file with one letter changed is refused by the name of the piece, and what is GREEN is not written out for a public library', async () => {
    const changed = file('changed.shared.json');
    writeFileSync(changed, readFileSync(passedFile, 'utf8').replace('GREEN', 'CLEAR'));
    expect(await share('third', 'import', changed)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`${id}: a signature does not fit`),
    });
    const written = await runScript('scripts/nudge.ts', ['export-piece', id, file('library')], {
      DATA_DIR: file('third'),
    });
    expect(written).toMatchObject({ code: 1, stderr: expect.stringContaining('TLP:GREEN') });
  });

  it('what the firm takes back is told to the third through the association', async () => {
    await inStoreOf('firm', (db) => withdrawPiece(db, id, now));
    const [back, on] = [file('back.shared.json'), file('back-on.shared.json')];
    expect(await share('firm', 'export', id, '--tlp', 'green', '--out', back)).toMatchObject({
      stdout: expect.stringContaining('withdrawal'),
    });
    expect(await share('association', 'import', back)).toMatchObject({ code: 0 });
    expect(await share('association', 'export', id, '--tlp', 'green', '--out', on)).toMatchObject({ code: 0 });
    expect(await share('third', 'import', on)).toMatchObject({
      stdout: expect.stringContaining('Taken back by its source'),
    });
    expect(await share('third', 'import', passedFile)).toMatchObject({ stdout: expect.stringContaining('Older') });
  });

  it('trust is withdrawn by the fingerprint, and then nothing of theirs is taken', async () => {
    const key = keyOf('association');
    expect(await share('third', 'senders')).toMatchObject({ stdout: expect.stringContaining('the association') });
    expect(await share('third', 'distrust', key)).toMatchObject({ code: 0 });
    expect(await share('third', 'import', passedFile)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('whom you trust no longer'),
    });
  });
});

describe('on the desk', () => {
  let open: RunningApp;
  let url: string;
  let trainer: SignedIn;

  beforeAll(async () => {
    open = await aRunningApp(() => now, { TRAINERS: hana, SHARED_BY: 'Kazehaya' });
    url = `http://localhost:${open.port}`;
    trainer = await signInOverHttp(url, open.received, hana);
  });

  afterAll(() => open.close());

  /** Sends a form with what lies in a file, as the pages do that hold it between two clicks. */
  async function send(act: string, more: Record<string, string>, by: SignedIn = trainer) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ act, ...more })) form.append(name, value);
    if (act === 'look') form.append('file', new File([readFileSync(passedFile)], 'a.shared.json'));
    const headers = { Origin: url, Cookie: by.cookie };
    return fetch(`${url}/desk/write/shared`, { method: 'POST', body: form, headers, redirect: 'manual' });
  }

  it('a file is looked at, its key compared, and then taken in as a draft that says where it comes from', async () => {
    const shared = readFileSync(passedFile, 'utf8');
    const asked = await send('look', {});
    const question = await asked.text();
    expect(question).toContain('Whose key is this?');
    expect(shownOf(question), 'nothing of it is shown').not.toContain('chicken');
    const fingerprint = keyOf('association');
    const wrong = await send('trust', { fingerprint: '0'.repeat(32), name: 'somebody', shared });
    expect(await wrong.text()).toContain('another key than the one that you compared');
    const shown = await (await send('trust', { fingerprint, name: 'the association', shared })).text();
    expect(shown).toContain('From The firm, passed on by the association, TLP:GREEN');
    expect(await readPiece(open.app.store.db, id), 'a preview writes nothing').toBeNull();
    expect((await send('take', { shared })).headers.get('location')).toBe('/desk/write/shared?done=taken');
    const page = await (await trainer.ask(`/desk/write/${id}`)).text();
    expect(page).toContain('From The firm, passed on by the association, TLP:GREEN');
    expect(page, 'it is not edited').not.toContain(`/desk/write/${id}/story`);
    expect((await trainer.ask(`/desk/write/${id}/story`)).headers.get('location')).toBe(`/desk/write/${id}`);
    expect((await trainer.ask(`/desk/write/${id}/files/index.mdx`)).status, 'no file for a public library').toBe(403);
  });

  it('published, its mail and its page say whose word it is', async () => {
    const published = await trainer.ask(`/desk/write/${id}`, { act: 'publish', version: '1' });
    expect(published.headers.get('location')).toContain('done=published');
    const line = 'From The firm, passed on by the association, TLP:GREEN';
    const { library, templates } = open.app.renderer;
    const asked = findCase(library.en, `house-${id}`).questions.flatMap((question) =>
      ['case', 'recall'].map((kind) => templateKey(question.id, kind, 'en')),
    );
    expect(asked.length).toBeGreaterThan(0);
    for (const key of asked) {
      const mail = templates.find(key);
      expect(mail?.html, key).toContain(line);
      expect(mail?.text.replaceAll(/\s+/g, ' '), key).toContain(line);
    }
    expect(await (await trainer.ask(`/desk/write/${id}/page`)).text()).toContain(line);
  });

  it('it is handed on as a file with the house’s own signature, and never wider than its label', async () => {
    const made = await trainer.ask('/desk/write/shared', { act: 'hand-out', [`piece:${id}`]: 'on', tlp: 'CLEAR' });
    expect(made.headers.get('content-disposition')).toBe('attachment; filename="nodomoto-2026-11-24.shared.json"');
    const { pieces } = JSON.parse(await made.text());
    expect(pieces[0]).toHaveLength(3);
    expect(pieces[0][0].statement).toContain('"tlp":"GREEN"');
  });

  it('an editor may, a trainer of single teams may not', async () => {
    const { db } = open.app.store;
    const team = { name: 'Pumps', zone: 'Etc/UTC', mail_time: '08:00', created_at: now };
    const { id: team_id } = await db.insertInto('team').values(team).returning('id').executeTakeFirstOrThrow();
    await db.insertInto('team_trainer').values({ team_id, email: tara }).execute();
    const ofTeam = await signInOverHttp(url, open.received, tara);
    expect((await ofTeam.ask('/desk/write/shared')).status).toBe(303);
    const refused = await send('look', {}, ofTeam);
    expect(await refused.text()).not.toContain('association');
  });
});
