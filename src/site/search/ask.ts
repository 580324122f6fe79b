import type { Found } from './found.ts';
import { fromEntries, fromFullText, fromRanking, withFullText } from './full-text.ts';
import type { LibraryCase } from './narrow.ts';
import { searchSite, warmSearch } from './pagefind.ts';
import { fetchWhatLacks, lacksAny, warmRanker } from './ranker.ts';

/** The stories are searched for whoever pauses here; the ranking answers every key. */
const pauseBeforeStories = 150;

/** Fetches what answers, before the first letter is typed. */
export function warm(language: string): void {
  void Promise.all([warmRanker(language), warmSearch()]);
}

/**
 * What a query finds: at once by the ranking, then with what the stories say. `typed` keeps the space at its end, which says that
 * the last word is whole.
 */
export async function* answersTo(
  typed: string,
  language: string,
  library: readonly { facts: LibraryCase; text: () => string }[],
  isOvertaken: () => boolean,
): AsyncGenerator<Found> {
  const query = typed.trim();
  const ranker = await warmRanker(language);
  let answer = ranker?.rank(typed);
  if (ranker && lacksAny(ranker.lacks(typed))) {
    // What is close already need not wait; that nothing is close is not said before all were asked.
    if (answer?.isClose) yield fromRanking(answer);
    await fetchWhatLacks(ranker, typed, language);
    if (isOvertaken()) return;
    answer = ranker.rank(typed);
  }
  const ranked = answer && fromRanking(answer);
  if (ranked) {
    yield ranked;
    await new Promise((done) => setTimeout(done, pauseBeforeStories));
    if (isOvertaken()) return;
  }
  const stories = await searchSite(answer?.words ?? query.split(/\s+/));
  const facts = library.map((entry) => entry.facts);
  if (stories) yield ranked ? withFullText(ranked, stories, query) : fromFullText(stories, facts, query);
  else if (!ranked) yield fromEntries(library, query);
}
