import { didYouMean } from '#core/text/did-you-mean.ts';
import type { CaseFolder, ContentParts } from '../assemble.ts';
import type { VocabularyName } from '../schema/vocabulary.ts';
import { citedSources } from '../story-body.ts';
import { checkShownBy } from './check-shown-by.ts';
import { checkStarters } from './check-starters.ts';
import { type ContentFault, dangling } from './content-fault.ts';
import { checkContested } from './contested/check-contested.ts';

const minimumCases = 2;
const minimumQuestions = 3;

/** Ids that may be named although their files are not among the parts: while an author writes, what is broken is left out of them. */
export type Absent = { cases: readonly string[]; lessons: readonly string[] };

/** Faults that only show between files: dangling ids, and sources nobody cites. Pure. */
export function checkReferences(parts: ContentParts, absent: Absent): ContentFault[] {
  return [
    ...parts.cases.flatMap((folder) => caseFaults(folder, parts, absent)),
    ...parts.lessons.flatMap((lesson) => comparisonFaults(lesson, parts, absent)),
    ...parts.modules.flatMap((module) => moduleFaults(module, parts, absent)),
    ...parts.instruments.flatMap((instrument) => instrumentFaults(instrument, parts, absent)),
    ...officialFaults(parts),
    ...glossaryFaults(parts, absent),
    ...checkStarters(parts),
  ];
}

/** Lessons that cannot be sent yet, as too little teaches them. Pure. */
export function checkLessons(parts: ContentParts): ContentFault[] {
  return parts.lessons.filter(({ file }) => !file.draft).flatMap((lesson) => thinFaults(lesson, parts));
}

function termFaults(folder: CaseFolder, parts: ContentParts): ContentFault[] {
  const uses: [VocabularyName, string[]][] = [
    ['hazards', folder.frontMatter.hazards],
    ['sectors', folder.frontMatter.sectors],
    ['inputs', folder.frontMatter.inputs],
    ['dependencies', folder.frontMatter.dependencies],
    ['routes', folder.frontMatter.routes],
    ['systems', folder.frontMatter.systems],
  ];
  return uses.flatMap(([name, ids]) => {
    const known = parts.vocabulary[name].map((term) => term.id);
    return ids
      .filter((id) => !known.includes(id))
      .map((id) =>
        dangling(
          `cases/${folder.id}/index.mdx`,
          name,
          id,
          `${didYouMean(id, known)} New words go into vocabulary/${name}.yaml.`,
        ),
      );
  });
}

function sourceUses(folder: CaseFolder): { file: string; field: string; id: string }[] {
  const { frontMatter: head, id: caseId } = folder;
  const index = `cases/${caseId}/index.mdx`;
  const use = (file: string, field: string, ids: string[]) => ids.map((id) => ({ file, field, id }));
  return [
    ...use(index, 'body', citedSources(folder.body)),
    ...head.impact.flatMap((entry) => use(index, 'impact', entry.sources)),
    ...head.timeline.flatMap((entry) => use(index, 'timeline', entry.sources)),
    ...use(index, 'contrast', [...head.contrast.left.sources, ...head.contrast.right.sources]),
    ...head.fading.moments.flatMap((entry) => use(index, 'fading', entry.sources)),
    ...use(index, 'board', head.board.sources),
    ...use(index, 'leverage', head.leverage?.sources ?? []),
    ...head.contested.flatMap(({ sides }) => sides.flatMap((side) => use(index, 'contested', side.sources))),
    ...folder.questions.flatMap((question) => use(`cases/${caseId}/questions.yaml`, question.id, question.sources)),
  ];
}

function unknownSources(folder: CaseFolder): ContentFault[] {
  const known = folder.sources.map((source) => source.id);
  return sourceUses(folder)
    .filter((use) => !known.includes(use.id))
    .map((use) => dangling(use.file, use.field, use.id, didYouMean(use.id, known)));
}

