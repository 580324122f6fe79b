import { expect, test } from 'vitest';
import { usualWeights } from '#core/exposure/weights.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { invitationLifeMs, refusalMs } from '#core/suppliers/invitation.ts';
import { signToken } from '#server/answers/token.ts';
import { keyringOf } from '#server/keys/keyring.ts';
import { nobodyIsNew } from '#server/nudges/newcomers.ts';
import { addTeam } from '#server/people/add-team.ts';
import { aCatalogue } from '#testing/a-catalogue.ts';
import { aStore } from '#testing/a-database.ts';
import { acceptInvitation, declineInvitation, openInvitation } from './answer-invitation.ts';
import { draftFrom, readInvitation } from './invitation-draft.ts';
import { inviteSupplier, mostADay, withdrawInvitation } from './invite-supplier.ts';
import { cutInvitations } from './refusals.ts';
import type { SupplierDoor } from './supplier-door.ts';

const now = Date.UTC(2026, 10, 30, 9);
const hana = 'hana@works.example';
const said = {
  firm: 'Kadota',
  contact: 'kaoru@kadota.example',
  language: 'ja',
  zone: 'Asia/Tokyo',
  line: null,
} as const;

async function aDoor(): Promise<SupplierDoor> {
  const db = await aStore();
  return {
    planner: { db, catalogue: aCatalogue(), seed: 's', weights: usualWeights, newcomers: nobodyIsNew },
    keys: keyringOf('a secret of more than thirty-two characters', []),
    siteUrl: 'https://nodomoto.works.example',
    trainers: [hana],
    dataDir: ':memory:',
  };
}

async function anInvited() {
  const door = await aDoor();
  expect(await inviteSupplier(door, said, hana, now)).toMatchObject({ ok: true });
  const row = await door.planner.db.selectFrom('supplier').selectAll().executeTakeFirstOrThrow();
  const token = signToken(door.keys, 'invited', row, now + invitationLifeMs);
  return { door, row, token, db: door.planner.db };
}

test('an invitation is a letter in the reader’s language with one link', async () => {
  const { db } = await anInvited();
  const { letter, purpose } = await db.selectFrom('message').selectAll().executeTakeFirstOrThrow();
  expect(purpose).toBe('invitation');
  expect(letter?.match(/\/invited\/[\w.-]+/g)?.length).toBeGreaterThan(0);
  expect(letter).toContain('ご招待');
});

test('after thirty days it can be answered no more, and whom it went to is forgotten', async () => {
  const { door, row, token, db } = await anInvited();
  const later = now + invitationLifeMs;
  expect(await openInvitation(door, token, later)).toMatchObject({ ok: true, isOpen: false });
  expect(await acceptInvitation(door, row, { mayDecide: true, sharesProgress: false }, later)).toEqual({
    ok: false,
    reason: 'closed',
  });
  await cutInvitations(db, later);
  expect((await db.selectFrom('supplier').select('contact').executeTakeFirstOrThrow()).contact).toBeNull();
});

test('a firm may be called as a team of the house, and stays another', async () => {
  const { door, row, db } = await anInvited();
  await addTeam(db, { name: 'KADOTA', zone: 'Etc/UTC', sector: null, supplier_id: null }, now);
  expect(await acceptInvitation(door, row, { mayDecide: true, sharesProgress: true }, now)).toEqual({ ok: true });
  const teams = await db.selectFrom('team').select(['name', 'supplier_id']).orderBy('id').execute();
  expect(teams).toEqual([
    { name: 'KADOTA', supplier_id: null },
    { name: 'Kadota', supplier_id: row.id },
  ]);
});

test('one of two answers that come at once counts', async () => {
  const { door, row } = await anInvited();
  const acceptance = { mayDecide: true, sharesProgress: false };
  expect(await acceptInvitation(door, row, acceptance, now)).toEqual({ ok: true });
  expect(await declineInvitation(door, row, now)).toBe(false);
  expect(await acceptInvitation(door, row, acceptance, now)).toEqual({ ok: false, reason: 'closed' });
});

test('an address that said no may be asked again after a year', async () => {
  const { door, row, db } = await anInvited();
  expect(await declineInvitation(door, row, now)).toBe(true);
  expect(await inviteSupplier(door, said, hana, now + dayMs)).toEqual({ ok: false, reason: 'refused' });
  const marks = JSON.stringify(await db.selectFrom('invitation_refusal').selectAll().execute());
  expect(marks).not.toContain('kadota');
  expect(await inviteSupplier(door, said, hana, now + refusalMs + 1)).toMatchObject({ ok: true });
});

test('an invitation that is taken back opens nothing, and its mail does not leave', async () => {
  const { door, row, token, db } = await anInvited();
  expect(await withdrawInvitation(db, row.id, now)).toBe(true);
  expect(await openInvitation(door, token, now)).toMatchObject({ ok: true, isOpen: false });
  expect((await db.selectFrom('message').select('state').executeTakeFirstOrThrow()).state).toBe('cancelled');
  expect(await withdrawInvitation(db, row.id, now)).toBe(false);
});

test('so many strangers are written to in a day, and no more', async () => {
  const door = await aDoor();
  for (let one = 0; one < mostADay; one += 1)
    expect(await inviteSupplier(door, { ...said, contact: `a${one}@b.example` }, hana, now)).toMatchObject({
      ok: true,
    });
  expect(await inviteSupplier(door, said, hana, now)).toEqual({ ok: false, reason: 'too-many' });
  expect(await inviteSupplier(door, said, hana, now + dayMs + 1)).toMatchObject({ ok: true });
});

test('a form that cannot be read names each field', () => {
  expect(readInvitation(draftFrom({ firm: ' ', contact: 'nobody', language: 'xx', zone: 'Mars' }))).toEqual({
    ok: false,
    faults: { firm: 'no-firm', contact: 'no-address', language: 'bad-language', zone: 'bad-zone' },
  });
  const read = readInvitation(
    draftFrom({ firm: 'Kadota\r\nBcc: x', contact: 'K@B.example', language: 'en', zone: 'tokyo' }),
  );
  expect(read).toEqual({
    ok: true,
    said: { firm: 'Kadota Bcc: x', contact: 'k@b.example', language: 'en', zone: 'Asia/Tokyo', line: null },
  });
});
