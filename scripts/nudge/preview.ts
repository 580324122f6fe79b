import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { didYouMean } from '../../src/catalogue/did-you-mean.ts';
import { HouseError } from '../../src/house-error.ts';
import { type PreviewOutcome, previewNudge } from '../../src/nudges/preview-nudge.ts';
import { type NudgeKind, nudgeKinds } from '../../src/planning/world.ts';
import { inHouse, type Options, onlyArgument, wrongUsage } from './options.ts';

/** `preview LESSON --to PERSON [--kind KIND]`: the mail as it would read, with links that open nothing. */
export async function preview(positionals: string[], options: Options): Promise<void> {
  const lessonId = onlyArgument(positionals, 'which lesson to preview');
  const { to } = options;
  if (!to) throw wrongUsage('Say for whom, with --to and an e-mail address.');
  const wanted = options.kind ?? 'case';
  const kind = nudgeKinds.find((entry) => entry === wanted);
  if (!kind) throw wrongUsage(`--kind is ${nudgeKinds.slice(0, -1).join(', ')} or ${nudgeKinds.at(-1)}.`);
  await inHouse(async (house) => {
    const { weights } = house.planner;
    const outcome = await previewNudge(house.press, { lessonId, email: to, kind, now: house.clock(), weights });
    if (outcome.ok) {
      console.log(
        options.json
          ? JSON.stringify(outcome.mail, null, 2)
          : `Subject: ${outcome.mail.subject}\n\n${outcome.mail.text}`,
      );
      return;
    }
    throw refusal(outcome.reason, { lessonId, to, kind }, house.catalogue);
  });
}

function refusal(
  reason: Extract<PreviewOutcome, { ok: false }>['reason'],
  { lessonId, to, kind }: { lessonId: string; to: string; kind: NudgeKind },
  catalogue: Catalogue,
): HouseError {
  switch (reason) {
    case 'no-such-lesson': {
      const known = catalogue.lessons.map((lesson) => lesson.id);
      return new HouseError('NO_SUCH_LESSON', `There is no lesson "${lessonId}".`, didYouMean(lessonId, known));
    }
    case 'no-such-person':
      return new HouseError(
        'NO_SUCH_PERSON',
        `Nobody has the address ${to}.`,
        'Import people first, or check the spelling.',
      );
    case 'not-of-this-kind':
      return new HouseError(
        'NOT_OF_THIS_KIND',
        kind === 'compare'
          ? `The lesson "${lessonId}" has no comparison.`
          : `The lesson "${lessonId}" has no question for a mail of the kind "${kind}".`,
        `Write one in content/, or preview the lesson with another --kind.`,
      );
  }
}
