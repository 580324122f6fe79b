import type { Catalogue } from '#catalogue/catalogue.ts';
import { reasonWords } from '#catalogue/reason-words.ts';
import type { RelevanceReason } from '#exposure/relevance.ts';
import { wordsIn } from '#i18n/words.ts';

/** What a case and a team share, in a few words: "magnets (Traction motor magnets)". */
export function sharedThing(reason: RelevanceReason, catalogue: Catalogue): string {
  const names = reasonWords(catalogue);
  const said = wordsIn(catalogue.language).plan;
  switch (reason.kind) {
    case 'input':
      return said.ofItem(names.input(reason.input), reason.item);
    case 'route':
      return names.route(reason.route);
    case 'system':
      return names.system(reason.system);
    case 'dependency':
      return said.ofItem(said.hangsOn[reason.hangsOn], reason.item);
    case 'country':
      return said.ofItem(names.country(reason.country), reason.item);
    case 'hazard':
      return said.atSite(names.hazard(reason.hazard), reason.site);
    case 'sector':
      return names.sector(reason.sector);
    case 'role':
      return names.role(reason.role);
  }
}