function idleSources(folder: CaseFolder): ContentFault[] {
  const used = new Set(sourceUses(folder).map((use) => use.id));
  return folder.sources
    .map(({ id }) => id)
    .filter((id) => !used.has(id))
    .map((id) => ({
      file: `cases/${folder.id}/sources.yaml`,
      field: id,
      wrong: 'nothing cites this source',
      mend: 'Cite it where it is the evidence, or take it out.',
      rule: { code: 'uncalled' as const, facts: null },
    }));
}

function caseFaults(folder: CaseFolder, parts: ContentParts, absent: Absent): ContentFault[] {
  const ids = folder.questions.map((question) => question.id);
  const { decision } = folder.frontMatter;
  const index = `cases/${folder.id}/index.mdx`;
  return [
    ...termFaults(folder, parts),
    ...unknownSources(folder),
    ...idleSources(folder),
    ...lessonFaults(folder, parts, absent),
    ...(ids.includes(decision) ? [] : [dangling(index, 'decision', decision, didYouMean(decision, ids))]),
    ...checkContested(folder),
    ...checkShownBy(folder),
  ];
}

/** What is wrong in a case of which some questions, or the mail, could not be read: nothing that these might hold. Pure. */
export function checkRoughCase(folder: CaseFolder, parts: ContentParts, absent: Absent): ContentFault[] {
  return [
    ...termFaults(folder, parts),
    ...lessonFaults(folder, parts, absent),
    ...checkContested(folder),
    ...checkShownBy(folder),
  ];
}

/** Lessons that nothing has, and questions on one that the case does not teach, or under an id that another has. */
function lessonFaults(folder: CaseFolder, parts: ContentParts, absent: Absent): ContentFault[] {
  const lessonIds = [...parts.lessons.map((lesson) => lesson.id), ...absent.lessons];
  const taught = folder.frontMatter.lessons.map((lesson) => lesson.id);
  const file = `cases/${folder.id}/questions.yaml`;
  const index = `cases/${folder.id}/index.mdx`;
  const unknownLessons = taught
    .filter((id) => !lessonIds.includes(id))
    .map((id) => dangling(index, 'lessons', id, didYouMean(id, lessonIds)));
  const strayQuestions = folder.questions
    .filter((question) => !taught.includes(question.lesson))
    .map((question) => ({
      ...dangling(
        file,
        `${question.id}.lesson`,
        question.lesson,
        'A question tests a lesson that its case lists under lessons.',
      ),
      rule: { code: 'other-lesson' as const, facts: { said: question.lesson } },
    }));
  const repeated = folder.questions
    .filter((question, index_) => folder.questions.findIndex((other) => other.id === question.id) !== index_)
    .map((question) => ({
      file,
      field: question.id,
      wrong: 'this id is used twice',
      mend: 'Give each question its own id.',
      rule: { code: 'called-twice' as const, facts: null },
    }));
  return [...unknownLessons, ...strayQuestions, ...repeated];
}

type LessonEntry = ContentParts['lessons'][number];

function teachingCases(lessonId: string, parts: ContentParts): CaseFolder[] {
  return parts.cases.filter((folder) => folder.frontMatter.lessons.some((taught) => taught.id === lessonId));
}

function comparisonFaults({ id, file }: LessonEntry, parts: ContentParts, absent: Absent): ContentFault[] {
  const known = [...teachingCases(id, parts).map((folder) => folder.id), ...absent.cases];
  return file.comparisons
    .flatMap((comparison) => [comparison.left, comparison.right])
    .filter((caseId) => !known.includes(caseId))
    .map((caseId) =>
      dangling(`lessons/${id}.yaml`, 'comparisons', caseId, 'A comparison names two cases that list this lesson.'),
    );
}

function thinFaults(lesson: LessonEntry, parts: ContentParts): ContentFault[] {
  const file = `lessons/${lesson.id}.yaml`;
  const teaching = teachingCases(lesson.id, parts);
  const questions = teaching.flatMap((folder) => folder.questions).filter((question) => question.lesson === lesson.id);
  const thin: ContentFault[] = [];
  if (teaching.length < minimumCases) thin.push(thinLesson(file, `${teaching.length} case`, `${minimumCases} cases`));
  if (questions.length < minimumQuestions)
    thin.push(thinLesson(file, `${questions.length} questions`, `${minimumQuestions} questions`));
  if (lesson.file.comparisons.length === 0) {
    thin.push({
      file,
      field: 'comparisons',
      wrong: 'no two cases are compared',
      mend: 'Add a comparison, or mark the lesson as draft.',
    });
  }
  return thin;
}

