import type { AccessAct } from '#core/privacy/access-acts.ts';
import type { Instant } from '#server/database/schema.ts';
import type { Planner } from '#server/nudges/plan-nudges.ts';
import type { DeskRules } from './shown-cells.ts';
import type { TeamScope } from './team-scope.ts';

/**
 * What every part of the desk works with (desk.people, desk.results, …): whose desk it is, which teams are theirs, what may be shown, and where
 * looks at names and changes are written down. A part looks up nothing outside `scope`.
 */
export type DeskPart = {
  planner: Planner;
  rules: DeskRules;
  trainer: string;
  scope: TeamScope;
  /** The id, or that of no row where the team is not the trainer's. */
  ownTeam: (id: number) => number;
  noteLook: (teamId: number | null, now: Instant) => Promise<void>;
  note: (act: AccessAct, teamId: number | null, subject: string | null, now: Instant) => Promise<void>;
};
