import { firstLanguage, type Language, otherLanguages } from '#i18n/languages.ts';

/** The folders of what is written and published one by one, each as its pages' address begins. */
export const unitKinds = ['cases', 'lessons', 'modules', 'instruments'] as const;

export type UnitKind = (typeof unitKinds)[number];

/** One case, lesson, module or instrument in one language: the smallest thing that can be left out. */
export type Unit = { kind: UnitKind; id: string; language: Language };

const folders = unitKinds.join('|');
const unitFile = new RegExp(`^(${folders})/([^/*]+?)(?:/\\w+)?(?:\\.(${otherLanguages.join('|')}))?\\.(?:mdx|yaml)$`);

/** What a file of `content/` belongs to; `null` for the files that everything stands on: vocabulary, lists, jurisdictions. */
export function unitOf(file: string): Unit | null {
  const [, folder, id, told] = unitFile.exec(file) ?? [];
  const kind = unitKinds.find((known) => known === folder);
  if (!kind || !id) return null;
  return { kind, id, language: otherLanguages.find((language) => language === told) ?? firstLanguage };
}

export function isSameUnit(one: Unit, other: Unit): boolean {
  return one.kind === other.kind && one.id === other.id && one.language === other.language;
}
