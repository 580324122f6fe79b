import { simpleParser } from 'mailparser';
import type { GoldenMail } from './golden-mails.ts';
import { type MailTag, readMailPage, tagsIn } from './mail-page.ts';

/** `lines` are as they stand on the wire, folded; `value` is unfolded and not decoded. */
export type MailHeader = { name: string; value: string; lines: readonly string[] };

/** `encoded` is what stands on the wire, `content` what a reader's program makes of it. */
export type MailPart = { type: string; encoding: string; encoded: string; content: string };

export type ReadMail = Omit<GoldenMail, 'raw'> & {
  /** One character for each octet. */
  wire: string;
  headers: readonly MailHeader[];
  subject: string;
  to: readonly { name: string; address?: string | undefined }[];
  parts: readonly MailPart[];
  text: string;
  html: string;
  page: MailTag;
  /** Every tag of the page, in its order. */
  tags: readonly MailTag[];
};

/** Takes a mail apart by RFC 5322 and 2046, without the library that put it together. Names and subject are decoded by mailparser. */
export async function readMail({ raw, ...known }: GoldenMail): Promise<ReadMail> {
  const wire = raw.toString('latin1');
  const [head, body] = halves(wire);
  const headers = readHeaders(head);
  const boundary = /boundary="([^"]+)"/.exec(headerValue(headers, 'Content-Type'))?.[1];
  const parts = boundary === undefined ? [] : body.split(`--${boundary}`).slice(1, -1).map(readPart);
  const of = (type: string) => parts.find((part) => part.type.startsWith(type))?.content ?? '';
  const { subject = '', to } = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
  const html = of('text/html');
  const page = readMailPage(html);
  return {
    ...known,
    wire,
    headers,
    subject,
    to: [to ?? []].flat().flatMap(({ value }) => value),
    parts,
    text: of('text/plain').replaceAll('\r\n', '\n'),
    html,
    page,
    tags: tagsIn(page),
  };
}

/** The value of a header that stands once, or an empty text. */
export function headerValue(headers: readonly MailHeader[], name: string): string {
  return headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value ?? '';
}

function halves(wire: string): [head: string, body: string] {
  const end = wire.indexOf('\r\n\r\n');
  return [wire.slice(0, end), wire.slice(end + 4)];
}

function readHeaders(head: string): MailHeader[] {
  return head.split(/\r\n(?![ \t])/).map((header) => {
    const [, name = '', value = ''] = /^([^:]*):([\s\S]*)$/.exec(header) ?? [];
    return { name, value: value.replaceAll('\r\n', '').trim(), lines: header.split('\r\n') };
  });
}

function readPart(part: string): MailPart {
  const [head, body] = halves(part.replace(/^\r\n/, ''));
  const headers = readHeaders(head);
  const encoding = headerValue(headers, 'Content-Transfer-Encoding');
  const encoded = body.replace(/\r\n$/, '');
  return { type: headerValue(headers, 'Content-Type'), encoding, encoded, content: decoded(encoded, encoding) };
}

function decoded(encoded: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(encoded, 'base64').toString();
  const octets = encoded
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(octets, 'latin1').toString();
}
