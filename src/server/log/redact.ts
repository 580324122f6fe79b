import { printable } from '#core/text/printable.ts';

/** RFC 5321 lets the part before the @ be 64 bytes long; with room to spare, and bounded, so that a long text is read once. */
const local = '(?:"[^"\\r\\n]{0,255}"|[^\\s<>"@,;:()\\[\\]\\\\]{1,255}(?<!node_modules/))';
const domain = '(?:\\[[^\\]\\s]{1,255}\\]|[\\p{L}\\p{N}\\p{M}._-]{0,255}[\\p{L}\\p{N}\\p{M}_-])';

/** As written, or as a link writes it, and a link within a link. The packages below `node_modules/@astrojs/` are no address. */
const bareAddress = `${local}(?:@|%(?:25)*40)${domain}`;
const address = new RegExp(`<${bareAddress}>|${bareAddress}`, 'giu');

/** A link part as `signToken` makes it. */
const signedToken = /[a-z][0-9a-z]?\.[0-9a-z]{1,11}\.[0-9a-z]{1,9}\.[\w-]{22}/g;

/** The name of a function where a trace has one. */
const inTrace = '(?<=^ {4}at (?:async |new )?)\\w+ \\(';

/** Sign-in links and sessions are 32 letters or more, of both cases; names of files and of cases have one. A secret is a long hexadecimal number. */
const longToken = new RegExp(
  `(?<![\\w-])(?!${inTrace})(?=[\\w-]*[a-z])(?=[\\w-]*[A-Z])[\\w-]{32,}|(?<![\\da-f])[\\da-f]{32,}`,
  'gm',
);

/** A text without addresses and tokens: `<address>` and `<token>` stand in their places. */
export function redact(text: string): string {
  return text.replace(address, '<address>').replace(signedToken, '<token>').replace(longToken, '<token>');
}

/** One line of JSON, with every text in it redacted and fit for a terminal, however deep it lies. Nothing is written that has not come through here. */
export function redactLine(line: string): string {
  return `${JSON.stringify(redacted(JSON.parse(line)))}\n`;
}

function redacted(value: unknown): unknown {
  if (typeof value === 'string') return printable(redact(value));
  if (Array.isArray(value)) return value.map(redacted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [printable(redact(name)), redacted(part)]));
}
