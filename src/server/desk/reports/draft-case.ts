import type { Typed } from '#catalogue/pieces/form.ts';
import { sentencesOf } from '#core/reports/found-words.ts';
import type { DeidentifiedText } from '#core/reports/report-text.ts';
import type { NearMiss } from '#server/reports/near-miss.ts';

/** By what the report is cited in its case. Sentences that cite another source may hold what that source has published. */
export const reportSource = 'the-report';

/** The name of the draft made of a report. */
export function draftIdOf({ id }: Pick<NearMiss, 'id'>): string {
  return `near-miss-${id}`;
}

/** What the draft of a case begins with: the words that may be told, each cited to the report. The rest is for its editor. */
export function draftOf(report: NearMiss, text: DeidentifiedText, siteUrl: string): Typed {
  const year = report.told.quarter.slice(0, 4);
  const cited = (words: string) => (words === '' ? '' : `${words} [${reportSource}]`);
  const typed: Record<string, string> = {
    title: text.title,
    kind: 'near-miss',
    'event.start': year,
    confidence: 'low',
    confidenceNote: 'Told in confidence by somebody who was there; words agreed with them, nobody and no place named.',
    'sources[1].id': reportSource,
    'sources[1].publisher': 'Reported in confidence',
    'sources[1].title': 'A near miss, told by somebody who was there',
    'sources[1].url': `${siteUrl}/report`,
    'sources[1].date': year,
    'sources[1].tier': 'primary',
    happened: cited(text.happened),
    unseen: cited(text.noticed),
    did: [cited(text.nearly), cited(text.changed)].filter(Boolean).join('\n\n'),
    'monday.action': text.monday,
    'monday.authority': 'team',
  };
  return Object.fromEntries(Object.entries(typed).filter(([, words]) => words !== ''));
}

/** Fields of a piece in which its own words stand; what is left out holds words of lists, dates and published sources. */
const told =
  /^(?:title|dek|place|same|unseen|happened|did|forgotten|colourReason|confidenceNote)$|^(?:lessons|questions|monday|mail|contrast)\b/;
const notTold = /\.(?:id|lesson|roles|authority|minutes|sources|date|url)\b|:/;

/** What a reader of a piece would read, field by field. */
export function wordsOfPiece(typed: Typed): { field: string; words: string }[] {
  return Object.entries(typed)
    .filter(([field]) => told.test(field) && !notTold.test(field))
    .map(([field, words]) => ({ field, words }));
}

/** The same without the sentences that another source has published already. */
export function wordsToCheck(typed: Typed): string[] {
  return wordsOfPiece(typed).map(({ words }) =>
    sentencesOf(citedWithin(words))
      .filter(({ said }) => !citesOther(said))
      .map(({ said }) => said.trim())
      .join(' '),
  );
}

/** A citation may stand behind the point of its sentence; it belongs to that one. */
function citedWithin(words: string): string {
  return words.replaceAll(/([.!?。！？])\s?(\[[^\]\n]{1,80}\])/gu, ' $2$1');
}

function citesOther(sentence: string): boolean {
  const cited = [...sentence.matchAll(/\[([^\]\n]{1,80})\]/gu)].flatMap(([, ids = '']) => ids.split(/[\s,]+/));
  return cited.some((id) => id !== reportSource && id !== '1');
}
