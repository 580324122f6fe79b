import type { MailTemplate, MailTemplates } from './mail-template.ts';

/** Drawn mails, looked up by `templateKey` when one is wanted: a large library's do not lie in memory. */
export type TemplateShelf = { find: (key: string) => MailTemplate | null };

/** What was drawn just now, or by a test. */
export function shelfOf(templates: MailTemplates): TemplateShelf {
  return { find: (key) => templates[key] ?? null };
}

/** Both; of a mail that stands on both, the first one's. */
export function joinShelves(first: TemplateShelf, second: TemplateShelf): TemplateShelf {
  return { find: (key) => first.find(key) ?? second.find(key) };
}
