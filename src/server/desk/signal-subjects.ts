import { type Catalogue, scheduledLessons } from '#catalogue/catalogue.ts';
import { facetLabel } from '#catalogue/queries/facets.ts';
import type { CaseTraits } from '#core/exposure/relevance.ts';
import { type SignalTopic, signalTopics } from '#core/exposure/signal.ts';
import { plannableLessons } from '#server/nudges/plannable-lessons.ts';

/** What a signal may be about, with its name in the catalogue's language. */
export type SignalSubject = { topic: SignalTopic; word: string; label: string };

/** Every lesson that can be sent, and every word that a case behind one has: a signal about anything else could change nothing. By topic, then by label. */
export function signalSubjects(catalogue: Catalogue): SignalSubject[] {
  const lessons = plannableLessons(catalogue);
  const cases = lessons.flatMap((lesson) => lesson.cases);
  return signalTopics.flatMap((topic) => {
    const words =
      topic === 'lesson' ? lessons.map((lesson) => lesson.id) : cases.flatMap((traits) => wordsOf(traits, topic));
    return [...new Set(words)]
      .map((word) => ({ topic, word, label: subjectLabel(catalogue, topic, word) }))
      .sort((a, b) => a.label.localeCompare(b.label, catalogue.language));
  });
}

/** How the subject of a signal is called; one that left the library since is shown by its id. */
export function subjectLabel(catalogue: Catalogue, topic: SignalTopic, word: string): string {
  if (topic !== 'lesson') return facetLabel(catalogue, topic, word);
  return scheduledLessons(catalogue).find((lesson) => lesson.id === word)?.rule ?? word;
}

function wordsOf(traits: CaseTraits, topic: Exclude<SignalTopic, 'lesson'>): readonly string[] {
  switch (topic) {
    case 'input':
      return traits.inputs;
    case 'route':
      return traits.routes;
    case 'country':
      return traits.countries;
    case 'hazard':
      return traits.hazards;
  }
}
