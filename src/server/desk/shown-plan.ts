import type { NudgeChoice } from '#core/planning/planner-types.ts';
import { figuresHeld } from '#core/privacy/smallest-team.ts';
import type { DeskPlan } from './plan/desk-plan.ts';
import type { DeskRules } from './shown-cells.ts';

/** A plan as the desk shows it. */
export type ShownPlan = DeskPlan & {
  /** Told with the person each goes to. */
  named: NudgeChoice[];
  /** Told as lessons alone, in the order of their ids; one of each lesson and case. */
  unnamed: NudgeChoice[];
  /** Mails that are not told of at all: in a team without figures a lesson would name its reader. */
  untold: number;
};

/** What of a plan trainers see. Without results by name that is what was assigned; what comes at somebody's own pace follows from their answers. */
export function shownPlan(plan: DeskPlan, { showByName, smallestTeam }: DeskRules): ShownPlan {
  if (showByName === 'results') return { ...plan, named: plan.choices, unnamed: [], untold: 0 };
  const isAssigned = ({ explanation }: NudgeChoice) => explanation.assignmentId !== null;
  const named = plan.choices.filter(isAssigned);
  const ownPace = plan.choices.filter((choice) => !isAssigned(choice));
  if (figuresHeld(plan.team.people, plan.on, smallestTeam))
    return { ...plan, named, unnamed: [], untold: ownPace.length };
  const byStory = new Map(ownPace.map((choice) => [`${choice.lessonId}\n${choice.caseId}`, withoutRole(choice)]));
  const unnamed = [...byStory].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, choice]) => choice);
  return { ...plan, named, unnamed, untold: 0 };
}

/** In many a team a role is one person. */
function withoutRole(choice: NudgeChoice): NudgeChoice {
  const reasons = choice.explanation.reasons.filter(({ kind }) => kind !== 'role');
  return { ...choice, explanation: { ...choice.explanation, reasons } };
}
