import { firstLanguage, type OtherLanguage, otherLanguages } from '#i18n/languages.ts';
import type { CaseFolder, ContentParts } from './assemble.ts';
import { checkQuizzes } from './check/check-quizzes.ts';
import { type Absent, checkLessons, checkReferences } from './check/check-references.ts';
import { checkTranslations } from './check/check-translations.ts';
import type { ContentFault } from './check/content-fault.ts';
import { faultsInForce } from './check/library-rules.ts';
import type { Translations } from './schema/translation.ts';
import { isSameUnit, type Unit, type UnitKind, unitOf } from './unit.ts';
import { withoutReferences } from './without-references.ts';

export type Content = { parts: ContentParts; translations: Record<OtherLanguage, Translations> };

export type LeftOut = Unit & { faults: ContentFault[] };

export type Quarantined = {
  /** Everything that has no fault, and names nothing that is left out. */
  content: Content;
  leftOut: LeftOut[];
  /** What has to be mended before a build, and keeps nothing from being shown. */
  others: ContentFault[];
};

/**
 * Parts what an author may read now from what must be mended first. `faults` are those of the files by themselves; what only shows between
 * files is found here, again after each thing that is left out. Naming something left out is no fault: the name goes with it. Pure.
 */
export function quarantine(content: Content, faults: readonly ContentFault[]): Quarantined {
  const leftOut = byUnit(faults);
  for (;;) {
    const kept = withoutUnits(content, leftOut);
    const absent = absentOf(leftOut);
    const found = [
      ...strandedFaults(kept.parts.cases, absent),
      ...checkReferences(kept.parts, absent),
      ...otherLanguages.flatMap((language) => checkTranslations(kept.parts, language, kept.translations[language])),
    ];
    const more = byUnit(found);
    if (more.length === 0) {
      return {
        content: withoutReferences(kept),
        leftOut,
        others: [...found, ...(absent.cases.length + absent.lessons.length === 0 ? wholeFaults(kept) : [])],
      };
    }
    leftOut.push(...more);
  }
}

/** Judged over all cases and lessons, of which none may be missing. */
function wholeFaults({ parts }: Content): ContentFault[] {
  return [...checkLessons(parts), ...checkQuizzes(parts.cases), ...faultsInForce(parts, true)];
}

function byUnit(faults: readonly ContentFault[]): LeftOut[] {
  const units: LeftOut[] = [];
  for (const fault of faults) {
    const unit = unitOf(fault.file);
    const known = unit && units.find((other) => isSameUnit(other, unit));
    if (known) known.faults.push(fault);
    else if (unit) units.push({ ...unit, faults: [fault] });
  }
  return units;
}

function idsOf(units: readonly Unit[], kind: UnitKind): string[] {
  return units.filter((unit) => unit.kind === kind && unit.language === firstLanguage).map(({ id }) => id);
}

/** The cases and lessons in whose files there are faults. */
export function absentBy(faults: readonly ContentFault[]): Absent {
  return absentOf(byUnit(faults));
}

function absentOf(units: readonly Unit[]): Absent {
  return { cases: idsOf(units, 'cases'), lessons: idsOf(units, 'lessons') };
}

/** A story whose every question goes with a lesson that is left out has no decision to stop at. */
function strandedFaults(cases: readonly CaseFolder[], absent: Absent): ContentFault[] {
  return cases
    .filter(({ questions }) => questions.every(({ lesson }) => absent.lessons.includes(lesson)))
    .map(({ id, frontMatter }) => ({
      file: `cases/${id}/index.mdx`,
      field: 'lessons',
      wrong: 'every lesson it asks about is left out',
      mend: `Mend ${frontMatter.lessons.map((lesson) => `lessons/${lesson.id}.yaml`).join(' or ')} first.`,
    }));
}

function withoutUnits({ parts, translations }: Content, leftOut: readonly Unit[]): Content {
  const stays = (kind: UnitKind) => {
    const gone = idsOf(leftOut, kind);
    return ({ id }: { id: string }) => !gone.includes(id);
  };
  const told = (language: OtherLanguage) => withoutTold(translations[language], language, leftOut);
  return {
    parts: {
      ...parts,
      cases: parts.cases.filter(stays('cases')),
      lessons: parts.lessons.filter(stays('lessons')),
      modules: parts.modules.filter(stays('modules')),
      instruments: parts.instruments.filter(stays('instruments')),
    },
    translations: { ja: told('ja') },
  };
}

/** A translation goes with its own faults, and with what it translates. */
function withoutTold(told: Translations, language: OtherLanguage, leftOut: readonly Unit[]): Translations {
  const staying = <T>(kind: UnitKind, entries: ReadonlyMap<string, T>) => {
    const gone = leftOut.filter((unit) => unit.kind === kind && [firstLanguage, language].includes(unit.language));
    return new Map([...entries].filter(([id]) => !gone.some((unit) => unit.id === id)));
  };
  return {
    cases: staying('cases', told.cases),
    lessons: staying('lessons', told.lessons),
    modules: staying('modules', told.modules),
  };
}
