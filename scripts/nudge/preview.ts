import type { Catalogue } from '#catalogue/catalogue.ts';
import { AppError } from '#core/errors/app-error.ts';
import { type NudgeKind, nudgeKinds } from '#core/planning/nudge-kinds.ts';
import { didYouMean } from '#core/text/did-you-mean.ts';
import { type PreviewOutcome, previewNudge } from '#server/nudges/preview-nudge.ts';
import { type Options, onlyArgument, wrongUsage } from './options.ts';
import { withApp } from './with-app.ts';

/** `preview LESSON --to PERSON [--kind KIND]`: the mail as it would read, with links that open nothing. */
export async function preview(positionals: string[], options: Options): Promise<void> {
  const lessonId = onlyArgument(positionals, 'which lesson to preview');
  const { to } = options;
  if (!to) throw wrongUsage('Say for whom, with --to and an e-mail address.');
  const wanted = options.kind ?? 'case';
  const kind = nudgeKinds.find((entry) => entry === wanted);
  if (!kind) throw wrongUsage(`--kind is ${nudgeKinds.slice(0, -1).join(', ')} or ${nudgeKinds.at(-1)}.`);
  await withApp(async (app) => {
    const { weights } = app.planner;
    const person = await app.store.db
      .selectFrom('person')
      .selectAll()
      .where('email', '=', to.trim().toLowerCase())
      .executeTakeFirst();
    const outcome = await previewNudge(app.renderer, { lessonId, person, kind, now: app.clock(), weights });
    if (outcome.ok) {
      console.log(
        options.json
          ? JSON.stringify(outcome.mail, null, 2)
          : `Subject: ${outcome.mail.subject}\n\n${outcome.mail.text}`,
      );
      return;
    }
    throw refusal(outcome.reason, { lessonId, to, kind }, app.catalogue);
  });
}

function refusal(
  reason: Extract<PreviewOutcome, { ok: false }>['reason'],
  { lessonId, to, kind }: { lessonId: string; to: string; kind: NudgeKind },
  catalogue: Catalogue,
): AppError {
  switch (reason) {
    case 'no-such-lesson': {
      const known = catalogue.lessons.map((lesson) => lesson.id);
      return new AppError('NO_SUCH_LESSON', { lesson: lessonId, toSend: false, nearest: didYouMean(lessonId, known) });
    }
    case 'no-such-person':
      return new AppError('NO_SUCH_PERSON', { address: to, toErase: false });
    case 'not-of-this-kind':
      return new AppError('NOT_OF_THIS_KIND', { lesson: lessonId, kind });
  }
}
