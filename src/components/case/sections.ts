import type { Words } from '#i18n/words.ts';

export type Section = { id: string; title: string };

/** What the rail lists: the story's own headings, the decision after the first of them, and what the page adds. */
export function sectionsOf(
  headings: readonly { depth: number; slug: string; text: string }[],
  words: Words,
): Section[] {
  const [first, ...rest] = headings
    .filter((heading) => heading.depth === 2)
    .map(({ slug, text }) => ({ id: slug, title: text }));
  return [
    ...(first ? [first] : []),
    { id: 'your-decision', title: words.case.decision },
    ...rest,
    { id: 'on-monday', title: words.case.monday },
    { id: 'for-the-board', title: words.case.board },
    { id: 'same-lesson', title: words.case.elsewhere },
    { id: 'try-yourself', title: words.case.questions },
    { id: 'sources', title: words.case.sources },
  ];
}
