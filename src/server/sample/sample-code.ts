import { type PublicCode, readPublicCode } from '#server/code/public-code.ts';
import { inventedHouse } from './invented-house.ts';
import { fromSample, sampleDay } from './sample-store.ts';

/** What the invented house says of its code in its newest year: a page of its own has room for one. */
export async function sampleCode(): Promise<PublicCode> {
  const code = await fromSample((db) => readPublicCode(db, inventedHouse.slug, null, sampleDay));
  if (!code) throw new Error('The invented house says nothing of its code.');
  return { ...code, years: [code.shown.year] };
}
