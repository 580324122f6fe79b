import type { GoldenMail } from './golden-mails.ts';
import { readMail } from './read-mail.ts';

/** One replacement in a mail that keeps every rule: `wire` is the mail as it stands, `text` and `html` what its parts say. */
export type Spoiling = { in: 'wire' | 'text' | 'html'; find: RegExp; put: string };

/** The same mail with one fault put into it. @throws RangeError when there was nothing to spoil. */
export async function spoil(mail: GoldenMail, { in: place, find, put }: Spoiling): Promise<GoldenMail> {
  const { parts, text, html, wire } = await readMail(mail);
  const replace = (whole: string) => {
    const replaced = whole.replace(find, put);
    if (replaced === whole) throw new RangeError(`${find} is not in the ${place} of ${mail.name}.`);
    return replaced;
  };
  if (place === 'wire') return { ...mail, raw: Buffer.from(replace(wire), 'latin1') };
  const part = parts.find(({ type }) => type.startsWith(place === 'text' ? 'text/plain' : 'text/html'));
  const content = replace(place === 'text' ? text.replaceAll('\n', '\r\n') : html);
  return {
    ...mail,
    raw: Buffer.from(
      wire.replace(part?.encoded ?? '', () => encoded(content, part?.encoding ?? '')),
      'latin1',
    ),
  };
}

function encoded(content: string, encoding: string): string {
  const bytes = Buffer.from(content);
  if (encoding === 'base64') return bytes.toString('base64').replace(/.{76}/g, '$&\r\n');
  // Every octet is spelt out: allowed, and short to write down.
  return bytes.toString('hex').toUpperCase().replace(/../g, '=$&').replace(/.{72}/g, '$&=\r\n');
}
