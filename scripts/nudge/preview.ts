import { didYouMean } from '../../src/catalogue/did-you-mean.ts';
import { HouseError } from '../../src/house-error.ts';
import { previewNudge } from '../../src/nudges/preview-nudge.ts';
import { inHouse, type Options, onlyArgument, wrongUsage } from './options.ts';

/** `preview LESSON --to PERSON`: the mail as it would read, with links that open nothing. */
export async function preview(positionals: string[], options: Options): Promise<void> {
  const lessonId = onlyArgument(positionals, 'which lesson to preview');
  const { to } = options;
  if (!to) throw wrongUsage('Say for whom, with --to and an e-mail address.');
  const kind = options.kind ?? 'case';
  if (kind !== 'case' && kind !== 'recall') throw wrongUsage('--kind is case or recall.');
  await inHouse(async (house) => {
    const outcome = await previewNudge(house.press, { lessonId, email: to, kind, now: house.clock() });
    if (outcome.ok) {
      console.log(
        options.json
          ? JSON.stringify(outcome.mail, null, 2)
          : `Subject: ${outcome.mail.subject}\n\n${outcome.mail.text}`,
      );
      return;
    }
    const lessons = house.catalogue.lessons.map((lesson) => lesson.id);
    throw outcome.reason === 'no-such-lesson'
      ? new HouseError('NO_SUCH_LESSON', `There is no lesson "${lessonId}".`, didYouMean(lessonId, lessons))
      : new HouseError(
          'NO_SUCH_PERSON',
          `Nobody has the address ${to}.`,
          'Import people first, or check the spelling.',
        );
  });
}
