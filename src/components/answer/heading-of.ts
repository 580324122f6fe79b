import type { Told } from '#catalogue/catalogue.ts';
import type { Words } from '#i18n/words.ts';
import type { OpenNudge } from '#server/answers/open-nudge.ts';

/** What stands over the page of a nudge; `told` is set where it is content rather than a word of ours. A question's own subject fits its scene, which is seldom set where the mail's story was. */
export function headingOf({ asked, nudge, story }: OpenNudge, { mail }: Words): { text: string; told: Told | null } {
  switch (asked.kind) {
    case 'question':
      return { text: asked.question.subject, told: story };
    case 'comparison':
      return { text: mail.compare.heading, told: null };
    case 'step':
      if (nudge.kind === 'did-you') return { text: mail['did-you'].heading, told: null };
      return { text: asked.lesson.rule, told: asked.lesson };
  }
}
