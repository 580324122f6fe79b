import { expect, test } from 'vitest';
import { readPiece, withdrawPiece } from '#server/pieces/piece-store.ts';
import { aCaseInFiles, aSharingHouse, aSharingKey, type SharingHouse } from '#testing/a-sharing-house.ts';
import { exportPieces } from './export-pieces.ts';
import { readAllReceived, readPassages } from './received-store.ts';
import { distrustSender } from './sender-store.ts';
import { digestOf, signStatement } from './sign-statement.ts';

const now = Date.UTC(2026, 10, 30);
const day = 86_400_000;

/** A firm, the association that passes on, and another firm that knows the association alone. */
async function threeHouses() {
  const [firm, association, other] = [
    await aSharingHouse('Hoshino'),
    await aSharingHouse('PartsAssociation'),
    await aSharingHouse('Kazehaya'),
  ];
  await association.trusts(firm, 'Hoshino Metals', now);
  await other.trusts(association, 'the parts association', now);
  await firm.publishes('valve-fire-2021');
  return { firm, association, other };
}

async function onlyLine(house: SharingHouse, file: Uint8Array) {
  const seen = await house.looksAt(file);
  if (!seen.ok) throw new Error(seen.reason);
  return seen.lines[0];
}

const text = (file: Uint8Array) => Buffer.from(file).toString('utf8');

test('a case goes from a firm to its association and on to a firm that knows only the association, word for word and with its label', async () => {
  const { firm, association, other } = await threeHouses();
  const file = await firm.handsOut(['valve-fire-2021'], 'GREEN', now);
  expect((await onlyLine(association, file))?.verdict).toBe('new');
  await association.takesIn(file, now);
  const passed = await association.handsOut(['valve-fire-2021'], 'CLEAR', now + day);
  const taken = await other.takesIn(passed, now + day);
  expect(taken).toMatchObject({ ok: true, lines: [{ verdict: 'new', faults: 0, leftOut: [] }] });
  expect((await readPassages(other.db)).get('valve-fire-2021')).toEqual({
    from: 'Hoshino',
    through: ['the parts association'],
    tlp: 'GREEN',
  });
  const [sent, came] = [await readPiece(firm.db, 'valve-fire-2021'), await readPiece(other.db, 'valve-fire-2021')];
  expect(came?.typed).toEqual(sent?.typed);
  expect(came?.published, 'nobody is mailed before somebody publishes it').toBeNull();
});

test('nothing of a file is shown before the key of whoever sent it was compared', async () => {
  const { firm, other } = await threeHouses();
  const file = await firm.handsOut(['valve-fire-2021'], 'GREEN', now);
  expect(await other.looksAt(file)).toEqual({ ok: false, reason: 'untrusted', fingerprints: [firm.fingerprint] });
  expect(await other.takesIn(file, now)).toMatchObject({ ok: false, reason: 'untrusted' });
  expect(await readAllReceived(other.db)).toEqual([]);
});

test('once trust is withdrawn nothing of theirs is taken in or passed on, through whosever hands it came', async () => {
  const { firm, association, other } = await threeHouses();
  const file = await firm.handsOut(['valve-fire-2021'], 'GREEN', now);
  await association.takesIn(file, now);
  const passed = await association.handsOut(['valve-fire-2021'], 'GREEN', now);
  await distrustSender(association.db, firm.fingerprint, 'ana@x.example', now);
  expect(await association.looksAt(file)).toEqual({ ok: false, reason: 'distrusted', name: 'Hoshino Metals' });
  const again = await exportPieces(association.db, association.sharer, ['valve-fire-2021'], 'GREEN', 'ana', now);
  expect(again).toEqual({ ok: false, refused: { piece: 'valve-fire-2021', reason: 'distrusted' } });
  await other.trusts(firm, 'Hoshino', now);
  await distrustSender(other.db, firm.fingerprint, 'ana@x.example', now);
  expect(await other.looksAt(passed)).toMatchObject({ ok: false, reason: 'distrusted' });
});

test('one letter changed anywhere in what was signed is refused, and the piece is named', async () => {
  const { firm, association } = await threeHouses();
  const file = text(await firm.handsOut(['valve-fire-2021'], 'GREEN', now));
  const { pieces } = JSON.parse(file);
  const { statement } = pieces[0][0];
  for (const [from, to] of [
    ['GREEN', 'CLEAR'],
    ['2018', '2019'],
    ['"version":1', '"version":2'],
    ['chicken', 'chickem'],
    ['Hoshino', 'Hoshina'],
  ] as const) {
    expect(statement, from).toContain(from);
    pieces[0][0] = { ...pieces[0][0], statement: statement.replace(from, to) };
    const changed = Buffer.from(JSON.stringify({ ...JSON.parse(file), pieces }));
    expect(await association.looksAt(changed), from).toEqual({
      ok: false,
      reason: 'refused',
      refused: { reason: 'changed', piece: 'valve-fire-2021' },
    });
  }
});

