import { type Attachment, simpleParser } from 'mailparser';
import { type Fields, readBlocks, readHeader } from '#core/delivery/bounce/fields.ts';
import type { Report } from '#core/delivery/bounce/report.ts';

/** How a report came: MAIL FROM ('' is the null sender) and RCPT TO, or null where a mailbox or a file does not tell. */
export type ReportEnvelope = { from: string | null; to: string | null };

export type ParsedReport = {
  report: Report;
  /** The header as it stands, with every address the report came to. */
  headerText: string;
  /** Message-IDs of the mail it is about, the surest first. */
  messageIds: readonly string[];
};

/** What a report says stands at its head; whoever sends more must not keep us reading. */
const longestPart = 64 * 1024;

/** Takes a report apart. A mail that is no report has no fields, whatever it is. */
export async function parseReport(raw: Uint8Array, envelope: ReportEnvelope): Promise<ParsedReport> {
  const bytes = Buffer.from(raw);
  // Parts stay parts: a returned mail among the words of a report would be judged with them.
  const parts = { keepDeliveryStatus: true, ignoreEmbedded: true };
  const mail = await simpleParser(bytes, { ...parts, skipTextToHtml: true, skipImageLinks: true });
  const headerText = headerOf(bytes);
  const header = readHeader(headerText);
  const text = (mail.text ?? '').slice(0, longestPart);
  const delivery = partsOf(mail.attachments, /^message\/(?:global-)?delivery-status$/);
  const disposition = partsOf(mail.attachments, /^message\/(?:global-)?disposition-notification$/);
  const feedback = partsOf(mail.attachments, /^message\/feedback-report$/);
  const returned = partsOf(mail.attachments, /^(?:message\/(?:rfc822|global|global-headers)|text\/rfc822-headers)$/);
  const dispositionFields = merged(disposition);
  return {
    report: {
      sender: envelope.from ?? returnPathIn(header),
      header,
      text,
      delivery: delivery.length > 0 ? delivery.flatMap(readBlocks) : null,
      disposition: dispositionFields,
      feedback: merged(feedback),
    },
    headerText,
    messageIds: [
      ...returned.flatMap((part) => idsIn(readHeader(part).get('message-id'))),
      ...idsIn(dispositionFields?.get('original-message-id')),
      ...idsIn(header.get('in-reply-to')),
      ...idsIn(header.get('references')),
      // Some return the mail within their own text.
      ...[...text.matchAll(/^message-id:(.*)$/gim)].flatMap(([, value]) => idsIn(value)),
    ],
  };
}

/** Up to the first empty line, without the line that mailboxes put before it. */
function headerOf(bytes: Buffer): string {
  const [head = ''] = bytes.toString('utf8').split(/\r?\n\r?\n/, 1);
  return head.replace(/^>?From .*\r?\n/, '');
}

function partsOf(parts: readonly Attachment[], type: RegExp): string[] {
  return parts
    .filter(({ contentType }) => type.test(contentType))
    .map(({ content }) => content.toString('utf8', 0, longestPart));
}

function merged(parts: readonly string[]): Fields | null {
  if (parts.length === 0) return null;
  return new Map(parts.flatMap(readBlocks).flatMap((block) => [...block]));
}

function idsIn(field: string | undefined): string[] {
  return [...(field ?? '').matchAll(/<[^<>\s]+>/g)].map(([id]) => id);
}

/** `Return-Path: <>` of a mailbox tells of the null sender. */
function returnPathIn(header: Fields): string | null {
  const field = header.get('return-path');
  return field === undefined ? null : field.replaceAll(/[<>\s]/g, '');
}