function thinLesson(file: string, has: string, needs: string): ContentFault {
  return {
    file,
    field: 'lesson',
    wrong: `it has ${has} and needs ${needs}`,
    mend: 'Write what is missing, or say under draft why it waits.',
  };
}

function moduleFaults(
  { id, file }: ContentParts['modules'][number],
  parts: ContentParts,
  absent: Absent,
): ContentFault[] {
  const scheduled = parts.lessons.filter((lesson) => !lesson.file.draft).map((lesson) => lesson.id);
  const known = [...scheduled, ...absent.lessons];
  return file.lessons
    .filter((lesson) => !known.includes(lesson))
    .map((lesson) => ({
      ...dangling(
        `modules/${id}.yaml`,
        'lessons',
        lesson,
        `A module holds lessons that can be sent. ${didYouMean(lesson, known)}`,
      ),
      rule: { code: 'unsendable-lesson' as const, facts: { said: lesson } },
    }));
}

function instrumentFaults(
  { id, file }: ContentParts['instruments'][number],
  parts: ContentParts,
  absent: Absent,
): ContentFault[] {
  const path = `instruments/${id}.yaml`;
  const jurisdictions = parts.jurisdictions.map((entry) => entry.id);
  const cases = [...parts.cases.map((folder) => folder.id), ...absent.cases];
  const sectors = parts.vocabulary.sectors.map((term) => term.id);
  return [
    ...file.forSectors
      .filter((entry) => !sectors.includes(entry))
      .map((entry) => dangling(path, 'forSectors', entry, didYouMean(entry, sectors))),
    ...(jurisdictions.includes(file.jurisdiction)
      ? []
      : [dangling(path, 'jurisdiction', file.jurisdiction, didYouMean(file.jurisdiction, jurisdictions))]),
    ...file.cases
      .filter((entry) => !cases.includes(entry))
      .map((entry) => dangling(path, 'cases', entry, didYouMean(entry, cases))),
  ];
}

/** Sectors and inputs belong to official lists by our reading; every sector says to which, if only to none. */
function officialFaults(parts: ContentParts): ContentFault[] {
  const uses = [
    { name: 'sectors', list: 'strategic-sectors' },
    { name: 'inputs', list: 'critical-materials' },
  ] as const;
  return uses.flatMap(({ name, list }) => {
    const known = parts.lists[list].entries.map((entry) => entry.id);
    const file = `vocabulary/${name}.yaml`;
    const stray = parts.vocabulary[name].flatMap((term) =>
      (term.official ?? [])
        .filter((id) => !known.includes(id))
        .map((id) => dangling(file, `${term.id}.official`, id, didYouMean(id, known))),
    );
    const silent = parts.vocabulary[name]
      .filter((term) => name === 'sectors' && !term.official)
      .map((term) => ({
        file,
        field: term.id,
        wrong: 'it does not say to which strategic sectors it belongs',
        mend: `Add official: [...] with ids of lists/${list}.yaml, or an empty list.`,
      }));
    return [...stray, ...silent];
  });
}

function glossaryFaults(parts: ContentParts, absent: Absent): ContentFault[] {
  const known = {
    see: parts.glossary.map((term) => term.id),
    lessons: [...parts.lessons.map((lesson) => lesson.id), ...absent.lessons],
    cases: [...parts.cases.map((folder) => folder.id), ...absent.cases],
  };
  const fields = ['see', 'lessons', 'cases'] as const;
  return parts.glossary.flatMap((term) =>
    fields.flatMap((field) =>
      term[field]
        .filter((id) => !known[field].includes(id))
        .map((id) => dangling('vocabulary/glossary.yaml', `${term.id}.${field}`, id, didYouMean(id, known[field]))),
    ),
  );
}
