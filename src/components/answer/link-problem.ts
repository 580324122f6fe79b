/** What the page says when a link opens nothing, by the reason. */
export const linkProblems = {
  forged: {
    title: 'This link is not complete',
    text: 'Part of it was lost or changed on the way, so it opens nothing. Open it again from the e-mail itself, or copy the whole address.',
  },
  foreign: {
    title: 'This link is for something else',
    text: 'It is genuine, but not made for this page. Use the links in the e-mail as they stand there.',
  },
  expired: {
    title: 'This link has expired',
    text: 'The question is too old to be opened from its e-mail. The case is still in the library.',
  },
  gone: {
    title: 'There is nothing behind this link any more',
    text: 'The question was withdrawn, or the person it was sent to has been removed from Nodomoto.',
  },
} as const;

export type LinkProblemReason = keyof typeof linkProblems;
