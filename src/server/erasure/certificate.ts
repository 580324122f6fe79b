import type { Language } from '#i18n/languages.ts';
import { wordsIn } from '#i18n/words.ts';
import type { Instant } from '#server/database/schema.ts';
import { sayInstant } from '#server/log/say-instant.ts';
import { type Removed, removedKinds } from '#server/people/erase-person.ts';
import type { ErasureDone, ErasureFinished } from './erase-everywhere.ts';

/** What an erasure comes to, as sentences. It names nobody, so that it may be kept. */
export type Certificate = {
  title: string;
  at: string;
  removed: { heading: string; lines: string[] };
  remains: { heading: string; lines: string[] };
  yours: { heading: string; lines: string[] };
};

/** `finished` is null where the rest follows by itself. */
export function certificateOf(
  done: ErasureDone,
  finished: ErasureFinished | null,
  now: Instant,
  language: Language,
): Certificate {
  const t = wordsIn(language).privacy.certificate;
  const others = finished?.others ?? [];
  const unreadable = others.filter(({ erased }) => erased === 'unreadable').map(({ file }) => file);
  return {
    title: t.title,
    at: t.at(sayInstant(now)),
    removed: {
      heading: t.removed,
      lines: [
        ...removedLines(done.removed, t),
        ...(done.mails > 0 ? [t.mails(done.mails)] : []),
        ...others.flatMap(({ file, erased }) =>
          typeof erased === 'number' && erased > 0 ? [t.otherStore(file, erased)] : [],
        ),
        t.files[finished?.scrubbed ?? 'soon'],
      ],
    },
    remains: {
      heading: t.remains,
      lines: [
        t.remaining.mark,
        ...(done.removed.people > 0 ? [t.remaining.row, t.remaining.figures] : []),
        ...(done.removed.signed > 0 ? [t.remaining.signed] : []),
        ...(done.notesWithName > 0 ? [t.remaining.notes(done.notesWithName)] : []),
      ],
    },
    yours: {
      heading: t.yours,
      lines: [
        ...(unreadable.length > 0 ? [t.duties.unreadable(unreadable)] : []),
        t.duties.backups,
        ...(done.learner === null ? [] : [t.duties.recordStore(done.learner)]),
        t.duties.relay,
        t.duties.mailbox,
        t.duties.exports,
      ],
    },
  };
}

type CertificateWords = ReturnType<typeof wordsIn>['privacy']['certificate'];

function removedLines(removed: Removed, t: CertificateWords): string[] {
  const lines = removedKinds.filter((key) => removed[key] > 0).map((key) => t.counts[key](removed[key]));
  return lines.length > 0 ? lines : [t.nothing];
}

/** The certificate as plain text. */
export function certificateText({ title, at, removed, remains, yours }: Certificate): string {
  const part = ({ heading, lines }: { heading: string; lines: string[] }) =>
    [heading, ...lines.map((line) => `- ${line}`)].join('\n');
  return [title, at, part(removed), part(remains), part(yours)].join('\n\n');
}
