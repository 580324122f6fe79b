import { faultIf, found, type MailRule } from './mail-rule.ts';

/** What the bytes look like, whatever they say. */
export const wireRules: readonly MailRule[] = [
  {
    name: 'only CRLF',
    why: 'A sender turns any other line end into CRLF, and what left is then not what was kept.',
    source: 'RFC 5322 2.3; RFC 5321 2.3.8',
    faults: ({ wire }) => found(wire, /(?<!\r)\n.{0,20}|\r(?!\n).{0,20}/g),
    spoiling: { in: 'wire', find: /\r\n\r\n/, put: '\r\n\n' },
  },
  {
    name: 'ends with a line end',
    why: 'A sender adds one before the dot, which would be two bytes that were not kept.',
    source: 'RFC 5321 4.1.1.4',
    faults: ({ wire }) => faultIf(!wire.endsWith('\r\n'), wire.slice(-20)),
    spoiling: { in: 'wire', find: /\r\n$/, put: '' },
  },
  {
    name: 'no octet but printable ASCII, tab and line ends',
    why: 'Not every relay takes 8BITMIME; some strip control characters.',
    source: 'RFC 5322 2.2; RFC 6152',
    faults: ({ wire }) => found(wire, /[^\t\r\n\x20-\x7e]/g),
    spoiling: { in: 'wire', find: /Subject: ./, put: 'Subject: \xe9' },
  },
  {
    name: 'at most 78 octets a line, more only for an address that cannot be folded',
    why: 'Longer ones are shown cut by simple programs; above 998 relays break or refuse them.',
    source: 'RFC 5322 2.1.1',
    faults: ({ wire }) => wire.split('\r\n').filter((line) => line.length > 78 && !/^ <https:\S+>$/.test(line)),
    spoiling: { in: 'wire', find: /Subject: /, put: `Subject: ${'word '.repeat(20)}` },
  },
  {
    name: 'no line over 998 octets',
    why: 'Relays break or refuse it, and a broken line spoils a signature.',
    source: 'RFC 5321 4.5.3.1.6; SA MIME_QP_LONG_LINE, T_LONG_HEADER_LINE_80',
    faults: ({ wire }) => wire.split('\r\n').filter((line) => line.length > 998),
    spoiling: { in: 'wire', find: /List-Unsubscribe:\s+<https:\/\//, put: `$&${'x'.repeat(998)}` },
  },
  {
    name: 'no line that begins with "From "',
    why: 'Where mail lies in mbox files it becomes ">From ".',
    source: 'RFC 4155; Thunderbird and mutt keep mail so',
    faults: ({ wire }) => found(wire, /^From .*/gm),
    spoiling: { in: 'wire', find: /^WHY/im, put: 'From here\r\nWHY' },
  },
  {
    name: 'MIME_QP_LONG_LINE',
    why: 'A line of quoted-printable has at most 76 octets.',
    source: 'RFC 2045 6.7; SA',
    faults: ({ parts }) => parts.flatMap(({ encoded }) => encoded.split('\r\n').filter((line) => line.length > 76)),
    spoiling: { in: 'wire', find: /(?<=\r\n\r\n)\* \* \*/, put: '*'.repeat(77) },
  },
  {
    name: 'below the size at which Gmail clips',
    why: 'Gmail hides what comes after about 102 kB of HTML, and the way out with it. A mail of this house has a fifth of that.',
    source: 'spamresource.com, January 2022 (measured at 105 kB)',
    faults: ({ html, wire }) => [
      ...faultIf(Buffer.byteLength(html) > 16_000, `${Buffer.byteLength(html)} bytes of HTML`),
      ...faultIf(wire.length > 36_000, `${wire.length} bytes`),
    ],
    spoiling: { in: 'html', find: /<h1/, put: `<p>${'long '.repeat(3200)}</p><h1` },
  },
];
