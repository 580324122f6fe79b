import { type Flagged, flaggedIn, type KnownWords } from './flag-list.ts';
import { type Refused, refusedIn } from './refuse-list.ts';
import type { SharingLabel } from './sharing-labels.ts';

/** What decides whether a report may be told as a case. */
export type Standing = {
  label: SharingLabel;
  consent: boolean;
  /** Whether its reporter can be asked: what nobody can check is a signal. */
  withContact: boolean;
  /** The version that would be published; what was read and agreed counts for its version alone. */
  version: number;
  readVersion: number | null;
  agreedVersion: number | null;
  isClosed: boolean;
};

export const publicationBars = [
  'closed',
  'no-contact',
  'not-clear',
  'no-consent',
  'not-read',
  'not-agreed',
  'refused-words',
  'flagged-words',
] as const;

export type PublicationBar = (typeof publicationBars)[number];

/** Every reason why a report may not be published with these words; none where it may. `cleared` are flagged phrases that an editor says name nobody. */
export function barsToPublishing(
  standing: Standing,
  words: { texts: readonly string[]; cleared: readonly string[] },
  known: KnownWords,
): PublicationBar[] {
  const { refused, flagged } = foundIn(words.texts, known);
  const bars: Record<PublicationBar, boolean> = {
    ...barsOfStanding(standing),
    'refused-words': refused.length > 0,
    'flagged-words': flagged.some(({ said }) => !words.cleared.includes(said)),
  };
  return publicationBars.filter((bar) => bars[bar]);
}

type BarOfStanding = Exclude<PublicationBar, 'refused-words' | 'flagged-words'>;

function barsOfStanding(standing: Standing): Record<BarOfStanding, boolean> {
  const { version, readVersion, agreedVersion } = standing;
  return {
    closed: standing.isClosed,
    'no-contact': !standing.withContact,
    'not-clear': standing.label !== 'clear',
    'no-consent': !standing.consent,
    'not-read': readVersion !== version,
    'not-agreed': agreedVersion !== version,
  };
}

/** What words that would be published hold of either list. */
export function foundIn(texts: readonly string[], known: KnownWords): { refused: Refused[]; flagged: Flagged[] } {
  return { refused: texts.flatMap(refusedIn), flagged: texts.flatMap((text) => flaggedIn(text, known)) };
}
