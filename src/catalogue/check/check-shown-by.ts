import type { CaseFolder } from '../assemble.ts';
import { plainText } from '../story-body.ts';
import type { ContentFault } from './content-fault.ts';

/** Lessons whose evidence is a sentence that does not stand on the page: it was reworded or cut, and the lesson may have gone with it. Pure. */
export function checkShownBy(folder: CaseFolder): ContentFault[] {
  const page = pageText(folder);
  return folder.frontMatter.lessons
    .filter(({ shownBy }) => shownBy !== undefined && !page.includes(plainText(shownBy)))
    .map(({ id, shownBy = '' }) => ({
      file: `cases/${folder.id}/index.mdx`,
      field: `${id}.shownBy`,
      wrong: `"${plainText(shownBy)}" stands neither in the story nor in its timeline or contrast`,
      mend: 'Copy the sentence as it stands there, or take the lesson out of the case.',
    }));
}

/** Lessons for which no sentence of the page is named yet. Pure. */
export function lessonsNotShown({ id, frontMatter }: CaseFolder): ContentFault[] {
  return frontMatter.lessons
    .filter(({ shownBy }) => shownBy === undefined)
    .map((taught) => ({
      file: `cases/${id}/index.mdx`,
      field: `lessons, ${taught.id}`,
      wrong: 'no sentence of the page is named in which the lesson is seen',
      mend: 'Add shownBy with one, word for word; where there is none, the case does not teach it.',
    }));
}

function pageText({ body, frontMatter: { timeline, contrast } }: CaseFolder): string {
  const { left, right } = contrast;
  return [plainText(body), ...timeline.map(({ text }) => text), left.text, right.text].map(plainText).join('\n');
}
