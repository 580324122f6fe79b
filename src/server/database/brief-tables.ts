/** Tables of the board brief. None names a person: owners are functions. */
import type { DecisionOutcome } from '#core/brief/decision.ts';
import type { IndicatorId } from '#core/brief/indicator-list.ts';
import type { LossBand } from '#core/brief/loss-bands.ts';
import type { Instant, LocalDateText } from './instant.ts';

/** A brief that was kept; append-only. `id` is the quarter (`2026-Q4`) for its last one, and the quarter with an instant for one made before its end. */
export type BriefSnapshotTable = {
  id: string;
  quarter: string;
  as_of: LocalDateText;
  made_at: Instant;
  /** A brief (brief/brief.ts) as JSON. */
  content: string;
};

/** Thresholds that the house set in place of ours. */
export type BriefThresholdTable = {
  indicator: IndicatorId;
  amber: number | null;
  red: number | null;
  changed_at: Instant;
};

/** A position that somebody wrote for a quarter. */
export type BriefPositionTable = { quarter: string; text: string; changed_at: Instant };

export type BriefScenarioTable = {
  id: string;
  name: string;
  /** What would tell that it begins. */
  trigger_sign: string | null;
  owner: string | null;
  days_to_loss: number | null;
  loss_band: LossBand | null;
  rehearsed_on: LocalDateText | null;
  changed_at: Instant;
  ended_at: Instant | null;
};

/** What the board is asked to decide; `programmes` are ids as JSON. */
export type BriefDecisionTable = {
  id: string;
  quarter: string;
  ask: string;
  cost: string;
  opportunity: string;
  programmes: string;
  deadline: LocalDateText | null;
  owner: string;
  outcome: DecisionOutcome;
  outcome_note: string | null;
  made_at: Instant;
  changed_at: Instant;
};

export type BriefTables = {
  brief_snapshot: BriefSnapshotTable;
  brief_threshold: BriefThresholdTable;
  brief_position: BriefPositionTable;
  brief_scenario: BriefScenarioTable;
  brief_decision: BriefDecisionTable;
};
