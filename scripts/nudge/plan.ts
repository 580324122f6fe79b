import { reasonSentence } from '#core/planning/reason-sentence.ts';
import type { AppContext } from '#server/app-context.ts';
import { planDueInTurn, previewsInTurn, type TeamPlan } from '#server/nudges/plan-nudges.ts';
import { allTeamIds } from '#server/nudges/read-teams.ts';
import { reasonSpeech } from '#server/nudges/reason-speech.ts';
import { mailPausedError } from '#server/outbox/mail-held-error.ts';
import { mindClock } from '#server/scheduler/scheduler.ts';
import { nowFrom, type Options, wrongUsage } from './options.ts';
import { withApp } from './with-app.ts';

/** `plan`: who gets what, when and why. */
export async function plan(positionals: string[], options: Options): Promise<void> {
  if (positionals.length > 0) throw wrongUsage(`"${positionals[0]}" is not an option of plan.`);
  const now = nowFrom(options, 'saves', Date.now());
  await withApp(
    async (app) => {
      if (!options['dry-run']) await prepareToSave(app);
      const plans = options['dry-run']
        ? previewsInTurn(app.planner, await allTeamIds(app.planner.db), now)
        : planDueInTurn(app.planner, now);
      const lines = await Array.fromAsync(plans, (entry) => describePlan(app, entry));
      console.log(
        options.json
          ? JSON.stringify({ now: iso(now), teams: lines }, null, 2)
          : asText(lines, options['dry-run'] === true),
      );
    },
    () => now,
  );
}

/** @throws AppError while mail is paused. */
async function prepareToSave(app: AppContext): Promise<void> {
  const pause = await app.mailPause();
  if (pause) throw mailPausedError(pause);
  await mindClock(app, Date.now(), 0);
}

type PlanLine = ReturnType<typeof describePlan>;

const iso = (time: number) => Temporal.Instant.fromEpochMilliseconds(time).toString();

/** All that is told of a plan: less than the plan, so that those of many teams can wait for the last. */
function describePlan(app: AppContext, { team, on, choices }: TeamPlan) {
  const speech = reasonSpeech(app.catalogue);
  return {
    team: team.name,
    on,
    nudges: choices.map((choice) => ({
      person: team.people.find((person) => person.id === choice.personId)?.name ?? '',
      dueAt: iso(choice.dueAt),
      kind: choice.kind,
      lesson: choice.lessonId,
      question: choice.questionId,
      why: reasonSentence(choice.explanation, speech, choice.kind),
      occasion: choice.explanation.occasion.kind,
      assigned: choice.explanation.assignmentId !== null,
      quietDays: choice.explanation.quietDays,
      witnessRatio: choice.explanation.witnessRatio,
      teamMemoryNow: round(choice.explanation.teamMemory),
      gain: round(choice.explanation.gain),
    })),
  };
}

/** Four decimals: enough to compare, few enough that a last bit of arithmetic is not read as a difference. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function asText(lines: PlanLine[], dryRun: boolean): string {
  if (lines.length === 0)
    return dryRun ? 'There are no teams yet.' : 'No team’s morning has come that was not planned already.';
  const told = lines.map((line) => {
    const nudges = line.nudges.map(
      (nudge) =>
        `  ${nudge.person}, ${nudge.dueAt}: ${nudge.kind} ${nudge.lesson}${nudge.assigned ? ' (assigned)' : ''}\n    ${nudge.why}`,
    );
    return [`${line.team}, ${line.on}`, ...(nudges.length > 0 ? nudges : ['  nothing is worth an e-mail'])].join('\n');
  });
  return [...told, dryRun ? 'A dry run: nothing was saved.' : ''].filter(Boolean).join('\n');
}
