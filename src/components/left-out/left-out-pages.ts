import type { ContentFault } from '#catalogue/check/content-fault.ts';
import type { LeftOut } from '#catalogue/quarantine.ts';
import type { UnitKind } from '#catalogue/unit.ts';
import { firstLanguage, type Language, languages } from '#i18n/languages.ts';

export type LeftOutPage = { language: Language; kind: UnitKind; id: string; faults: ContentFault[] };

/** What is left out in its first language is so in all; a broken translation only there, where its faults take the place of the original. */
export function leftOutPages(leftOut: readonly LeftOut[]): LeftOutPage[] {
  return languages.flatMap((language) => {
    const pages: LeftOutPage[] = [];
    for (const unit of leftOut) {
      if (unit.language !== firstLanguage && unit.language !== language) continue;
      const page = pages.find(({ kind, id }) => kind === unit.kind && id === unit.id);
      if (page) page.faults.push(...unit.faults);
      else pages.push({ language, kind: unit.kind, id: unit.id, faults: [...unit.faults] });
    }
    return pages;
  });
}
