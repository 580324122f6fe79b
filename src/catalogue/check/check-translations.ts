import type { CaseFolder, ContentParts } from '../assemble.ts';
import type { CaseTranslation, Translations } from '../schema/translation.ts';
import { citedSources } from '../story-body.ts';
import { toldChoice } from '../told-choice.ts';
import type { ContentFault } from './content-fault.ts';
import { checkToldContested } from './contested/check-told-contested.ts';

/** Where a translation and its original do not fit each other. One that is merely older is shown with a notice, and is no fault. */
export function checkTranslations(parts: ContentParts, language: string, translations: Translations): ContentFault[] {
  return [
    ...[...translations.cases].flatMap(([id, told]) => {
      const folder = parts.cases.find((entry) => entry.id === id);
      return folder ? caseFaults(folder, language, told) : [];
    }),
    ...[...translations.lessons].flatMap(([id, told]) => {
      const lesson = parts.lessons.find((entry) => entry.id === id);
      const file = `lessons/${id}.${language}.yaml`;
      if (!lesson) return [orphan(file)];
      // Comparisons may wait for their translation; those that are there must be those of the original.
      return told.comparisons.length === 0
        ? []
        : lengthFaults(file, [['comparisons', lesson.file.comparisons, told.comparisons]]);
    }),
    ...[...translations.modules.keys()]
      .filter((id) => !parts.modules.some((module) => module.id === id))
      .map((id) => orphan(`modules/${id}.${language}.yaml`)),
  ];
}

function caseFaults(folder: CaseFolder, language: string, told: CaseTranslation): ContentFault[] {
  const index = `cases/${folder.id}/index.${language}.mdx`;
  const questions = `cases/${folder.id}/questions.${language}.yaml`;
  const { frontMatter: head } = folder;
  const known = folder.sources.map((source) => source.id);
  return [
    ...lengthFaults(index, [
      ['impact', head.impact, told.frontMatter.impact],
      ['timeline', head.timeline, told.frontMatter.timeline],
      ['fading', head.fading.moments, told.frontMatter.fading],
      ['lessons', head.lessons, told.frontMatter.lessons],
    ]),
    // Contested claims may wait for their translation; those that are there must be those of the original.
    ...(told.frontMatter.contested.length === 0
      ? []
      : lengthFaults(index, [['contested', head.contested, told.frontMatter.contested]])),
    ...meaningFaults(index, folder, told),
    ...checkToldContested(folder, language, told),
    ...citedSources(told.body)
      .filter((id) => !known.includes(id))
      .map((id) => fault(index, 'body', `"${id}" is not in sources.yaml`, 'Cite the sources of the original.')),
    ...folder.questions.flatMap((question) => {
      const other = told.questions.find(({ id }) => id === question.id);
      if (!other) return [fault(questions, question.id, 'this question is missing', 'Translate it as well.')];
      const same = question.choices.every(
        (choice, at) => 'because' in choice === 'because' in (toldChoice(other.choices, choice.id, at) ?? {}),
      );
      return same && other.choices.length === question.choices.length
        ? []
        : [fault(questions, question.id, 'the choices are not those of the original', 'Use its ids, in its order.')];
    }),
  ];
}

/** What a reader of the translation would be told wrongly: another lesson, or a lever left in the first language. */
function meaningFaults(
  file: string,
  { frontMatter: head }: CaseFolder,
  { frontMatter: told }: CaseTranslation,
): ContentFault[] {
  const lessons = told.lessons
    .filter(({ id }) => !head.lessons.some((lesson) => lesson.id === id))
    .map(({ id }) => fault(file, 'lessons', `"${id}" is not a lesson of the original`, 'Use the ids of the original.'));
  const lever =
    head.leverage && !told.leverage
      ? [fault(file, 'leverage', 'it is missing', 'Translate wielder, target and node as well.')]
      : [];
  return [...lessons, ...lever];
}

function lengthFaults(file: string, lists: [string, readonly unknown[], readonly unknown[]][]): ContentFault[] {
  return lists
    .filter(([, original, told]) => original.length !== told.length)
    .map(([field, original, told]) =>
      fault(
        file,
        field,
        `it has ${told.length} entries and the original ${original.length}`,
        'Translate each, in order.',
      ),
    );
}

function orphan(file: string): ContentFault {
  return fault(file, '', 'what it translates does not exist', 'Rename the file, or take it out.');
}

function fault(file: string, field: string, wrong: string, mend: string): ContentFault {
  return { file, field, wrong, mend };
}
