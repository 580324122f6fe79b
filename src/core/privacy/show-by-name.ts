/**
 * What a trainer sees of a named person. *done*: what was assigned and sent, and whether it was answered. *results*: also which answer it was, how
 * sure they were of it, what they are asked next and why, and who most likely holds a lesson.
 */
export const showByName = ['done', 'results'] as const;

export type ShowByName = (typeof showByName)[number];
