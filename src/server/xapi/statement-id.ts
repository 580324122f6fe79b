import { createHash } from 'node:crypto';

/** Ours alone: names below it meet no others. Drawn by lot once. */
const space = Buffer.from('6f0c5b0e4a0d4a7c9f0b2a3d5c7e9112', 'hex');

/** A UUID of version 5 (RFC 9562): the same event has the same one, whenever and by whichever copy of the store it is told. */
export function statementId(name: string): string {
  const bytes = createHash('sha1').update(space).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
