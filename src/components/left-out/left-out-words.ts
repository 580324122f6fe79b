import type { Unit, UnitKind } from '#catalogue/unit.ts';
import { firstLanguage } from '#i18n/languages.ts';

const kindWords: Record<UnitKind, string> = {
  cases: 'case',
  lessons: 'lesson',
  modules: 'module',
  instruments: 'instrument',
};

/** What a unit is called to its author. Notices for authors are English, as the faults are. */
export function wordFor({ kind, language }: Pick<Unit, 'kind' | 'language'>): string {
  return language === firstLanguage ? kindWords[kind] : `translation of a ${kindWords[kind]}`;
}

/** As its files are called. */
export function nameOf({ id, language }: Unit): string {
  return language === firstLanguage ? id : `${id}.${language}`;
}

/** "1 case is left out", "2 cases and 1 lesson are left out". */
export function leftOutSentence(units: readonly Unit[]): string {
  const words = units.map((unit) => (unit.language === firstLanguage ? kindWords[unit.kind] : 'translation'));
  const counts = [...new Set(words)].map((word) => counted(words.filter((other) => other === word).length, word));
  const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(counts);
  return `${list} ${units.length === 1 ? 'is' : 'are'} left out`;
}

export function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
