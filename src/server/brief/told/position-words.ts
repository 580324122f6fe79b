import { countryInText } from '#catalogue/reason-words.ts';
import { inRoom } from '#core/brief/position.ts';
import { type Status, statuses } from '#core/brief/status.ts';
import { formatPercent, formatsIn } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { Brief } from '../brief.ts';
import { quarterWords } from './quarter-words.ts';

/** What somebody wrote, or as many sentences of fact as 40 words hold: how many are red, the worst item of each kind, and what is asked. */
export function positionOf(brief: Brief, language: Language): string {
  if (brief.ownPosition !== null) return brief.ownPosition;
  const t = wordsIn(language).brief.position;
  const count = (status: Status) => brief.indicators.filter((entry) => entry.status === status).length;
  return inRoom(
    [
      t.state(count('red'), count('amber'), count('missing')),
      ...worstCountry(brief, language),
      ...worstCover(brief, language),
      t.asks(brief.decisions.length),
    ],
    formatsIn(language).gap,
  );
}

function worstCountry(brief: Brief, language: Language): string[] {
  const entry = brief.indicators.find(({ id }) => id === 'top-country');
  const [worst] = entry?.inputs ?? [];
  if (!entry || !worst || worst.value === null || !isBad(entry.status)) return [];
  const { position } = wordsIn(language).brief;
  return [position.country(worst.name[language], formatPercent(worst.value), countryInText(worst.ref ?? '', language))];
}

function worstCover(brief: Brief, language: Language): string[] {
  const entry = brief.indicators.find(({ id }) => id === 'cover');
  const [worst] = entry?.inputs ?? [];
  if (!entry || !worst || entry.value === null || !isBad(entry.status)) return [];
  return [wordsIn(language).brief.position.cover(worst.name[language], -entry.value)];
}

const isBad = (status: Status) => status === 'red' || status === 'amber';

/** How many indicators stand worse or better than in the last brief, among those that have a status in both; empty without one. */
export function changesIn(brief: Brief, language: Language): string {
  if (brief.comparedWith === null) return '';
  const rank = (status: Status) => statuses.indexOf(status);
  const judged = brief.indicators.flatMap(({ status, before }) =>
    before && isJudged(status) && isJudged(before.status) ? [rank(before.status) - rank(status)] : [],
  );
  return wordsIn(language).brief.changes(
    judged.filter((change) => change > 0).length,
    judged.filter((change) => change < 0).length,
    quarterWords(brief.comparedWith, language),
  );
}

const isJudged = (status: Status) => status === 'red' || status === 'amber' || status === 'good';
