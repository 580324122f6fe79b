import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signToken } from '#server/answers/token.ts';
import { keyringOf } from '#server/keys/keyring.ts';
import { aStore } from '#testing/a-database.ts';
import { aLog } from '#testing/a-log.ts';
import { anAskedLink } from '#testing/a-signed-in-trainer.ts';
import { redact } from './redact.ts';

const quotedAddress = fc
  .tuple(fc.stringMatching(/^[a-z .]{1,20}$/), fc.domain())
  .map(([name, domain]) => `"${name}"@${domain}`);
const anAddress = fc.oneof(fc.emailAddress(), quotedAddress, fc.emailAddress().map(encodeURIComponent));

const aSignedToken = fc
  .record({
    purpose: fc.constantFrom('nudge' as const, 'unsubscribe' as const),
    id: fc.nat(),
    key: fc.constantFrom(null, 'zL0v7'),
    expiresAt: fc.integer({ min: 0, max: 4e12 }),
  })
  .map(({ purpose, id, key, expiresAt }) =>
    signToken(keyringOf('a secret of more than thirty-two characters', []), purpose, { id, key }, expiresAt),
  );
const aSignInToken = fc
  .uint8Array({ minLength: 24, maxLength: 24 })
  .map((bytes) => Buffer.from(bytes).toString('base64url'))
  .filter((token) => /[a-z]/.test(token) && /[A-Z]/.test(token));

/** Where a mail server or a page may put such a thing. */
const aPlace = fc.constantFrom<(secret: string) => string>(
  (secret) => secret,
  (secret) => `550 5.1.1 <${secret}>: no such user`,
  (secret) => `http://localhost:4321/n/${secret}/preferences?from=mail`,
  (secret) => `https://elsewhere.example/?back=${encodeURIComponent(`/desk/enter/${secret}`)}`,
  (secret) => `Cookie: session=${secret}; language=en`,
  (secret) => `first line\nto ${secret}, and more`,
  (secret) => JSON.stringify({ to: secret }),
);

const aSecret = fc.oneof(anAddress, aSignedToken, aSignInToken);

/** Every place of an error: what it says, its causes, its fields, the names of fields, errors within and beside it. */
function errorWith(said: string): Error {
  const cause = Object.assign(new Error(said, { cause: new Error(said) }), { rejected: [said] });
  const beside = new AggregateError([new Error(said)], said);
  return Object.assign(new Error(said, { cause }), { recipient: said, deep: { within: { [said]: said } }, beside });
}

test('no address and no token reaches a line, wherever it stood', () => {
  fc.assert(
    fc.property(aSecret, aPlace, (secret, place) => {
      const { log, text } = aLog();
      const said = place(secret);
      log.tell('request-failed', { id: '7f3a', method: 'GET', route: '/n/[token]', err: errorWith(said) });
      log.tell('planning-failed', { err: said });
      log.tell('message-deferred', {
        message: 1,
        person: 2,
        purpose: 'nudge',
        attempt: 1,
        trouble: null,
        reply: said,
      });
      for (const form of [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
        expect(text()).not.toContain(form);
    }),
    { numRuns: 1000 },
  );
});

test('what is taken out leaves a word, and the rest stays as it was', () => {
  const token = signToken(keyringOf('secret', []), 'nudge', { id: 7, key: null }, 1_800_000_000_000);
  expect(redact('550 5.1.1 <mei@kazehaya.example>: no such user')).toBe('550 5.1.1 <address>: no such user');
  expect(redact('Write to mei.ono+work@kazehaya.example.')).toBe('Write to <address>.');
  expect(redact(`GET /n/${token}/preferences`)).toBe('GET /n/<token>/preferences');
  expect(redact('smtp://nudge:secret@mail.example:587')).toBe('smtp://nudge:<address>:587');
});

test('the token of a sign-in mail is known when it is seen', async () => {
  const db = await aStore();
  const trainer = 'trainer@kazehaya.example';
  await anAskedLink(db, trainer, 0, 'a browser');
  const { letter } = await db.selectFrom('message').select('letter').executeTakeFirstOrThrow();
  expect(letter).toMatch(/\/desk\/enter\/[\w-]{32}/);
  expect(redact(letter ?? '')).not.toMatch(/\/desk\/enter\/[\w-]{32}/);
});

test('a trace and the names of cases and lessons can still be read', () => {
  const plain = [
    'at file:///app/node_modules/@astrojs/node/dist/serve-app.js:61:17',
    'Error: no\n    at async callComponentAsTemplateResultOrResponse (file:///app/dist/server/chunks/sequence.mjs:1954:30)',
    'suez-grounding-2021-and-everything-after/know-your-straits',
    'connect ECONNREFUSED 127.0.0.1:9',
    'paid 3 @ 4 each',
  ];
  for (const text of plain) expect(redact(text)).toBe(text);
});
