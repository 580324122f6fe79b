import type { Library } from '#catalogue/catalogue.ts';
import { quarterOf } from '#core/brief/quarter.ts';
import { usualWeights } from '#core/exposure/weights.ts';
import { formatsIn } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import { makeBrief } from '#server/brief/make-brief.ts';
import { quarterWords } from '#server/brief/told/quarter-words.ts';
import { type ToldBrief, tellBrief } from '#server/brief/told/told-brief.ts';
import { readSettings } from '#server/settings.ts';
import { inventedHouse } from './invented-house.ts';
import { fromSample, sampleDay, sampleNow } from './sample-store.ts';

/** The brief of the invented house, made as every brief is, and marked as a sample wherever it goes. */
export async function sampleBrief(library: Library, language: Language): Promise<ToldBrief> {
  const { smallestTeam } = readSettings({ DEMO: '1' });
  const brief = await fromSample((db) =>
    makeBrief({ db, library, weights: usualWeights, smallestTeam }, quarterOf(sampleDay), sampleNow),
  );
  const told = tellBrief(brief, language, { kept: sampleDay });
  const t = wordsIn(language).sample.brief;
  const { gap } = formatsIn(language);
  return {
    ...told,
    title: t.titleOf(quarterWords(brief.quarter, language)),
    dateline: [t.invented(inventedHouse.name), told.dateline].join(gap),
  };
}
