import { createHash, randomBytes } from 'node:crypto';

/** Of 25 bytes the last letter holds two bits, and so is A, Q, g or w: views of plain text leave a "-" or "_" at the end out of a link. */
export const newToken = () => randomBytes(25).toString('base64url');

/** Whether a text can have been made so; a cookie may hold anything. */
export const isToken = (text: string) => /^[\w-]{33}[AQgw]$/.test(text);

/** Only this is stored: whoever reads the store cannot sign in with it. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
