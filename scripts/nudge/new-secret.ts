import { randomBytes } from 'node:crypto';
import { wrongUsage } from './options.ts';

/** `new-secret`: prints one that is fit for SECRET, on machines without openssl too. */
export async function newSecret([stray]: string[]): Promise<void> {
  if (stray) throw wrongUsage(`"${stray}" is not an option of new-secret.`);
  console.log(randomBytes(32).toString('hex'));
}
