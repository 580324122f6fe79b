import type { DecisionDraft } from '#core/brief/decision.ts';
import { firstDayOf, quarterBefore, quarterOf, quarterText } from '#core/brief/quarter.ts';
import type { ScenarioDraft } from '#core/brief/scenario.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import type { AppContext } from '#server/app-context.ts';
import { addDecision, readDecisions, settleDecision } from '#server/brief/typed/decisions.ts';
import { keepScenario } from '#server/brief/typed/scenarios.ts';
import type { Db } from '#server/database/open-database.ts';
import { refreshHeat } from '#server/desk/refresh-heat.ts';
import type { PlayedClock } from './play-history.ts';

/** What the board of the invented firm has thought through; the last has neither owner nor trigger yet. */
const scenarios: readonly ScenarioDraft[] = [
  {
    name: 'Licences for magnets are slowed again',
    trigger: 'A supplier reports a licence that takes longer than 45 days',
    owner: 'Head of purchasing',
    daysToLoss: '35',
    lossBand: '1-to-5',
    rehearsedOn: '',
  },
  {
    name: 'Nagoya port stops for a week',
    trigger: 'The terminal system is down for four hours',
    owner: 'Head of logistics',
    daysToLoss: '4',
    lossBand: '0.1-to-1',
    rehearsedOn: '',
  },
  {
    name: 'A storm closes the saline plant',
    trigger: 'A storm warning of the weather service for the plant',
    owner: 'Head of hospital supply',
    daysToLoss: '9',
    lossBand: '0.1-to-1',
    rehearsedOn: '',
  },
  { name: 'Red Sea and Suez closed together', trigger: '', owner: '', daysToLoss: '', lossBand: '', rehearsedOn: '' },
];

const askedBefore: DecisionDraft = {
  ask: 'Keep 60 days of dysprosium oxide',
  cost: '¥180 million of working capital',
  opportunity: 'Two months to find another source, and a price fixed before the next licence round',
  programmes: ['jp-critical-materials'],
  noProgramme: false,
  deadline: '',
  owner: 'Head of purchasing',
};

const asked: readonly DecisionDraft[] = [
  {
    ask: 'Develop a traction motor that needs no heavy rare earths',
    cost: '¥650 million over two years, and eight engineers',
    opportunity: 'A motor that buyers under DFARS may take from 2027 on, and no licence to wait for',
    programmes: ['jp-critical-materials', 'jp-action-plan'],
    noProgramme: false,
    deadline: '',
    owner: 'Head of engineering',
  },
  {
    ask: 'Qualify a second maker of proportioning valves',
    cost: '¥40 million for tools and trials',
    opportunity: 'A maker outside Aichi, who has offered to take our export orders too',
    programmes: ['jp-sme-continuity-plan'],
    noProgramme: false,
    deadline: '',
    owner: 'Head of purchasing',
  },
];

export async function writeScenarios(db: Db, now: number): Promise<void> {
  for (const scenario of scenarios) await keepScenario(db, null, scenario, now);
}

/** Whether a quarter ended in the last days, by the clock of Nagoya. */
export function hasQuarterEnded(instant: number): boolean {
  const day = localDate(instant, 'Asia/Tokyo');
  return day.subtract({ days: daysAfterQuarter }).toString() <= firstDayOf(quarterOf(day.toString()));
}

/** The morning after may be a weekend’s, on which nothing is played. */
const daysAfterQuarter = 3;

/** What the scheduler does when a quarter has ended, with figures as fresh as it keeps them. */
export async function keepBriefOfQuarter(app: AppContext, clock: PlayedClock): Promise<void> {
  await refreshHeat(app.planner, () => clock.now, app.stopping);
  await app.keepBrief();
}

/** One decision of last quarter that was taken, and those that are asked now. */
export async function askTheBoard(db: Db, now: number): Promise<void> {
  const quarter = quarterOf(localDate(now, 'Asia/Tokyo').toString());
  await ask(db, quarterText(quarterBefore(quarter)), askedBefore, now);
  const [before] = await readDecisions(db);
  if (before) await settleDecision(db, before.id, 'taken', '30 days first', now);
  for (const draft of asked) await ask(db, quarterText(quarter), draft, now);
}

/** @throws Error when the desk would refuse it: then the demo says something that no visitor could type. */
async function ask(db: Db, quarter: string, draft: DecisionDraft, now: number): Promise<void> {
  const outcome = await addDecision(db, quarter, draft, now);
  if (!outcome.ok) throw new Error(`The demo asks its board for what is refused: ${draft.ask}`);
}
