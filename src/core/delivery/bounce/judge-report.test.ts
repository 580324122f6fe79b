import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBlocks, readHeader } from './fields.ts';
import { judgeReport } from './judge-report.ts';
import { type Report, reportVerdicts } from './report.ts';

const reader = 'mei@kazehaya.example';

/** A report from a server, with what a test says of it. */
function aReport({
  fields,
  text = '',
  header = '',
  sender = '',
}: Partial<Record<'fields' | 'text' | 'header' | 'sender', string>>): Report {
  const delivery = fields === undefined ? null : readBlocks(`Reporting-MTA: dns; mx.example\n\n${fields}`);
  return { sender, header: readHeader(header), text, delivery, disposition: null, feedback: null };
}

function failed(address: string, status: string, diagnostic?: string): string {
  const said = diagnostic === undefined ? '' : `\nDiagnostic-Code: smtp; ${diagnostic}`;
  return `Final-Recipient: rfc822; ${address}\nAction: failed\nStatus: ${status}${said}\n\n`;
}

test.each([
  ['5.0.0', '550 5.1.1 unknown', 'hard', 'the code of the reply goes before a status that names a class'],
  ['5.1.1', '552 5.2.2 full', 'soft', 'and before one that says something else'],
  ['5.7.1', '550 5.7.1 see https://x.example/5.1.1', 'policy', 'a link further on holds other codes'],
  ['4.1.1', '550 5.1.1 unknown', 'soft', 'given up, but told as for now'],
  ['4.4.7', '450 4.2.1 busy', 'soft', 'given up'],
  ['5.4.7', '550 5.1.1 expired', 'soft', 'given up, told as for good'],
  ['5.0.0', '450 busy', 'soft', 'a reply for now outweighs the class of the status'],
  ['5.1.1', '550 no', 'hard', 'a status that says something is believed'],
  ['5.1.1', '550 blocked by our spam filter', 'policy', 'unless the reply says otherwise: sendmail guesses'],
  ['5.0.0', '550 blocked by our spam filter', 'policy', 'words blame nobody'],
  ['5.0.0', '550 no', 'policy', 'nor does a bare code of which nobody knows the place'],
  ['5.1.8', '550 5.1.8 bad sender', 'policy', 'a bad sender is ours'],
  ['4.7.1', '450 4.7.1 too many from you', 'policy', 'not wanted just now is no fault of the address'],
  ['5.2.3', '552 5.2.3 too big', 'policy', 'nor is the size of our mail'],
] as const)('status %s with "%s" is %s: %s', (status, diagnostic, verdict, _why) => {
  expect(judgeReport(aReport({ fields: failed(reader, status, diagnostic) }), reader)).toMatchObject({ verdict });
});

test.each(['MAIL FROM', 'EHLO', 'AUTH'])('what was said to %s blames no address, whatever its code', (command) => {
  const text = `<${reader}>: host mx.example[192.0.2.1] said: 550 5.1.1 unknown\n    address (in reply to ${command} command)`;
  const report = aReport({ fields: failed(reader, '5.1.1', '550 5.1.1 unknown address'), text });
  expect(judgeReport(report, reader)).toMatchObject({ verdict: 'policy' });
});

test('a bare code blames the address where the recipient was refused, and nobody after the mail was seen', () => {
  const said = (place: string) =>
    aReport({
      fields: failed(reader, '5.0.0', '550 no'),
      text: `<${reader}>: host mx.example said: 550 no (in reply to ${place} command)`,
    });
  expect(judgeReport(said('RCPT TO'), reader)).toMatchObject({ verdict: 'hard' });
  expect(judgeReport(said('end of DATA'), reader)).toMatchObject({ verdict: 'policy' });
});

test('of two recipients each has its own verdict, and a reader who is forwarded to both the milder one', () => {
  const fields =
    failed('a@far.example', '5.1.1', '550 5.1.1 <a@far.example> unknown') +
    failed('b@far.example', '5.2.2', '552 5.2.2 full');
  const verdictFor = (address: string) => judgeReport(aReport({ fields }), address).verdict;
  expect(['a@far.example', 'b@far.example', reader].map(verdictFor)).toEqual(['hard', 'soft', 'soft']);
});

test('a mail that one of several got is no failure', () => {
  const relayed =
    'Final-Recipient: rfc822; b@far.example\nAction: relayed (to non-DSN-aware mailer)\nStatus: 2.1.5\n\n';
  const fields = failed('a@far.example', '5.1.1', '550 5.1.1 unknown') + relayed;
  expect(judgeReport(aReport({ fields }), reader)).toMatchObject({ verdict: 'relayed' });
});

test('a report without a reason is left to be read', () => {
  expect(judgeReport(aReport({ fields: failed(reader, '5.0.0') }), reader)).toMatchObject({ verdict: 'unreadable' });
  expect(judgeReport(aReport({ text: 'Something went wrong.' }), reader)).toMatchObject({ verdict: 'unreadable' });
});

test('whoever answers under a name of their own, or says that it is an answer, reports nothing', () => {
  const text = 'I am away. User unknown, mailbox full, 550 5.1.1';
  expect(judgeReport(aReport({ text, sender: reader }), reader)).toMatchObject({ verdict: 'auto-reply' });
  expect(judgeReport(aReport({ text, header: 'Auto-Submitted: auto-replied' }), reader)).toMatchObject({
    verdict: 'auto-reply',
  });
  const unknownSender = { ...aReport({ text, header: `From: Mei <${reader}>` }), sender: null };
  expect(judgeReport(unknownSender, reader)).toMatchObject({ verdict: 'auto-reply' });
});

test('what stands in the returned mail is not what its server says', () => {
  const text = 'Could not deliver.\n\nMessage headers follow.\n\nSubject: 550 5.1.1 user unknown';
  expect(judgeReport(aReport({ text }), reader)).toMatchObject({ verdict: 'unreadable' });
});

test('any text at all comes to one of the verdicts, and nothing but a failed delivery is hard', () => {
  const part = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.constantFrom('Action: failed', 'Status: 5.1.1', '550 5.1.1 x', '', ' '),
  );
  const text = fc.array(part, { maxLength: 30 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, fc.boolean(), (fields, words, isReport) => {
      const { verdict } = judgeReport(aReport({ text: words, ...(isReport ? { fields } : {}) }), reader);
      expect(reportVerdicts).toContain(verdict);
      if (verdict === 'hard') expect(`${fields}${words}`).toMatch(/5\d\d|5\.\d|unknown|not/i);
    }),
  );
});
