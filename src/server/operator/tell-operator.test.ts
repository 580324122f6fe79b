import { expect, test } from 'vitest';
import { sendDue } from '#server/outbox/send-due.ts';
import { aMailServer, type MailServer } from '#testing/a-mail-server.ts';
import { aMessage, hourMs } from '#testing/a-message.ts';
import { aSender, start } from '#testing/a-sender.ts';
import { type Operator, sendToOperator } from './operator-route.ts';
import { operatorTeller } from './tell-operator.ts';

const minuteMs = 60_000;

/** A sender whose troubles are told over a second mail server. */
async function anOperator(parts: Parameters<typeof aSender>[0] = {}) {
  const made = await aSender(parts);
  const { db, sender, time } = made;
  const relay = await aMailServer();
  const operator: Operator = { email: 'op@firm.example', smtpUrl: relay.smtpUrl };
  let letters = 0;
  const teller = () =>
    operatorTeller({
      db,
      log: sender.log,
      clock: () => time.now,
      siteUrl: 'https://learn.firm.example',
      send: (letter) => {
        letters += 1;
        return sendToOperator(operator, letter, `letter-${letters}`, time.now);
      },
    });
  return { ...made, relay, teller, tell: teller(), tries: () => letters };
}

const subjects = ({ received }: MailServer) => received.map((raw) => /^Subject: (.*(?:\r\n .*)*)/m.exec(raw)?.[1]);

/** The text of a letter, its lines joined. */
function words(raw = ''): string {
  return raw.replaceAll(/=\r\n/g, '').replaceAll('\r\n', ' ');
}

test('an outage is told once, with its words, since when, how many wait, the mend and the command; and its end', async () => {
  const { db, server, sender, time, relay, tell } = await anOperator();
  for (let index = 0; index < 5; index += 1) await aMessage(db, start);
  await tell();
  expect(relay.received, 'nothing is wrong yet').toEqual([]);
  server.behave({ at: 'MAIL', reply: '550 5.7.1 <nudge@firm.example> may not send' });
  await sendDue(sender);
  await tell();
  const [letter] = relay.received;
  expect(letter).toContain('To: op@firm.example');
  expect(words(letter)).toMatch(/Since 2026-11-24 08:00 UTC no mail goes out.*550 5\.7\.1 <address> may not send/);
  expect(words(letter)).toContain('5 mails wait');
  expect(words(letter)).toContain('let us send as MAIL_FROM');
  expect(words(letter)).toContain('npm run nudge -- doctor');
  for (let turn = 0; turn < 3; turn += 1) {
    time.now += 10 * minuteMs;
    await sendDue(sender);
    await tell();
  }
  expect(relay.received, 'not once a try').toHaveLength(1);
  server.behave('accepts');
  time.now += 10 * minuteMs;
  await sendDue(sender);
  await tell();
  await tell();
  expect(subjects(relay)).toEqual(['Nodomoto: no mail goes out (sender)', 'Nodomoto: mail goes again']);
  expect(words(relay.received[1])).toContain('after 40 minutes. 5 mails waited; none does any more.');
});

test('a restart, and another sender on the same store, repeat nothing', async () => {
  const { db, server, sender, relay, tell, teller } = await anOperator();
  await aMessage(db, start);
  server.behave({ at: 'MAIL', reply: '550 5.7.1 no' });
  await sendDue(sender);
  await Promise.all([tell(), teller()()]);
  await teller()();
  expect(relay.received).toHaveLength(1);
});

test('a route that does not work is logged, and tried again after ten minutes; mail to readers goes on', async () => {
  const { db, server, sender, time, relay, tell, tries, logged } = await anOperator({ unknownPolicy: 'hold' });
  await aMessage(db, start);
  server.behave('hangs up after the dot');
  await sendDue(sender);
  relay.behave({ at: 'RCPT', reply: '550 5.7.1 no' });
  await tell();
  await tell();
  expect(tries()).toBe(1);
  expect(logged()).toContainEqual(
    expect.objectContaining({ level: 'error', event: 'operator-not-told', about: 'unknown' }),
  );
  relay.behave('accepts');
  server.behave('accepts');
  await aMessage(db, start);
  expect(await sendDue(sender)).toMatchObject({ accepted: 1 });
  time.now += 10 * minuteMs;
  await tell();
  expect(words(relay.received.at(-1))).toContain('npm run nudge -- held');
  expect(logged()).toContainEqual({ level: 'info', event: 'operator-told', about: 'unknown' });
});

test('a mail that the next round sends once more is no matter for the operator', async () => {
  const { db, server, sender, relay, tell } = await anOperator();
  await aMessage(db, start);
  server.behave('hangs up after the dot');
  await sendDue(sender);
  await tell();
  expect(relay.received).toEqual([]);
  await sendDue(sender);
  await tell();
  expect(subjects(relay)).toEqual(['Nodomoto: 1 mail of unknown fate']);
});

test('refusals for policy are told once they pile up, and again only when there are more and six hours have passed', async () => {
  const { db, server, sender, time, relay, tell } = await anOperator();
  server.behave({ at: 'the dot', reply: '550 5.7.1 looks like spam' });
  const refuse = async (count: number) => {
    for (let index = 0; index < count; index += 1) await aMessage(db, time.now);
    await sendDue(sender);
    await tell();
  };
  await refuse(4);
  expect(relay.received).toEqual([]);
  await refuse(1);
  expect(subjects(relay)).toEqual([expect.stringContaining('5 mails refused')]);
  await refuse(3);
  time.now += 6 * hourMs;
  await tell();
  expect(subjects(relay)).toHaveLength(2);
  expect(words(relay.received[1])).toContain('refused 8 mails');
});
