import { expect, test } from 'vitest';
import { wordsIn } from '#i18n/words.ts';
import { openNudge } from '#server/answers/open-nudge.ts';
import { aStore } from '#testing/a-database.ts';
import { answerContext, aSentNudge } from '#testing/a-sent-nudge.ts';
import { aTeamInStore } from '#testing/a-team-in-database.ts';
import { headingOf } from './heading-of.ts';
import { nameOf, toldBefore } from './told-before.ts';

const now = Date.parse('2026-11-24T08:30:00Z');

async function opened(kind: 'case' | 'apply') {
  const db = await aStore();
  await aTeamInStore(db, ['Mei', 'Jan'], now);
  const context = answerContext(db);
  const { token } = await aSentNudge(db, 'Mei', now, { kind });
  const lookup = await openNudge(context, token, now);
  if (!lookup.ok) throw new RangeError(`The link is ${lookup.reason}.`);
  return { found: lookup.found, library: context.library };
}

test('over a question stands its own subject, which fits its scene, and not the subject of the mail', async () => {
  const { found } = await opened('case');
  expect(headingOf(found, wordsIn('en')).text).toBe('Four days of stock, and no plant');
});

test('behind a question stands its case; of a case that is gone, and of a step, nothing is said', async () => {
  const { found, library } = await opened('case');
  expect(toldBefore(found, library, 'en')).toMatchObject({ elsewhere: false, story: { id: 'flood-2011' } });
  const before = toldBefore(found, library, 'en');
  expect(before && nameOf(before), 'a house has named no event').toBe('The story of flood-2011');
  expect(toldBefore({ ...found, story: { ...found.story, id: 'withdrawn' } }, library, 'en')).toBeNull();
  expect(toldBefore((await opened('apply')).found, library, 'en')).toBeNull();
});
