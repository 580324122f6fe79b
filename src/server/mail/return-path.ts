import { envelopeAddress } from './envelope-address.ts';

/**
 * Where servers report what became of a mail: `bounce+TOKEN@firm.example`, or the sender's own address where none is set. The token is that of the
 * Message-ID, so that both ways of finding the mail agree; relays may write it in any case.
 */
export function returnPath(bounceAddress: string | null, from: string, messageId: string): string {
  const token = tokenOf(messageId);
  if (bounceAddress === null || token === null) return envelopeAddress(from);
  const at = bounceAddress.lastIndexOf('@');
  return `${bounceAddress.slice(0, at)}+${token}${bounceAddress.slice(at)}`;
}

/** What stands before the first dot of a Message-ID of ours. */
export function tokenOf(messageId: string): string | null {
  return /^<([0-9a-z]+)\.[^<>\s]*@[^<>\s]+>$/i.exec(messageId)?.[1]?.toLowerCase() ?? null;
}

/** The token of the first of our return paths in a text: an address, or a header that names some. */
export function tokenIn(bounceAddress: string, text: string): string | null {
  const [local = '', domain = ''] = bounceAddress.split('@');
  const path = new RegExp(
    `(?<![\\w.+-])${RegExp.escape(local)}\\+([0-9a-z]+)@${RegExp.escape(domain)}(?![\\w.-]*\\w)`,
    'i',
  );
  return path.exec(text)?.[1]?.toLowerCase() ?? null;
}
