import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTrouble, judgeReply, type Phase, phases, type Verdict } from './judge-reply.ts';

const table: readonly (readonly [phase: Phase, reply: string, verdict: Verdict])[] = [
  ['recipient', '550 5.1.1 no such user', 'recipient'],
  ['recipient', '550-5.1.1 The account does not exist.\n550 5.1.1 https://support.example/?p=NoSuchUser', 'recipient'],
  ['recipient', '550 5.1.2 bad host', 'recipient'],
  ['recipient', '501 5.1.3 bad syntax', 'recipient'],
  ['recipient', '550 5.1.6 moved', 'recipient'],
  ['recipient', '556 5.1.10 null MX', 'recipient'],
  ['recipient', '550 5.2.1 mailbox disabled', 'recipient'],
  ['recipient', '550 5.1.1 <a@b.example>: User unknown in relay recipient table', 'recipient'],
  ['recipient', '550 no such user here', 'recipient'],
  ['recipient', '551 user not local', 'recipient'],
  ['recipient', '556 Host does not accept mail: MX 0 .', 'recipient'],
  ['recipient', '553 mailbox name not allowed', 'recipient'],
  ['recipient', '550 unrouteable address, says relay.example.org', 'recipient'],
  ['dot', '550 5.1.1 no such user', 'recipient'],

  ['recipient', '550 5.7.1 blocked, see https://x.example/5.1.1', 'message'],
  ['recipient', '550 5.7.1 not wanted', 'message'],
  ['recipient', '552 5.2.2 mailbox full', 'message'],
  ['recipient', '550 5.1.11 a code nobody knows', 'message'],
  ['recipient', '552 too much', 'message'],
  ['recipient', '550 blocked: listed as spam', 'message'],
  ['data', '550 5.1.1 no valid recipients', 'message'],
  ['data', '554 no', 'message'],
  ['dot', '550 no', 'message'],
  ['dot', '554 5.6.0 broken MIME', 'message'],
  ['dot', '552 5.3.4 too big', 'message'],
  ['dot', '554 5.7.1 looks like spam', 'message'],

  ['sender', '550 5.1.1 no such user', 'sender'],
  ['sender', '550 5.7.1 you may not send as this', 'sender'],
  ['sender', '451 4.3.0 later', 'sender'],
  ['sender', '421 4.7.0 too much, goodbye', 'connection'],
  // Postfix says what it thinks of the sender only when it is told the recipient.
  ['recipient', '553 5.7.1 <n@b.example>: Sender address rejected: not owned by user n', 'sender'],
  ['recipient', '550 5.1.8 <n@b.example>: Domain not found', 'sender'],
  ['recipient', '450 4.1.8 <n@b.example>: Domain not found', 'sender'],
  ['recipient', '550 Sender verify failed', 'sender'],

  ['recipient', '550 relaying denied', 'relay'],
  ['recipient', '550 relay not permitted', 'relay'],
  ['recipient', '554 5.7.1 <a@b.example>: Relay access denied', 'relay'],
  ['recipient', '454 4.7.1 <a@b.example>: Relay access denied', 'relay'],
  ['recipient', '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain', 'relay'],
  ['recipient', '554 5.7.1 <unknown[10.0.0.7]>: Client host rejected: Access denied', 'relay'],
  ['recipient', '530 5.7.0 Must issue a STARTTLS command first', 'relay'],
  ['recipient', '550 authentication required', 'relay'],
  ['data', '530 5.7.57 Client not authenticated', 'relay'],
  ['dot', '454 4.7.0 Temporary authentication failure', 'relay'],

  ['recipient', '451 4.7.1 greylisted, try later', 'later'],
  ['recipient', '450 4.1.1 perhaps no such user', 'later'],
  ['dot', '451 4.3.0 busy', 'later'],
  ['recipient', '421 too many errors', 'later'],

  ['connect', '554 5.7.1 no mail from you', 'connection'],
  ['connect', '550 5.1.1 no such user', 'connection'],
  ['tls', '454 4.7.0 TLS not available', 'tls'],
  ['login', '535 5.7.8 bad password', 'login'],
  ['login', '454 4.7.0 Temporary authentication failure', 'login'],
];

test.each(table)('at %s “%s” is about: %3$s', (phase, reply, verdict) => {
  expect(judgeReply(phase, reply)).toBe(verdict);
});

test('only a refusal of the recipient or of the whole mail can blame an address, whatever is said elsewhere', () => {
  const reply = fc
    .tuple(fc.constantFrom(550, 551, 553, 554), fc.constantFrom('5.1.1 ', '5.2.1 ', '5.1.10 ', ''), fc.string())
    .map(([status, code, words]) => `${status} ${code}${words}`);
  fc.assert(
    fc.property(fc.constantFrom(...phases), reply, (phase, said) => {
      if (judgeReply(phase, said) === 'recipient') expect(['recipient', 'dot']).toContain(phase);
    }),
  );
});

test('no code that stands later in a reply blames an address', () => {
  fc.assert(
    fc.property(fc.constantFrom('recipient', 'dot'), fc.string(), (phase, words) => {
      expect(judgeReply(phase, `550 5.7.1 ${words} 5.1.1\n550 5.1.1 ${words}`)).not.toBe('recipient');
    }),
  );
});

test('what is wrong with the connection, the login, the sender or relaying troubles every mail; the rest one mail', () => {
  const verdicts = [...new Set(table.map(([, , verdict]) => verdict))];
  expect(verdicts.filter(isTrouble).sort()).toEqual(['connection', 'login', 'relay', 'sender', 'tls']);
});
