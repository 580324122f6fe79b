import { describe, expect, onTestFinished, test } from 'vitest';
import type { MessageState } from '#core/delivery/message-state.ts';
import { openSmtpTransport } from '#server/mail/transport.ts';
import type { Manner } from '#testing/a-mail-server.ts';
import { aManner } from '#testing/a-manner.ts';
import { aMessage } from '#testing/a-message.ts';
import { aSender, start } from '#testing/a-sender.ts';
import { readBreaker } from './breaker-store.ts';
import { sendDue } from './send-due.ts';
import { suppressionOf } from './suppression.ts';

type Moment = Extract<Manner, { at: string }>['at'];

/** What becomes of a mail; `refused`: it failed, and its address gets no other; `held back`: no other mail goes either. */
type Fate = Extract<MessageState, 'accepted' | 'deferred' | 'failed'> | 'refused' | 'held back';

type Row = { at: Moment; reply: string; one: Fate | null; all: Fate };

/** `one`: said of one recipient among others, `null` where no server can. `all`: said of each of twenty-five. */
const matrix: readonly Row[] = [
  { at: 'greeting', reply: '421 4.3.2 not now', one: null, all: 'held back' },
  { at: 'greeting', reply: '554 5.7.1 no service for you', one: null, all: 'held back' },
  { at: 'MAIL', reply: '550 5.7.1 sender refused', one: null, all: 'held back' },
  { at: 'MAIL', reply: '550 5.1.1 unknown', one: null, all: 'held back' },
  { at: 'MAIL', reply: '530 5.7.0 log in first', one: null, all: 'held back' },
  { at: 'RCPT', reply: '450 4.2.1 busy', one: 'deferred', all: 'deferred' },
  { at: 'RCPT', reply: '452 4.2.2 full', one: 'deferred', all: 'deferred' },
  { at: 'RCPT', reply: '550 5.1.1 no such user', one: 'refused', all: 'held back' },
  { at: 'RCPT', reply: '550 no such user', one: 'refused', all: 'held back' },
  { at: 'RCPT', reply: '552 5.2.2 full', one: 'failed', all: 'failed' },
  { at: 'RCPT', reply: '550 5.7.1 see https://x.example/5.1.1', one: 'failed', all: 'failed' },
  { at: 'RCPT', reply: '554 5.7.1 relay access denied', one: 'held back', all: 'held back' },
  { at: 'RCPT', reply: '530 5.7.0 log in first', one: 'held back', all: 'held back' },
  { at: 'the dot', reply: '451 4.3.0 later', one: 'deferred', all: 'deferred' },
  { at: 'the dot', reply: '550 5.7.1 spam', one: 'failed', all: 'failed' },
  { at: 'the dot', reply: '552 5.3.4 too large', one: 'failed', all: 'failed' },
  { at: 'the dot', reply: '554 5.6.0 unreadable', one: 'failed', all: 'failed' },
  { at: 'the dot', reply: '550 5.1.1 no such user', one: 'refused', all: 'held back' },
];

const odd = 'odd@elsewhere.example';
const bystanders = Array.from({ length: 6 }, (_, index) => `reader${index}@works.example`);
const everybody = Array.from({ length: 25 }, (_, index) => `reader${index}@works.example`);

/** Sends one mail to each address over three connections to a server of that manner, and tells what became of each. */
async function fates(manner: Manner, addresses: readonly string[]): Promise<Map<string, Fate>> {
  const { db, sender, server, state } = await aSender();
  const transport = openSmtpTransport(server.smtpUrl, aManner({ connections: 3 }));
  onTestFinished(() => transport.close());
  server.behave(manner);
  const ids = new Map<string, number>();
  for (const address of addresses) ids.set(address, await aMessage(db, start, { address }));
  await sendDue({ ...sender, transport, connections: 3 });
  const held = (await readBreaker(db)) !== null;
  const told = new Map<string, Fate>();
  for (const [address, id] of ids) {
    const became = await state(id);
    const suppressed = (await suppressionOf(db, address, start)) !== null;
    if (suppressed && became !== 'failed') throw new Error(`${address} is suppressed, and its mail ${became}.`);
    if (became === 'accepted') told.set(address, 'accepted');
    else if (became === 'failed') told.set(address, suppressed ? 'refused' : 'failed');
    else if (held) told.set(address, 'held back');
    else if (became === 'deferred') told.set(address, 'deferred');
    else throw new Error(`${address}: ${became}`);
  }
  return told;
}

describe('said of one recipient', () => {
  test.each(matrix.flatMap(({ one, ...row }) => (one === null ? [] : [{ ...row, one }])))(
    'at $at, "$reply": $one, and the others get their mail unless all is held back',
    async ({ at, reply, one }) => {
      const told = await fates({ at, reply, only: (recipient) => recipient === odd }, [...bystanders, odd]);
      expect(told.get(odd)).toBe(one);
      const mayBefall: readonly Fate[] = one === 'held back' ? ['accepted', 'held back'] : ['accepted'];
      for (const address of bystanders) expect(mayBefall, address).toContain(told.get(address));
    },
  );
});

describe('said of everybody', () => {
  test.each(matrix)('at $at, "$reply": $all', async ({ at, reply, all }) => {
    const told = await fates({ at, reply }, everybody);
    expect(new Set(told.values())).toEqual(new Set([all]));
  });
});
