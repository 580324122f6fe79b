import type { OtherLanguage } from '#i18n/languages.ts';
import type { CaseFolder, ContentParts } from './assemble.ts';
import type { LessonFile } from './schema/lesson.ts';
import type { Translations } from './schema/translation.ts';

type Known = { cases: ReadonlySet<string>; lessons: ReadonlySet<string>; terms: ReadonlySet<string> };

type Content = { parts: ContentParts; translations: Record<OtherLanguage, Translations> };

/** The same content, naming only what is part of it. Pure. */
export function withoutReferences({ parts, translations }: Content): Content {
  const idsOf = (entries: readonly { id: string }[]) => new Set(entries.map(({ id }) => id));
  const known = { cases: idsOf(parts.cases), lessons: idsOf(parts.lessons), terms: idsOf(parts.glossary) };
  const only = (ids: readonly string[], among: ReadonlySet<string>) => ids.filter((id) => among.has(id));
  return {
    parts: {
      ...parts,
      cases: parts.cases.map((folder) => caseNaming(folder, known)),
      lessons: parts.lessons.map(({ id, file }) => ({
        id,
        file: { ...file, comparisons: file.comparisons.filter((pair) => isKnownPair(pair, known)) },
      })),
      modules: parts.modules.map(({ id, file }) => ({
        id,
        file: { ...file, lessons: only(file.lessons, known.lessons) },
      })),
      instruments: parts.instruments.map(({ id, file }) => ({
        id,
        file: { ...file, cases: only(file.cases, known.cases) },
      })),
      glossary: parts.glossary.map((term) => ({
        ...term,
        see: only(term.see, known.terms),
        lessons: only(term.lessons, known.lessons),
        cases: only(term.cases, known.cases),
      })),
    },
    translations: { ja: toldNaming(translations.ja, parts.lessons, known) },
  };
}

function isKnownPair({ left, right }: LessonFile['comparisons'][number], { cases }: Known): boolean {
  return cases.has(left) && cases.has(right);
}

/** The story stops at another of its questions when its own goes; a case without any was left out before. */
function caseNaming(folder: CaseFolder, { lessons }: Known): CaseFolder {
  const { frontMatter } = folder;
  const questions = folder.questions.filter(({ lesson }) => lessons.has(lesson));
  const stop = questions.find(({ id }) => id === frontMatter.decision) ?? questions[0];
  return {
    ...folder,
    questions,
    frontMatter: {
      ...frontMatter,
      lessons: frontMatter.lessons.filter(({ id }) => lessons.has(id)),
      decision: stop?.id ?? frontMatter.decision,
    },
  };
}

/** Comparisons are translated in the order of the original, so they go from both. */
function toldNaming(told: Translations, lessons: ContentParts['lessons'], known: Known): Translations {
  const originals = new Map(lessons.map(({ id, file }) => [id, file.comparisons]));
  return {
    ...told,
    lessons: new Map(
      [...told.lessons].map(([id, lesson]) => {
        const pairs = originals.get(id) ?? [];
        const comparisons = lesson.comparisons.filter((_, at) => {
          const pair = pairs[at];
          return pair !== undefined && isKnownPair(pair, known);
        });
        return [id, { ...lesson, comparisons }];
      }),
    ),
  };
}
