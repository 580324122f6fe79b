import { nudgeKinds } from '#core/planning/nudge-kinds.ts';
import type { PreviewAsked } from './mails-desk.ts';

/** What the fields of the form, or of the address of a frame, ask to be previewed for somebody. */
export function previewAsked(personId: number, { lesson, kind }: Readonly<Record<string, string>>): PreviewAsked {
  return {
    personId,
    lessonId: lesson ?? '',
    kind: nudgeKinds.find((entry) => entry === kind) ?? 'case',
  };
}
