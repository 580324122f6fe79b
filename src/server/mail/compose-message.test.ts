import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { aMailServer } from '#testing/a-mail-server.ts';
import { aManner } from '#testing/a-manner.ts';
import { composeMessage, type Letter, sha256 } from './compose-message.ts';
import { openSmtpTransport } from './transport.ts';

const letter: Letter = {
  from: 'Nodomoto <nudge@nodomoto.example>',
  to: { name: 'Mei', address: 'mei@kazehaya.example' },
  subject: 'A plant is gone',
  text: 'A plant is gone.',
  html: '<p>A plant is gone.</p>',
  messageId: '<0123456789abcdef@nodomoto.example>',
  date: Date.parse('2026-11-24T08:30:00Z'),
};

/** Texts with every kind of line end, and lines that begin as lines of a mail do not. */
const pieces = fc.constantFrom(
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '.',
  '..\n',
  '\n.\n',
  'From now on ',
  '\nFrom ',
  'Subject: x',
  '供給網',
  'é',
  ' \n',
  '=',
  '-- ',
);
const texts = fc
  .array(fc.oneof(pieces, fc.lorem({ maxCount: 40 })), { minLength: 1, maxLength: 30 })
  .map((parts) => `A${parts.join('')}`);

const lines = (raw: Buffer) => raw.toString('latin1').split('\r\n');

test('whatever it says, every line ends in CRLF, none has more than 78 octets, and none begins with "From "', async () => {
  await fc.assert(
    fc.asyncProperty(texts, texts, async (text, html) => {
      const raw = await composeMessage({ ...letter, text, html });
      expect(raw.toString('latin1')).toMatch(/\r\n$/);
      for (const line of lines(raw)) expect(line).toMatch(/^(?!From )[\t\x20-\x7e]{0,78}$/);
    }),
  );
});

test('whatever it says, its reader reads the same', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const raw = await composeMessage({ ...letter, text, html: text });
      const read = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
      const unix = text.replace(/\r\n?/g, '\n');
      expect([read.text?.trimEnd(), String(read.html).trimEnd()]).toEqual([unix.trimEnd(), unix.trimEnd()]);
    }),
  );
});

test('the bytes that are kept are those that a mail server receives', async () => {
  const server = await aMailServer();
  const transport = openSmtpTransport(server.smtpUrl, aManner());
  const kept = [];
  for (const text of [
    'One line.',
    'Two\nlines,\r\nor\rfour.\n',
    '.\n..\n.From\nFrom here\n',
    '供給網\n'.repeat(40),
    'x'.repeat(2000),
  ]) {
    const raw = await composeMessage({ ...letter, text, html: `<p>\n${text}</p>` });
    kept.push(sha256(raw));
    await transport.deliver({ from: 'nudge@nodomoto.example', to: letter.to.address }, raw);
  }
  transport.close();
  expect(server.received.map((body) => sha256(Buffer.from(body)))).toEqual(kept);
});

test('whatever somebody is called, the mail is for one address, and has the headers of any other', async () => {
  const names = fc.array(
    fc.oneof(
      fc.string({
        unit: fc.constantFrom('a', 'é', '渡', '\u{1f527}', '\u0301', '\0', '\t', '\u2028', '\x7f', '\\', ';', '@'),
      }),
      fc.constantFrom('\r\nBcc: x@y.example', '"', ',', '<a@b.example>', '=?utf-8?Q?=0D=0A?=', ' ', '\u202e'),
    ),
  );
  const usual = (await composeMessage(letter)).toString('latin1').match(/^[\w-]+(?=: )/gm);
  await fc.assert(
    fc.asyncProperty(names, async (parts) => {
      const raw = await composeMessage({ ...letter, to: { ...letter.to, name: parts.join('') } });
      const { to } = await simpleParser(raw);
      expect(raw.toString('latin1').match(/^[\w-]+(?=: )/gm)).toEqual(usual);
      expect([to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address))).toEqual([
        letter.to.address,
      ]);
      for (const line of lines(raw)) expect(line).toMatch(/^[\t\x20-\x7e]{0,998}$/);
    }),
  );
});
