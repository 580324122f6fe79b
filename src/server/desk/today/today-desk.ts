import type { Catalogue } from '#catalogue/catalogue.ts';
import { foremost } from '#core/morning/foremost.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import type { Instant } from '#server/database/schema.ts';
import { readSafeguards, type Safeguard } from '#server/safeguards/read-safeguards.ts';
import type { DeskPart } from '../desk-part.ts';
import { rulesIn } from '../heatmap.ts';
import { heatOf } from '../memory/kept-or-reckoned.ts';
import { heldBack, shownRows } from '../shown-cells.ts';
import { readSizedTeams } from '../sized-teams.ts';
import { readTeamNames } from '../team-page.ts';
import { seenOf } from '../team-scope.ts';
import { type MailTrouble, readMailTrouble } from './failed-mail.ts';
import { leavingLines } from './leaving-lines.ts';
import { memoryLines } from './memory-lines.ts';
import type { MorningLine } from './morning-line.ts';
import { endingLines, newsLines, readRunning } from './news-lines.ts';
import { safeguardLines } from './safeguard-lines.ts';
import { readSilentTeams, type SilentTeam } from './silent-teams.ts';
import { neverAskedLines, undescribedLines } from './team-lines.ts';
import { type MailOfCause, nextMailAt, readTodaysMail } from './todays-mail.ts';

/** A trainer's morning: what to do first, what failed, and what goes out, of their teams alone. */
export class TodayDesk {
  private readonly part: DeskPart;

  constructor(part: DeskPart) {
    this.part = part;
  }

  /** At most seven lines, what presses most in front. The order of equals is that of the day. */
  async lines(catalogue: Catalogue, now: Instant): Promise<MorningLine[]> {
    const { planner, scope, rules } = this.part;
    const { db, seed } = planner;
    const teams = seenOf(scope, await readTeamNames(db), ({ id }) => id);
    const names = new Map(teams.map(({ id, name }) => [id, name]));
    const nameOf = (id: number) => names.get(id) ?? '';
    const sized = await readSizedTeams(db, scope, now);
    const told = sized.filter((team) => heldBack(team, rules, now) === null).map(({ id }) => id);
    const heat = await heatOf(planner, told, now);
    const withRules = rulesIn(catalogue);
    const rows = [...heat].map(([teamId, { figures }]) => ({
      ...{ teamId, teamName: nameOf(teamId), cells: withRules(figures) },
    }));
    const on = localDate(now, 'UTC').toString();
    const running = await readRunning(db, on);
    const lines = [
      ...memoryLines(shownRows(rows, sized, rules, now)),
      ...leavingLines(sized, nameOf, now),
      ...(await newsLines(db, catalogue, teams, running, on)),
      ...endingLines(catalogue, teams, running, on),
      ...(await neverAskedLines(db, teams)),
      ...(await undescribedLines(db, teams)),
      ...safeguardLines(await this.safeguards(now), catalogue, on),
    ];
    return foremost(lines, `${seed}:${on}`);
  }

  private async safeguards(now: Instant): Promise<Safeguard[]> {
    const { planner, scope } = this.part;
    return seenOf(scope, await readSafeguards(planner.db, { of: 'all' }, now), ({ team }) => team.id);
  }

  /** What of the last days' mail failed, which names people. */
  async mailTrouble(now: Instant): Promise<MailTrouble> {
    const { planner, scope, rules, noteLook } = this.part;
    const trouble = await readMailTrouble(planner.db, scope, rules.showByName === 'results', now);
    if (trouble.refused.length > 0) await noteLook(null, now);
    return trouble;
  }

  async silentTeams(): Promise<SilentTeam[]> {
    return readSilentTeams(this.part.planner.db, this.part.scope);
  }

  async mail(now: Instant): Promise<MailOfCause[]> {
    return readTodaysMail(this.part.planner.db, this.part.scope, now);
  }

  async nextMailAt(now: Instant): Promise<Instant | null> {
    return nextMailAt(this.part.planner.db, this.part.scope, now);
  }
}
