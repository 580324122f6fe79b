import type { Library } from '#catalogue/catalogue.ts';
import { reasonWords } from '#catalogue/reason-words.ts';
import type { Input } from '#core/brief/reading.ts';
import type { RelevanceReason } from '#core/exposure/relevance.ts';
import { type Language, perLanguage } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { Brief, InEachLanguage } from './brief.ts';
import type { NearestCase } from './facts/read-exposures.ts';

/** Says ids of the library in the words that it has now, in each language. */
export function namesIn(library: Library) {
  const titleOf = {
    case: (id: string, language: Language) => library[language].cases.find((entry) => entry.id === id)?.title ?? id,
    lesson: (id: string, language: Language) => library[language].lessons.find((entry) => entry.id === id)?.rule ?? id,
    programme: (id: string, language: Language) =>
      library[language].instruments.find((entry) => entry.id === id)?.title ?? id,
  };
  const inEach = (say: (language: Language) => string): InEachLanguage => perLanguage(say);
  return {
    programme: (id: string) => inEach((language) => titleOf.programme(id, language)),
    input: ({ kind, name }: Input): InEachLanguage =>
      inEach((language) =>
        kind === 'case' || kind === 'lesson' || kind === 'programme' ? titleOf[kind](name, language) : name,
      ),
    nearCase: ({ caseId, same }: NearestCase): Brief['cases'][number] => {
      const entry = (language: Language) => library[language].cases.find(({ id }) => id === caseId);
      return {
        caseId,
        title: inEach((language) => titleOf.case(caseId, language)),
        happened: inEach((language) => entry(language)?.dek ?? ''),
        same: inEach((language) => sameWords(library, language, same)),
        cost: inEach((language) => {
          const [first] = entry(language)?.impact ?? [];
          return first ? wordsIn(language).brief.cases.figure(first.figure, first.unit) : '';
        }),
      };
    },
  };
}

/** What a case and the organisation share, said of the organisation. */
function sameWords(library: Library, language: Language, reason: RelevanceReason): string {
  const names = reasonWords(library[language]);
  const t = wordsIn(language).brief.same;
  switch (reason.kind) {
    case 'input':
      return reason.origin
        ? t.itemFrom(reason.item, names.input(reason.input), names.country(reason.origin))
        : t.item(reason.item, names.input(reason.input));
    case 'family':
      return t.item(reason.item, names.family(reason.family));
    case 'country':
      return t.country(reason.item, names.country(reason.country));
    case 'dependency':
      return t.hangsOn[reason.hangsOn](reason.item);
    case 'route':
      return t.route(names.route(reason.route));
    case 'system':
      return t.system(names.system(reason.system));
    case 'hazard':
      return t.hazard(names.hazard(reason.hazard), names.country(reason.country));
    case 'sector':
      return t.sector(names.sector(reason.sector));
    case 'role':
    case 'condition':
      return t.other;
  }
}
