import { headerValue, type MailHeader, type ReadMail } from '../read-mail.ts';
import { faultIf, found, isLetter, type MailRule } from './mail-rule.ts';

const once = ['From', 'To', 'Subject', 'Date', 'Message-ID', 'MIME-Version', 'Content-Type'];
const ofEvery = [...once, 'Auto-Submitted', 'X-Auto-Response-Suppress'];
const ofNudges = ['List-Unsubscribe', 'List-Unsubscribe-Post', 'List-ID'];

/** Those that some mails have: the relay's own signing may come before ours. */
const ofSome = ['Precedence', 'DKIM-Signature', 'Reply-To'];

const count = ({ headers }: ReadMail, name: string) => headers.filter((header) => header.name === name).length;
const encodedWords = /=\?utf-8\?([QB])\?([^?]*)\?=/gi;

/** Text that encoded words spell although a header could hold it as it is. */
function needlesslyEncoded({ value }: MailHeader): boolean {
  const words = [...value.matchAll(encodedWords)];
  const spelt = words.map(([, form, text = '']) =>
    form?.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64').toString('latin1')
      : text.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
  return words.length > 0 && !/[^\x20-\x7e]/.test(spelt.join(''));
}

/** Where base64 is the shorter form. */
const isForeign = (text: string) => found(text, /[^\0-\x7f]/g).length > text.length * 0.06;

export const headerRules: readonly MailRule[] = [
  {
    name: 'MISSING_DATE, MISSING_MID, MISSING_SUBJECT, MISSING_FROM, MISSING_TO, MISSING_MIME_VERSION',
    why: 'Exactly one each, or programs differ in which they believe.',
    source: 'RFC 5322 3.6; RFC 2045 4; SA, R MULTIPLE_UNIQUE_HEADERS',
    faults: (mail) => ofEvery.filter((name) => count(mail, name) !== 1),
    spoiling: { in: 'wire', find: /^Date: .*\r\n/m, put: '' },
  },
  {
    name: 'a nudge can be left with one click, a letter has no list',
    why: 'Gmail and Yahoo show their own button for it; with a sign-in letter it would be a lie.',
    source: 'RFC 8058; RFC 2919; Gmail and Yahoo rules for senders of February 2024; R HAS_LIST_UNSUB',
    faults: (mail) => [
      ...ofNudges.filter((name) => count(mail, name) !== (isLetter(mail) ? 0 : 1)),
      ...(isLetter(mail)
        ? []
        : [
            ...faultIf(
              !/^<https:\/\/[\w.-]+\/u\/[\w.-]+>$/.test(headerValue(mail.headers, 'List-Unsubscribe')),
              'its address',
            ),
            ...faultIf(headerValue(mail.headers, 'List-Unsubscribe-Post') !== 'List-Unsubscribe=One-Click', 'its post'),
            ...faultIf(!/^[\w ]+ <[\w.-]+>$/.test(headerValue(mail.headers, 'List-ID')), 'its id'),
          ]),
    ],
    spoiling: { in: 'wire', find: /One-Click/, put: 'Two-Clicks' },
  },
  {
    name: 'no header that we do not write',
    why: 'A name with a line break in it could add one.',
    source: 'CWE-93; SA, R: forged headers',
    faults: ({ headers }) =>
      headers.map(({ name }) => name).filter((name) => ![...ofEvery, ...ofNudges, ...ofSome].includes(name)),
    spoiling: { in: 'wire', find: /^Subject:/m, put: 'Bcc: other@example.org\r\nSubject:' },
  },
  {
    name: 'one reader, by one address',
    why: 'A comma in a name could make two of one.',
    source: 'RFC 5322 3.4; R RCPT_COUNT_ONE, SA TO_MALFORMED',
    faults: ({ to }) =>
      faultIf(to.length !== 1 || !/^\w[\w.]*@your-company\.com$/.test(to[0]?.address ?? ''), JSON.stringify(to)),
    spoiling: { in: 'wire', find: /^To: \w+ /m, put: 'To: other@example.org, ' },
  },
  {
    name: 'a name of one line, without edges and marks of direction',
    why: 'Control and bidi characters make a list of mails show what is not there.',
    source: 'Unicode TR 36 3.2; CWE-1007; R RTL in names',
    faults: ({ to }) =>
      to.flatMap(({ name }) => [
        ...found(name, /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu),
        ...faultIf(name !== name.trim(), 'edges'),
        ...faultIf([...name].length > 60, 'longer than 60'),
      ]),
    spoiling: { in: 'wire', find: /^To: Mei Tanaka/m, put: 'To: =?utf-8?Q?=E2=80=AEieM?=' },
  },
  {
    name: 'TO_EXCESS_QP, FROM_EXCESS_QP, SUBJ_EXCESS_QP, SUBJ_EXCESS_BASE64',
    why: 'Who encodes what needs no encoding wants to hide words from filters.',
    source: 'R rules/regexp/headers.lua; RFC 2047 5',
    faults: ({ headers }) => headers.filter(needlesslyEncoded).map(({ name }) => name),
    spoiling: { in: 'wire', find: /^To: Mei Tanaka/m, put: 'To: =?utf-8?Q?Mei_Tanaka?=' },
  },
  {
    name: 'an encoded word has at most 75 octets and stands alone',
    why: 'Longer ones, and ones glued to text, are shown as they stand.',
    source: 'RFC 2047 2; SA SUBJECT_NEEDS_ENCODING',
    faults: ({ headers }) =>
      headers.flatMap(({ value }) =>
        found(value, /\S*=\?\S+\?=\S*/g).filter(
          (word) => word.length > 75 || !/^"?=\?[\w-]+\?[QB]\?[^?]+\?=$/.test(word),
        ),
      ),
    spoiling: { in: 'wire', find: /^To: Mei/m, put: 'To: x=?utf-8?Q?M=C3=A9i?=' },
  },
  {
    name: 'HEADER_TO_EMPTY_DELIMITER, HEADER_FROM_EMPTY_DELIMITER, HEADER_DATE_EMPTY_DELIMITER',
    why: 'Mass mailers put nothing between a name and its value.',
    source: 'R rules/regexp/headers.lua',
    faults: ({ headers }) =>
      headers
        .filter(({ name, lines }) => once.includes(name) && !/^[\w-]+: \S/.test(lines[0] ?? ''))
        .map(({ name }) => name),
    spoiling: { in: 'wire', find: /^To: /m, put: 'To:\r\n ' },
  },
  {
    name: 'INVALID_DATE, DATE_IN_PAST, DATE_IN_FUTURE',
    why: 'The date is the time at which it leaves, with a numeric zone.',
    source: 'RFC 5322 3.3; SA DATE_IN_PAST_06_12 and others; R',
    faults: ({ headers }) =>
      faultIf(headerValue(headers, 'Date') !== 'Tue, 24 Nov 2026 08:30:00 +0000', headerValue(headers, 'Date')),
    spoiling: { in: 'wire', find: /^(Date: .*) \+0000/m, put: '$1 GMT' },
  },
  {
    name: 'MSGID_SHORT, INVALID_MSGID, MID_RHS_NOT_FQDN',
    why: 'A long random part, and the domain of the sender.',
    source: 'RFC 5322 3.6.4; SA; R MID_RHS_MATCH_FROM',
    faults: ({ headers }) =>
      faultIf(
        !/^<[\w.-]{24,}@your-company\.com>$/.test(headerValue(headers, 'Message-ID')),
        headerValue(headers, 'Message-ID'),
      ),
    spoiling: { in: 'wire', find: /^(Message-ID: <).*@/m, put: '$11@' },
  },
  {
    name: 'FROM_NO_DN, FROM_INVALID',
    why: 'The sender has a name and one address.',
    source: 'R; SA FROM_NO_USER, FROM_BLANK_NAME',
    faults: ({ headers }) =>
      faultIf(
        !/^Nodomoto <[\w.]+@your-company\.com>$/.test(headerValue(headers, 'From')),
        headerValue(headers, 'From'),
      ),
    spoiling: { in: 'wire', find: /^From: Nodomoto /m, put: 'From: ' },
  },
  {
    name: 'no answer of a machine is asked for',
    why: 'Out-of-office replies to a list help nobody.',
    source: 'RFC 3834 5; MS-OXCMAIL 2.2.3.2.14; RFC 2076 (Precedence)',
    faults: ({ headers }) => [
      ...faultIf(headerValue(headers, 'Auto-Submitted') !== 'auto-generated', 'Auto-Submitted'),
      ...faultIf(headerValue(headers, 'X-Auto-Response-Suppress') !== 'All', 'X-Auto-Response-Suppress'),
      ...faultIf(!['', 'bulk'].includes(headerValue(headers, 'Precedence')), 'Precedence'),
    ],
    spoiling: { in: 'wire', find: /auto-generated/, put: 'no' },
  },
  {
    name: 'MIME_HTML_ONLY, MIME_MA_MISSING_TEXT, MIME_MA_MISSING_HTML',
    why: 'Text first, then HTML, and nothing else; both in UTF-8.',
    source: 'RFC 2046 5.1.4; SA; R',
    faults: ({ parts }) =>
      faultIf(
        parts.map(({ type }) => type).join() !== 'text/plain; charset=utf-8,text/html; charset=utf-8',
        parts.map(({ type }) => type).join(),
      ),
    spoiling: { in: 'wire', find: /text\/plain/, put: 'text/html' },
  },
  {
    name: 'MIME_BASE64_TEXT, MIME_BASE64_TEXT_BOGUS',
    why: 'base64 hides words from filters; it is right where so many letters are not ASCII that it is shorter, and costs 0.1 in rspamd even there.',
    source: 'SA; R; RFC 2045 6.8',
    faults: ({ parts }) =>
      parts
        .filter(
          ({ encoding, content }) => encoding !== 'quoted-printable' && !(encoding === 'base64' && isForeign(content)),
        )
        .map(({ type, encoding }) => `${encoding} of ${type}`),
    spoiling: { in: 'wire', find: /quoted-printable/, put: '7bit' },
  },
];