test('whoever passes a piece on vouches for that piece and no other', async () => {
  const { firm, association, other } = await threeHouses();
  await firm.publishes('dock-strike-2020');
  const file = await firm.handsOut(['valve-fire-2021', 'dock-strike-2020'], 'GREEN', now);
  await association.takesIn(file, now);
  const passed = JSON.parse(text(await association.handsOut(['valve-fire-2021'], 'GREEN', now)));
  const [, second] = JSON.parse(text(file)).pieces;
  const swapped = { ...passed, pieces: [[second[0], passed.pieces[0][1]]] };
  expect(await other.looksAt(Buffer.from(JSON.stringify(swapped)))).toMatchObject({
    refused: { reason: 'broken-chain', piece: 'dock-strike-2020' },
  });
});

test('a newer version takes the place of the older and says what changed; the older file then changes nothing', async () => {
  const { firm, association } = await threeHouses();
  const first = await firm.handsOut(['valve-fire-2021'], 'GREEN', now);
  await association.takesIn(first, now);
  await firm.publishes('valve-fire-2021', { title: 'The valve fire, told again' });
  const second = await firm.handsOut(['valve-fire-2021'], 'GREEN', now + day);
  expect(await onlyLine(association, second)).toMatchObject({ verdict: 'newer', changed: ['title'] });
  await association.takesIn(second, now + day);
  const held = await readPiece(association.db, 'valve-fire-2021');
  expect(held).toMatchObject({ version: 2, typed: { title: 'The valve fire, told again' } });
  expect((await onlyLine(association, first))?.verdict).toBe('older');
  await association.takesIn(first, now + 2 * day);
  expect(await readPiece(association.db, 'valve-fire-2021')).toEqual(held);
});

test('what its source takes back is told down the whole chain, and an old file does not bring it back', async () => {
  const { firm, association, other } = await threeHouses();
  const first = await firm.handsOut(['valve-fire-2021'], 'GREEN', now);
  await association.takesIn(first, now);
  const passed = await association.handsOut(['valve-fire-2021'], 'GREEN', now);
  await other.takesIn(passed, now);
  await withdrawPiece(firm.db, 'valve-fire-2021', now + day);
  await association.takesIn(await firm.handsOut(['valve-fire-2021'], 'GREEN', now + day), now + day);
  const back = await association.handsOut(['valve-fire-2021'], 'GREEN', now + day);
  expect(await other.takesIn(back, now + 2 * day)).toMatchObject({ lines: [{ verdict: 'withdrawn' }] });
  const [received] = await readAllReceived(other.db);
  expect(received?.withdrawnAt).toBe(now + 2 * day);
  expect((await onlyLine(other, passed))?.verdict).toBe('older');
});

test('what never was published, or never existed, is not handed out', async () => {
  const { firm } = await threeHouses();
  await withdrawPiece(firm.db, 'valve-fire-2021', now);
  const refusal = (id: string) => exportPieces(firm.db, firm.sharer, [id], 'GREEN', 'ana', now);
  expect(await refusal('valve-fire-2021')).toMatchObject({ refused: { reason: 'not-published' } });
  expect(await refusal('no-such')).toMatchObject({ refused: { reason: 'unknown' } });
});

test('what comes under AMBER or RED is kept and passed on to nobody, and whoever did is refused', async () => {
  const { association, other } = await threeHouses();
  const stranger = { organisation: 'Minato', key: aSharingKey() };
  for (const [index, tlp] of (['AMBER', 'AMBER+STRICT', 'RED'] as const).entries()) {
    const name = `secret-${index}`;
    const by = { organisation: association.sharer.organisation, key: association.sharer.key.publicKey };
    const piece = { kind: 'case', name, version: 1, title: 'A secret' };
    const at = new Date(now).toISOString();
    const wrote = signStatement({ act: 'wrote', by, at, tlp, piece, files: aCaseInFiles() }, association.sharer.key);
    const file = (shared: unknown[]) => Buffer.from(JSON.stringify({ format: 'nodomoto-shared/1', pieces: [shared] }));
    expect(await other.takesIn(file([wrote]), now)).toMatchObject({ lines: [{ verdict: 'new', passage: { tlp } }] });
    expect(await exportPieces(other.db, other.sharer, [name], 'CLEAR', 'ana', now)).toEqual({
      ok: false,
      refused: { piece: name, reason: 'label' },
    });
    const minato = { organisation: stranger.organisation, key: stranger.key.publicKey };
    const on = signStatement({ act: 'passed-on', by: minato, at, of: digestOf(wrote) }, stranger.key);
    expect(await other.looksAt(file([wrote, on])), tlp).toMatchObject({
      refused: { reason: 'not-to-be-passed-on', piece: name },
    });
  }
});

test('a house’s own piece that comes back is known as its own, and two pieces of one name stand beside each other', async () => {
  const { firm, association } = await threeHouses();
  await association.publishes('valve-fire-2021');
  await association.takesIn(await firm.handsOut(['valve-fire-2021'], 'GREEN', now), now);
  const id = `valve-fire-2021-${firm.fingerprint.slice(0, 8)}`;
  expect(await readPiece(association.db, id)).not.toBeNull();
  await firm.trusts(association, 'the association', now);
  const back = await association.handsOut([id], 'GREEN', now);
  expect((await onlyLine(firm, back))?.verdict).toBe('own');
});
