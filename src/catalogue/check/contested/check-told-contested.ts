import type { CaseFolder } from '../../assemble.ts';
import type { CaseTranslation } from '../../schema/translation.ts';
import type { ContentFault } from '../content-fault.ts';

type ToldText = { file: string; field: string; uses: readonly string[] | undefined; text: string };

/** Translated texts of what uses a contested claim, and do not carry the hedge in their own language. Pure. */
export function checkToldContested(folder: CaseFolder, language: string, told: CaseTranslation): ContentFault[] {
  return toldTexts(folder, language, told).flatMap(({ file, field, uses, text }) =>
    folder.frontMatter.contested.flatMap(({ id }, at) => {
      const words = told.frontMatter.contested[at]?.hedgeWords;
      if (!words || !uses?.includes(id) || words.some((word) => text.includes(word))) return [];
      return [
        {
          file,
          field,
          wrong: `it tells as certain what is contested (${id})`,
          mend: `Let it carry the hedge by one of these words: ${words.join(', ')}.`,
        },
      ];
    }),
  );
}

function toldTexts(
  { id, frontMatter: head, questions, mail }: CaseFolder,
  language: string,
  told: CaseTranslation,
): ToldText[] {
  const file = `cases/${id}/index.${language}.mdx`;
  const { frontMatter } = told;
  return [
    ...head.impact.map(({ contested: uses }, at) => {
      const own = frontMatter.impact[at];
      return { file, field: `impact[${at + 1}]`, uses, text: `${own?.figure ?? ''} ${own?.unit ?? ''}` };
    }),
    ...head.timeline.map(({ contested: uses }, at) => ({
      file,
      field: `timeline[${at + 1}]`,
      uses,
      text: frontMatter.timeline[at] ?? '',
    })),
    { file, field: 'contrast.left', uses: head.contrast.left.contested, text: frontMatter.contrast.left.text },
    { file, field: 'contrast.right', uses: head.contrast.right.contested, text: frontMatter.contrast.right.text },
    ...head.fading.moments.map(({ contested: uses }, at) => ({
      file,
      field: `fading[${at + 1}]`,
      uses,
      text: frontMatter.fading[at] ?? '',
    })),
    ...questions.map(({ id: field, contested: uses }) => ({
      file: `cases/${id}/questions.${language}.yaml`,
      field,
      uses,
      text: JSON.stringify(told.questions.find((question) => question.id === field) ?? ''),
    })),
    { file: `cases/${id}/mail.${language}.yaml`, field: 'story', uses: mail.contested, text: told.mail.story.join('') },
  ];
}
