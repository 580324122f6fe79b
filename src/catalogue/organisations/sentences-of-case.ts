import type { Language } from '#i18n/languages.ts';
import type { CatalogueCase } from '../catalogue.ts';
import { paragraphsOf, plainText, sentencesOf } from '../story-body.ts';

/** A sentence of a case that may name somebody. A side of the contrast is told behind its own `who`. */
export type CaseSentence = { text: string; who?: string };

type Telling = Pick<CatalogueCase, 'dek' | 'timeline' | 'contrast' | 'mail' | 'toldIn'>;

/** Every sentence of a case in the order of its page, and those of its mail last. Pure. */
export function sentencesOfCase({ dek, timeline, contrast, mail, toldIn }: Telling, body: string): CaseSentence[] {
  const prose = (text: string) => split[toldIn](text).map((sentence) => ({ text: plainText(sentence) }));
  return [
    ...prose(dek),
    ...paragraphsOf(body).flatMap(prose),
    ...[contrast.left, contrast.right].map(({ who, text }) => ({ who, text })),
    ...timeline.map(({ text }) => ({ text })),
    ...mail.story.flatMap(prose),
  ].filter(({ text }) => text !== '');
}

const split: Record<Language, (text: string) => string[]> = {
  en: (text) => sentencesOf(text).reduce<string[]>(joinAfterInitial, []),
  ja: (text) => text.split(/(?<=[。！？][」』）]*(?:\s*<Cite[^>]*\/>)*)(?!\s*<Cite)(?![」』）])/),
};

/** A full stop behind an initial ends no sentence: "B. Braun". */
function joinAfterInitial(sentences: string[], next: string): string[] {
  const last = sentences.at(-1);
  if (last === undefined || !/(?:^|\s)(?:[A-Z]|No|St)\.$/.test(last)) return [...sentences, next];
  return [...sentences.slice(0, -1), `${last} ${next}`];
}

/** Does it say something by itself? "It was Riken." does not; lengths are those of a short clause in each language. */
export function standsAlone({ text, who }: CaseSentence, language: Language): boolean {
  return who !== undefined || text.length >= shortest[language];
}

const shortest: Record<Language, number> = { en: 45, ja: 22 };
