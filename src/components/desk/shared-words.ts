import type { Catalogue } from '#catalogue/catalogue.ts';
import { reasonWords } from '#catalogue/reason-words.ts';
import type { RelevanceReason } from '#core/exposure/relevance.ts';
import { profileFact } from '#core/planning/reason-sentence.ts';
import { wordsIn } from '#i18n/words.ts';
import { reasonSpeech } from '#server/nudges/reason-speech.ts';

/** What a case and a team share, in a few words: "magnets (Traction motor magnets)". */
export function sharedThing(reason: RelevanceReason, catalogue: Catalogue): string {
  const names = reasonWords(catalogue);
  const t = wordsIn(catalogue.language).plan;
  switch (reason.kind) {
    case 'input':
      return t.ofItem(names.input(reason.input), reason.item);
    case 'route':
      return names.route(reason.route);
    case 'system':
      return names.system(reason.system);
    case 'dependency':
      return t.ofItem(t.hangsOn[reason.hangsOn], reason.item);
    case 'country':
      return t.ofItem(names.country(reason.country), reason.item);
    case 'family':
      return t.ofItem(names.family(reason.family), reason.item);
    case 'condition':
      return profileFact(reason.holds, reasonSpeech(catalogue));
    case 'hazard':
      return t.atSite(names.hazard(reason.hazard), reason.site);
    case 'sector':
      return names.sector(reason.sector);
    case 'role':
      return names.role(reason.role);
  }
}
