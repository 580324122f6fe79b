import { generateKeyPairSync } from 'node:crypto';
import { sharedFormat } from '#core/sharing/shared-file.ts';
import type { AppContext } from '#server/app-context.ts';
import { type SharingKey, withPublic } from '#server/keys/sharing-key.ts';
import { fingerprintOf } from '#server/sharing/fingerprint.ts';
import { importShared } from '#server/sharing/import-shared.ts';
import { trustSender } from '#server/sharing/sender-store.ts';
import { digestOf, signStatement } from '#server/sharing/sign-statement.ts';

/** An invented maker of valve seats, and the invented association through which its module came. */
const maker = 'Hoshino Valve Seats';
const association = 'Tokai Parts Association';

/** What one firm made of the library for its own planners, as it would hand it out. */
const moduleText = `title: "When the one supplier stands still"
purpose: "Three rules that a week without valve seats taught our planners, to be gone through before the next typhoon season."
audience: [planner, buyer]
minutes: 20
lessons: [standing-is-not-running, second-source-elsewhere, drawings-for-a-stranger]
`;

/** Lets a visitor see how another firm's module comes in: passed on by an association, as a draft, under TLP:GREEN. */
export async function shareWithKazehaya(
  { store: { db }, catalogue, sharingKey }: AppContext,
  trainer: string,
  now: number,
) {
  const [makerKey, associationKey] = [aKey(), aKey()];
  const at = new Date(now).toISOString();
  const name = 'when-the-one-supplier-stands-still';
  const wrote = signStatement(
    {
      act: 'wrote',
      by: { organisation: maker, key: makerKey.publicKey },
      at,
      tlp: 'GREEN',
      piece: { kind: 'module', name, version: 1, title: 'When the one supplier stands still' },
      files: { [`${name}.yaml`]: moduleText },
    },
    makerKey,
  );
  const passedOn = signStatement(
    {
      act: 'passed-on',
      by: { organisation: association, key: associationKey.publicKey },
      at,
      of: digestOf(wrote),
    },
    associationKey,
  );
  const fingerprint = fingerprintOf(associationKey.publicKey);
  await trustSender(db, { fingerprint, name: association }, trainer, now);
  const file = Buffer.from(JSON.stringify({ format: sharedFormat, pieces: [[wrote, passedOn]] }));
  const taken = await importShared({ db, catalogue, ownKey: sharingKey().publicKey }, file, trainer, now);
  if (!taken.ok) throw new Error(`The demo's shared module is refused: ${JSON.stringify(taken)}`);
}

function aKey(): SharingKey {
  return withPublic(generateKeyPairSync('ed25519').privateKey);
}
