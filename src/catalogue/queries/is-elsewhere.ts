import { firstLanguage } from '#i18n/languages.ts';
import type { CatalogueCase, CatalogueQuestion, Library } from '../catalogue.ts';
import type { Term, Vocabulary } from '../schema/vocabulary.ts';

type Story = Pick<CatalogueCase, 'id' | 'decision' | 'event' | 'place' | 'inputs'>;
type Asked = Pick<CatalogueQuestion, 'id' | 'scene'>;

/** The same of a question of the library; of one that it has no longer nothing is claimed. */
export function isElsewhereIn(library: Library, questionId: string): boolean {
  const { cases, vocabulary } = library[firstLanguage];
  const story = cases.find(({ questions }) => questions.some(({ id }) => id === questionId));
  const question = story?.questions.find(({ id }) => id === questionId);
  return story !== undefined && question !== undefined && isElsewhere(question, story, vocabulary);
}

/**
 * Whether a question is set in another firm and trade than its case. It is not where it is the case's own decision, nor where its scene opens
 * on a date (those of other firms have none) or names what the case is about: its year, an actor, its place, its goods. Read in the language the case was written in, so that every translation
 * says the same. Whoever is told "your turn" alone of another firm misses a word; the other way round would be untrue. Pure.
 */
export function isElsewhere(question: Asked, story: Story, { inputs }: Pick<Vocabulary, 'inputs'>): boolean {
  if (question.id === `${story.id}/${story.decision}`) return false;
  const { scene } = question;
  if (yearsIn(scene.split(/[.。]/)[0] ?? '').length > 0) return false;
  if (yearsIn(scene).some((year) => isWithin(year, story.event))) return false;
  if (namesOf(story).some((name) => holdsWord(scene, name))) return false;
  const goods = inputs.filter(({ id }) => story.inputs.includes(id)).flatMap(waysToSay);
  return !goods.some((word) => holdsWord(scene.toLowerCase(), word.toLowerCase()));
}

const yearsIn = (text: string) => (text.match(/\b(?:19|20)\d{2}(?!\d)/g) ?? []).map(Number);

function isWithin(year: number, { start, end }: Story['event']): boolean {
  const [first, last] = [start, end ?? start].map((date) => Number(date.slice(0, 4)));
  return year >= (first ?? year) && year <= (last ?? year);
}

/** Words with a capital in the name of the event and the place: who and where. Shorter ones ("New", "Two") name nothing. */
function namesOf({ event, place }: Story): string[] {
  return `${event.name ?? ''} ${place}`.match(/\p{Lu}[\p{L}-]{3,}/gu) ?? [];
}

function waysToSay(term: Term): string[] {
  const { ja } = term.in ?? {};
  return [term.label, ...term.synonyms, ...(ja ? [ja.label, ...(ja.synonyms ?? [])] : [])];
}

/** One of them, or several of what is named as one. Japanese has no blanks between words. */
function holdsWord(text: string, word: string): boolean {
  if (!/^[\p{Script=Latin}\d]/u.test(word)) return text.includes(word);
  const stem = word.replace(/s$/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\d])${stem}(?:s|es)?(?![\\p{L}\\d])`, 'u').test(text);
}
