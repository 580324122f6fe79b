import type { Library } from '#catalogue/catalogue.ts';
import type { DecisionDraft, DecisionOutcome } from '#core/brief/decision.ts';
import { type IndicatorId, indicatorIds } from '#core/brief/indicator-list.ts';
import { type Quarter, quarterOf, quarterText } from '#core/brief/quarter.ts';
import type { ThresholdsOf } from '#core/brief/read-indicators.ts';
import type { ScenarioDraft } from '#core/brief/scenario.ts';
import { type FoundBrief, findBrief } from '#server/brief/find-brief.ts';
import { houseCalendar } from '#server/brief/house-clock.ts';
import { type BriefMaker, makeBrief } from '#server/brief/make-brief.ts';
import { keepBrief, readKeptQuarters } from '#server/brief/snapshots.ts';
import {
  addDecision,
  type DecisionRefused,
  type KeptDecision,
  readDecisions,
  settleDecision,
} from '#server/brief/typed/decisions.ts';
import { keepPosition, type PositionFault, readPosition } from '#server/brief/typed/position.ts';
import {
  endScenario,
  type KeptScenario,
  keepScenario,
  readScenarios,
  type ScenarioRefused,
} from '#server/brief/typed/scenarios.ts';
import {
  keepThresholds,
  readThresholds,
  type ThresholdFault,
  typedThresholds,
} from '#server/brief/typed/thresholds.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import type { DeskPart } from '../desk-part.ts';

/** The board brief: for executives and for trainers of the house (who-may.ts). It names nobody, so that a look at it is none at names. */
export class BriefDesk {
  private readonly part: DeskPart;

  constructor(part: DeskPart) {
    this.part = part;
  }

  /** The quarter that runs, by the clock of the house. */
  async quarter(now: Instant): Promise<Quarter> {
    return quarterOf((await houseCalendar(this.db(), now)).today);
  }

  /** Quarters that can be shown, the newest first. */
  async quarters(now: Instant): Promise<Quarter[]> {
    const running = await this.quarter(now);
    const kept = await readKeptQuarters(this.db());
    return [running, ...kept.filter((one) => quarterText(one) !== quarterText(running))];
  }

  /** The brief of a quarter: as it stands while the quarter runs, and as it was kept afterwards. */
  find(library: Library, quarter: Quarter, now: Instant): Promise<FoundBrief> {
    return findBrief(this.maker(library), quarter, now);
  }

  /** Keeps the brief of the quarter that runs as it stands. */
  async keep(library: Library, now: Instant): Promise<void> {
    const kept = await keepBrief(this.db(), await makeBrief(this.maker(library), await this.quarter(now), now), now);
    if (kept) await this.part.note('kept-brief', null, null, now);
  }

  async position(now: Instant): Promise<string | null> {
    return readPosition(this.db(), quarterText(await this.quarter(now)));
  }

  async writePosition(typed: string, now: Instant): Promise<{ ok: true } | { ok: false; reason: PositionFault }> {
    return this.noted(await keepPosition(this.db(), quarterText(await this.quarter(now)), typed, now), now);
  }

  decisions(): Promise<KeptDecision[]> {
    return readDecisions(this.db());
  }

  async ask(draft: DecisionDraft, now: Instant): Promise<{ ok: true } | DecisionRefused> {
    return this.noted(await addDecision(this.db(), quarterText(await this.quarter(now)), draft, now), now);
  }

  async settle(id: string, outcome: DecisionOutcome, note: string, now: Instant): Promise<boolean> {
    const isSettled = await settleDecision(this.db(), id, outcome, note, now);
    await this.noted({ ok: isSettled }, now);
    return isSettled;
  }

  scenarios(): Promise<KeptScenario[]> {
    return readScenarios(this.db());
  }

  async keepScenario(id: string | null, draft: ScenarioDraft, now: Instant): Promise<{ ok: true } | ScenarioRefused> {
    return this.noted(await keepScenario(this.db(), id, draft, now), now);
  }

  async endScenario(id: string, now: Instant): Promise<void> {
    await this.noted({ ok: await endScenario(this.db(), id, now) }, now);
  }

  thresholds(): Promise<ThresholdsOf> {
    return readThresholds(this.db());
  }

  /** Sets all of them, or none where one is typed wrongly; what is wrong with which is returned. */
  async setThresholds(
    typed: (id: IndicatorId) => { amber: string; red: string },
    now: Instant,
  ): Promise<Map<IndicatorId, ThresholdFault>> {
    const read = indicatorIds.map((id) => ({ id, outcome: typedThresholds(id, typed(id)) }));
    const faults = new Map(read.flatMap(({ id, outcome }) => (outcome.ok ? [] : [[id, outcome.reason] as const])));
    if (faults.size > 0) return faults;
    for (const { id, outcome } of read) if (outcome.ok) await keepThresholds(this.db(), id, outcome.thresholds, now);
    await this.part.note('changed-thresholds', null, null, now);
    return faults;
  }

  /** Writes down who changed what a board reads, if it was changed. */
  private async noted<Outcome extends { ok: boolean }>(outcome: Outcome, now: Instant): Promise<Outcome> {
    if (outcome.ok) await this.part.note('changed-brief', null, null, now);
    return outcome;
  }

  private db(): Db {
    return this.part.planner.db;
  }

  private maker(library: Library): BriefMaker {
    const { planner, rules } = this.part;
    return { db: planner.db, library, weights: planner.weights, smallestTeam: rules.smallestTeam };
  }
}
