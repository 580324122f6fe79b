import type { CaseFolder } from '../../assemble.ts';
import { type SectionRole, sectionRoles } from '../../story-sections.ts';
import type { ContentFault } from '../content-fault.ts';
import { type CaseProse, caseProse } from './case-prose.ts';
import { type Tic, tics } from './tic-list.ts';

export type TicCount = { tic: Tic; hits: number; of: number; share: number };

/** The word that most texts of a kind begin with. */
export type CommonOpening = { of: string; word: string; hits: number; all: number; share: number; most: number };

type Proses = readonly CaseProse[];

/** No more than this share of sections, in the same place of their pages, begin with the same word. */
const mostAlike = 0.25;
/** Articles and prepositions begin a quarter of all English sentences: nobody hears them. */
const plainWords = new Set(['the', 'a', 'an', 'in', 'on', 'at', 'by', 'for', 'of', 'to', 'it']);
/** A question has its reader as its hero, so most scenes say "You"; a third of the asks may be alike. */
const mostAlikeOf = { scenes: 0.8, asks: 0.33 } as const;
/** Below this many cases any share may be chance. */
const fewest = 10;

export function proseOf(cases: readonly CaseFolder[]): CaseProse[] {
  return cases.map(caseProse);
}

/** How often each tic stands in the library. Pure. */
export function countTics(proses: Proses): TicCount[] {
  return tics.map((tic) => {
    const all = proses.map((prose) => tic.find(prose));
    const perPage = tic.of !== 'sentences';
    const hits = all.reduce((sum, { found }) => sum + (perPage ? Math.min(1, found.length) : found.length), 0);
    const of = all.reduce((sum, entry) => sum + entry.of, 0);
    return { tic, hits, of, share: of === 0 ? 0 : hits / of };
  });
}

/** The commonest first word of each section, of the scenes and of the asks. Pure. */
export function commonOpenings(proses: Proses): CommonOpening[] {
  const firstOf = (role: SectionRole) => proses.flatMap(({ sections }) => sections[role].slice(0, 1));
  return [
    ...sectionRoles.map((role) => commonest(`section "${role}"`, firstOf(role), mostAlike, firstWord)),
    commonest(
      'scenes',
      proses.flatMap(({ scenes }) => scenes),
      mostAlikeOf.scenes,
      firstWord,
    ),
    commonest(
      'asks',
      proses.flatMap(({ asks }) => asks),
      mostAlikeOf.asks,
      (text) => text,
    ),
  ];
}

function firstWord(text: string): string {
  return /^[\p{L}'’-]+/u.exec(text)?.[0].toLowerCase() ?? '';
}

function commonest(of: string, texts: readonly string[], most: number, key: (text: string) => string): CommonOpening {
  const groups = [...Map.groupBy(texts, key)].filter(([word]) => word !== '' && !plainWords.has(word));
  const [word = '', own = []] = groups.toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
  return { of, word, hits: own.length, all: texts.length, share: own.length / Math.max(1, texts.length), most };
}

/** Tics and openings above their share of the library. Pure. */
export function checkTics(cases: readonly CaseFolder[]): ContentFault[] {
  if (cases.length < fewest) return [];
  const proses = proseOf(cases);
  return [
    ...countTics(proses)
      .filter(({ share, tic }) => share > tic.most)
      .map(({ tic, hits, of }) => fault(`${tic.says}: ${hits} of ${of} ${tic.of}, at most ${percent(tic.most)}`)),
    ...commonOpenings(proses)
      .filter(({ share, most }) => share > most)
      .map(({ of, word, hits, all, most }) =>
        fault(`"${word}" opens ${hits} of ${all} of ${of}, at most ${percent(most)}`),
      ),
  ];
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(share < 0.1 && share > 0 ? 1 : 0)} %`;
}

function fault(wrong: string): ContentFault {
  return {
    file: 'cases/*/index.mdx',
    field: 'prose',
    wrong,
    mend: 'Reword the newest cases; npm run check-content -- --tics CASE shows each place.',
  };
}
