import { en } from '#i18n/en.ts';

export type Section = { id: string; title: string };

/** What the rail lists: the story's own headings, the decision after the first of them, and what the page adds. */
export function sectionsOf(headings: readonly { depth: number; slug: string; text: string }[]): Section[] {
  const [first, ...rest] = headings
    .filter((heading) => heading.depth === 2)
    .map(({ slug, text }) => ({ id: slug, title: text }));
  return [
    ...(first ? [first] : []),
    { id: 'your-decision', title: en.case.decision },
    ...rest,
    { id: 'on-monday', title: en.case.monday },
    { id: 'for-the-board', title: en.case.board },
    { id: 'same-lesson', title: en.case.elsewhere },
    { id: 'try-yourself', title: en.case.questions },
    { id: 'sources', title: en.case.sources },
  ];
}
