import { AppError } from '#core/errors/app-error.ts';
import { reasonSentence } from '#core/planning/reason-sentence.ts';
import { type HoldReason, holdReasons, type LessonForPerson } from '#core/planning/who-would-get.ts';
import { didYouMean } from '#core/text/did-you-mean.ts';
import type { AppContext } from '#server/app-context.ts';
import { readSilentPeople } from '#server/bounces/silent-people.ts';
import { readWho } from '#server/nudges/read-who.ts';
import { reasonSpeech } from '#server/nudges/reason-speech.ts';
import { nowFrom, type Options, onlyArgument } from './options.ts';
import { withApp } from './with-app.ts';

/** People listed in text before the rest is only counted; --json lists everybody. */
const mostListed = 40;

const holdWords: Record<HoldReason, string> = {
  left: 'left the team',
  unreachable: 'unsubscribed, or their address refuses mail',
  paused: 'paused',
  'said-not-relevant': 'said it is not relevant to them',
  'too-distant': 'nothing in common with its cases',
  resting: 'met it too recently',
  'not-worth-a-mail': 'would gain less than a mail costs',
  'had-mail': 'would get it, but had mail too recently for their pace',
};

/** `who LESSON`: who would get a lesson now and why, and why the others would not. */
export async function who(positionals: string[], options: Options): Promise<void> {
  const lessonId = onlyArgument(positionals, 'which lesson');
  const now = nowFrom(options, 'saves nothing', Date.now());
  await withApp(async (app) => {
    const lines = await readWho(app.planner, lessonId, now);
    if (!lines) {
      const known = app.catalogue.lessons.filter((lesson) => !lesson.draft).map((lesson) => lesson.id);
      throw new AppError('NO_SUCH_LESSON', { lesson: lessonId, toSend: true, nearest: didYouMean(lessonId, known) });
    }
    const silent = await readSilentPeople(app.store.db, options.json ? 'everybody' : { personIds: listed(lines) }, now);
    const silentIds = new Set(silent.map(({ id }) => id));
    console.log(
      options.json ? JSON.stringify(asJson(app, lessonId, lines, silentIds), null, 2) : asText(app, lines, silentIds),
    );
  });
}

/** Whom the text names. */
function listed(lines: readonly LessonForPerson[]): number[] {
  return lines
    .filter((line) => line.hold === null)
    .slice(0, mostListed)
    .map((line) => line.person.id);
}

function asJson(app: AppContext, lesson: string, lines: readonly LessonForPerson[], silent: ReadonlySet<number>) {
  return { lesson, people: lines.map((line) => personJson(app, line, silent)) };
}

function personJson(app: AppContext, line: LessonForPerson, silent: ReadonlySet<number>) {
  const { person, teamName, score, weight, caseId, kind, gain, hold } = line;
  return {
    person: person.name,
    team: teamName,
    hold,
    perhapsNotReached: silent.has(person.id),
    kind,
    case: caseId,
    relevance: round(score),
    weight: round(weight),
    gain: round(gain),
    quietDays: line.explanation.quietDays,
    witnessRatio: line.explanation.witnessRatio,
    why: reasonSentence(line.explanation, reasonSpeech(app.catalogue), line.kind),
  };
}

function asText(app: AppContext, lines: readonly LessonForPerson[], silent: ReadonlySet<number>): string {
  const speech = reasonSpeech(app.catalogue);
  const would = lines.filter((line) => line.hold === null);
  const told = would
    .slice(0, mostListed)
    .map(
      (line) =>
        `  ${line.person.name}, ${line.teamName}${silent.has(line.person.id) ? ', perhaps not reached' : ''}: gain ${round(line.gain)} (${line.kind} ${line.caseId})\n    ${reasonSentence(line.explanation, speech, line.kind)}`,
    );
  const more = would.length > mostListed ? [`  and ${would.length - mostListed} more; --json lists them all`] : [];
  const held = holdReasons
    .map((reason) => ({ reason, count: lines.filter((line) => line.hold === reason).length }))
    .filter(({ count }) => count > 0)
    .map(({ reason, count }) => `  ${count} ${holdWords[reason]}`);
  return [
    `${would.length} of ${lines.length} people would get it now, the greatest gain first:`,
    ...told,
    ...more,
    ...(held.length > 0 ? ['Not now:', ...held] : []),
  ].join('\n');
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
