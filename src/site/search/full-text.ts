import type { RankedTogether } from '#search/rank-together.ts';
import type { OtherRecord } from '#search/search-file.ts';
import { isJapanese } from '#search/words.ts';
import type { Found, FoundCase } from './found.ts';
import { isNamed, type LibraryCase, reasonFor } from './narrow.ts';
import type { HitData, SiteHits } from './pagefind.ts';

function casesIn(hits: readonly HitData[]): FoundCase[] {
  return hits
    .filter(({ meta }) => meta.kind === 'case')
    .map(({ meta, excerpt }) => ({ id: meta.id ?? '', reasons: [], excerpt, foundIn: undefined }));
}

function othersIn(hits: readonly HitData[]): OtherRecord[] {
  return hits.flatMap(({ meta, url, excerpt }): OtherRecord[] => {
    const kind = meta.kind === 'lesson' || meta.kind === 'question' ? meta.kind : undefined;
    return kind ? [{ kind, path: url, title: meta.title ?? url, text: excerpt.replace(/<[^>]+>/g, '') }] : [];
  });
}

/** What the ranking found, before the stories were searched. */
export function fromRanking({ cases, others, isClose, foundIn }: Omit<RankedTogether, 'words'>): Found {
  return {
    cases: cases.map(({ id, reasons }) => ({ id, reasons, excerpt: '', foundIn: foundIn.get(id) })),
    others,
    isClose,
  };
}

/**
 * The ranking keeps its order. From the stories come excerpts, and cases it did not find: those that hold every word of the query, or, where
 * it found none at all, those that hold some. One word is close to whatever says that very word.
 */
export function withFullText(ranked: Found, { hits, whole }: SiteHits, query: string): Found {
  const stories = casesIn(hits);
  const known = ranked.cases.map(({ id }) => id);
  const more = whole || known.length === 0 ? stories.filter(({ id }) => !known.includes(id)) : [];
  const cases = ranked.cases.map((entry) => ({
    ...entry,
    excerpt: stories.find(({ id }) => id === entry.id)?.excerpt ?? '',
  }));
  return {
    cases: [...cases, ...more],
    others: ranked.others.length > 0 ? ranked.others : othersIn(hits),
    isClose: ranked.isClose || (whole && isOneWord(query.trim())),
  };
}

/** Japanese leaves no spaces, and a story that holds the pieces of what was typed need not say it. */
function isOneWord(query: string): boolean {
  return !/\s/.test(query) && !isJapanese(query);
}

/** Without a ranking: full text in its own order, but for a case that goes by the very word that was typed. */
export function fromFullText({ hits }: SiteHits, library: readonly LibraryCase[], query: string): Found {
  const facts = (id: string) => library.find((entry) => entry.id === id);
  const named = ({ id }: FoundCase) => isNamed(facts(id), query);
  const cases = casesIn(hits).map((found) => {
    const reason = reasonFor(facts(found.id), query);
    return { ...found, reasons: reason ? [reason] : [] };
  });
  return {
    cases: cases.toSorted((a, b) => Number(named(b)) - Number(named(a))),
    others: othersIn(hits),
    isClose: true,
  };
}

/** Without any index, as in development: every typed word must stand somewhere in the entry. */
export function fromEntries(entries: readonly { facts: LibraryCase; text: () => string }[], query: string): Found {
  const words = query.toLowerCase().split(/\s+/);
  const found = entries.filter(({ facts, text }) => {
    const all = `${text()} ${facts.words.flat().join(' ')}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
  return {
    cases: found.map(({ facts }) => ({ id: facts.id, reasons: [], excerpt: '', foundIn: undefined })),
    others: [],
    isClose: true,
  };
}
