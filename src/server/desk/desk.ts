import type { Catalogue } from '#catalogue/catalogue.ts';
import type { PlannedTeam } from '#core/planning/planner-types.ts';
import type { AccessAct } from '#core/privacy/access-acts.ts';
import type { Language } from '#i18n/languages.ts';
import type { Instant } from '#server/database/schema.ts';
import { nextTurn } from '#server/next-turn.ts';
import type { NudgeRenderer } from '#server/nudges/compose-nudge.ts';
import type { Planner } from '#server/nudges/plan-nudges.ts';
import { allTeamIds, teamsByMemory, teamsWithoutPast } from '#server/nudges/read-teams.ts';
import { readTeamStarter, type TeamStarterFiles } from '#server/people/starter-files.ts';
import { type AccessLine, noteAccess, noteLook, readAccess } from './access-log.ts';
import type { AssignmentProgress } from './assignment-list.ts';
import { AssignmentsDesk } from './assignments-desk.ts';
import { BriefDesk } from './brief/brief-desk.ts';
import { CalendarDesk } from './calendar/calendar-desk.ts';
import { CodeDesk } from './code/code-desk.ts';
import type { DeskPart } from './desk-part.ts';
import { ExposureDesk } from './exposure/exposure-desk.ts';
import { type HeatRow, memoryHeatmap } from './heatmap.ts';
import { ItemsDesk } from './items/items-desk.ts';
import { MailsDesk } from './mails/mails-desk.ts';
import { MemoryDesk } from './memory/memory-desk.ts';
import { letHaveMail, type NoMail, readMailAgain, readNoMail, undoLetHaveMail } from './no-mail.ts';
import { PeopleDesk } from './people/people-desk.ts';
import { TeamsDesk } from './people/teams-desk.ts';
import { PeopleImports } from './people-imports.ts';
import { plansOf } from './plan/kept-or-planned.ts';
import { recentMail } from './recent-mail.ts';
import { type ReportPlace, ReportsDesk } from './reports/reports-desk.ts';
import { ResultsDesk } from './results/results-desk.ts';
import { RolesDesk } from './roles/roles-desk.ts';
import { SafeguardsDesk } from './safeguards/safeguards-desk.ts';
import { SharingDesk } from './sharing/sharing-desk.ts';
import { type DeskRules, type ShownRow, type SizedTeam, shownRows } from './shown-cells.ts';
import { type ShownMail, shownMail } from './shown-mail.ts';
import { type ShownMember, shownMember } from './shown-people.ts';
import { type ShownPlan, shownPlan } from './shown-plan.ts';
import { everyTeam, type SignalDraft } from './signal-form.ts';
import type { TeamReach } from './signal-reach.ts';
import {
  makeSignal,
  previewSignal,
  readSignals,
  type SignalLine,
  type SignalPreview,
  teamOfSignal,
  withdrawSignal,
} from './signals.ts';
import { StressTestsDesk } from './stress-tests/stress-tests-desk.ts';
import { CustomerDesk } from './suppliers/customer-desk.ts';
import type { SupplierDoor } from './suppliers/supplier-door.ts';
import { SuppliersDesk } from './suppliers/suppliers-desk.ts';
import { SupportDesk } from './support/support-desk.ts';
import { type TeamOutlook, teamOutlook } from './team-outlook.ts';
import { readTeamNames, readTeamPage, type TeamPage } from './team-page.ts';
import { findTeams, type TeamPage as PlaceAmongTeams, pageOf, type TeamsAsked, teamsOnPage } from './team-pages.ts';
import { seenOf, sees, type TeamScope } from './team-scope.ts';
import { TodayDesk } from './today/today-desk.ts';
import { WriteDesk } from './write/write-desk.ts';

/** The id no row has: a row of a team that is not the trainer's is asked for by it, and so is answered as one that does not exist. */
const noRow = 0;

/** Names no team on the form of a signal. */
const noTeam = '';

/** Which of their teams a trainer asked for. */
type PageAsked = Pick<TeamsAsked, 'find' | 'page'>;

export type OpenedTeam = {
  page: Omit<TeamPage, 'members'> & { members: ShownMember[] };
  team: PlannedTeam;
  plan: ShownPlan;
};

/**
 * The desk as one trainer sees it: the only way from a page to teams and people. Whatever a request names is looked up within the trainer's teams
 * here, what is shown by name and of small teams is cut here, and who saw or changed names is written down here.
 */
export class Desk {
  readonly trainer: string;
  readonly rules: DeskRules;
  private readonly planner: Planner;
  private readonly scope: TeamScope;
  /** Teams behind the walls of suppliers, to which nothing is added from here. */
  private readonly beyond: ReadonlySet<number>;

  constructor(planner: Planner, rules: DeskRules, trainer: string, scope: TeamScope, beyond: ReadonlySet<number>) {
    this.planner = planner;
    this.rules = rules;
    this.trainer = trainer;
    this.scope = scope;
    this.beyond = beyond;
  }

  /** Whether this is a trainer of the whole house. */
  get isOfHouse(): boolean {
    return this.scope === 'house';
  }

  /** What a part of the desk is made from. */
  protected get part(): DeskPart {
    const { planner, rules, trainer, scope } = this;
    return {
      planner,
      rules,
      trainer,
      scope,
      ownTeam: (id) => this.ownTeam(id),
      noteLook: (teamId, now) => this.noteLook(teamId, now),
      note: (act, teamId, subject, now) => this.note(act, teamId, subject, now),
    };
  }

  /** The board brief. */
  get brief(): BriefDesk {
    return new BriefDesk(this.part);
  }

  get calendar(): CalendarDesk {
    return new CalendarDesk(this.part);
  }

  /** What the house says of its code: comply, explain or not yet. */
  get code(): CodeDesk {
    return new CodeDesk(this.part);
  }

  get exposure(): ExposureDesk {
    return new ExposureDesk(this.part);
  }

  get people(): PeopleDesk {
    return new PeopleDesk(this.part);
  }

  get teams(): TeamsDesk {
    return new TeamsDesk(this.part);
  }

  get peopleImports(): PeopleImports {
    return new PeopleImports(this.part);
  }

  /** Mails as they were sent, and previews; `renderer` is what writes them. */
  mails(renderer: NudgeRenderer): MailsDesk {
    return new MailsDesk(this.part, renderer);
  }

  /** Near misses that were reported. */
  reports(place: ReportPlace): ReportsDesk {
    return new ReportsDesk(this.part, place);
  }

  get results(): ResultsDesk {
    return new ResultsDesk(this.part);
  }

  get items(): ItemsDesk {
    return new ItemsDesk(this.part);
  }

  get stressTests(): StressTestsDesk {
    return new StressTestsDesk(this.part);
  }

  /** Programmes that the house uses, or could have. */
  get support(): SupportDesk {
    return new SupportDesk(this.part);
  }

  /** Cases and modules of the house. */
  get write(): WriteDesk {
    return new WriteDesk(this.part);
  }

  /** What teams keep up because of a case. */
  get safeguards(): SafeguardsDesk {
    return new SafeguardsDesk(this.part);
  }

  /** What is exchanged with other organisations. */
  get sharing(): SharingDesk {
    return new SharingDesk(this.part);
  }

  /** Firms that the house buys from, and what is recommended to them. */
  suppliers(door: SupplierDoor): SuppliersDesk {
    return new SuppliersDesk(this.part, door);
  }

  /** The house that invited the firm whose desk this is. */
  customer(door: SupplierDoor): CustomerDesk {
    return new CustomerDesk(this.part, door);
  }

  /** Who may do what here. */
  get roles(): RolesDesk {
    return new RolesDesk(this.part);
  }

  async teamNames(): Promise<{ id: number; name: string; zone: string }[]> {
    return seenOf(this.scope, await readTeamNames(this.planner.db), ({ id }) => id);
  }

  get today(): TodayDesk {
    return new TodayDesk(this.part);
  }

  get memory(): MemoryDesk {
    return new MemoryDesk(this.part);
  }

  /** What is shown of rows of the heatmap; `teams` are those of the rows. */
  private figures(rows: readonly HeatRow[], teams: readonly SizedTeam[], now: Instant): ShownRow[] {
    return shownRows(
      seenOf(this.scope, rows, ({ teamId }) => teamId),
      teams,
      this.rules,
      now,
    );
  }

  /** A team with its people and its next plan, which is a look at names; `null` when it is not theirs to see. */
  async openTeam(id: number, now: Instant): Promise<OpenedTeam | null> {
    const { planner, rules } = this;
    const page = await readTeamPage(planner.db, this.ownTeam(id), now);
    const [plan] = page ? await plansOf(planner, [page.id], teamsByMemory, now) : [];
    if (!page || !plan) return null;
    await this.noteLook(page.id, now);
    const members = page.members.map((member) => shownMember(member, rules.showByName));
    return { page: { ...page, members }, team: plan.team, plan: shownPlan(plan, rules) };
  }

  /** A team's row of figures, and what of it is about to be lost. */
  async teamFigures(
    catalogue: Catalogue,
    team: PlannedTeam,
    now: Instant,
  ): Promise<{ row: ShownRow; outlook: TeamOutlook }> {
    const { weights } = this.planner;
    await nextTurn();
    const [row] = this.figures(memoryHeatmap(catalogue, [team], now, weights), [team], now);
    if (!row) throw new Error(`Team ${team.id} is not the trainer's.`);
    await nextTurn();
    return { row, outlook: teamOutlook(catalogue, team, row.cells, now, weights) };
  }

  /** What the teams of one page would be sent next. */
  async plans(asked: PageAsked, now: Instant): Promise<PlaceAmongTeams & { plans: ShownPlan[] }> {
    const { db } = this.planner;
    const teams = { ...asked, teamIds: seenOf(this.scope, await allTeamIds(db), (id) => id) };
    const { onPage, ...at } = pageOf(await findTeams(db, teams), teams, teamsOnPage);
    const ids = onPage.map(({ id }) => id);
    const plans = await plansOf(this.planner, ids, teamsWithoutPast, now);
    await this.noteLook(null, now);
    return { ...at, plans: plans.map((plan) => shownPlan(plan, this.rules)) };
  }

  /** The newest mails of all their teams. */
  async mail(most: number, language: Language, now: Instant): Promise<ShownMail[]> {
    await this.noteLook(null, now);
    return this.mailOf(this.scope, most, language);
  }

  async mailOfTeam(id: number, most: number, language: Language): Promise<ShownMail[]> {
    return this.mailOf(new Set([this.ownTeam(id)]), most, language);
  }

  async starter(teamId: number, catalogue: Catalogue): Promise<TeamStarterFiles | null> {
    return readTeamStarter(this.planner.db, catalogue, this.ownTeam(teamId));
  }

  /** Addresses of a team that get no mail. Whoever called our mail spam is left out where results are not shown: that is a wish. */
  async noMail(teamId: number, now: Instant): Promise<NoMail[]> {
    const people = await readNoMail(this.planner.db, this.ownTeam(teamId), now);
    return this.rules.showByName === 'results' ? people : people.filter(({ reason }) => reason !== 'unwanted');
  }

  async mailAgain(teamId: number, personId: number, now: Instant): Promise<string | null> {
    return readMailAgain(this.planner.db, this.ownTeam(teamId), personId, now);
  }

  async letHaveMail(teamId: number, personId: number, now: Instant): Promise<boolean> {
    const person = (await this.noMail(teamId, now)).find((entry) => entry.personId === personId);
    if (!person || !(await letHaveMail(this.planner.db, this.ownTeam(teamId), personId, now))) return false;
    await this.note('let-mail', teamId, person.address, now);
    return true;
  }

  async undoLetHaveMail(teamId: number, personId: number, now: Instant): Promise<void> {
    if ((await this.mailAgain(teamId, personId, now)) === null) return;
    await undoLetHaveMail(this.planner.db, this.ownTeam(teamId), personId, now);
    const person = (await this.noMail(teamId, now)).find((entry) => entry.personId === personId);
    await this.note('stopped-mail', teamId, person?.address ?? null, now);
  }

  /** What is assigned to their teams and what came of it. */
  get assigning(): AssignmentsDesk {
    return new AssignmentsDesk(this.part);
  }

  /** The assignments that run, the soonest due first, as many as a page of their list has. */
  async assignments(catalogue: Catalogue, now: Instant): Promise<AssignmentProgress[]> {
    return (await this.assigning.list(catalogue, { view: 'running', page: 1 }, now)).lines;
  }

  async signals(now: Instant): Promise<SignalLine[]> {
    return readSignals(this.planner.db, this.scope, now);
  }

  /** Whether a signal is theirs to withdraw: one for every team is the house's. */
  mayWithdraw({ signal }: SignalLine): boolean {
    return signal.team_id === null ? this.isOfHouse : sees(this.scope, signal.team_id);
  }

  async previewSignal(draft: SignalDraft, now: Instant): Promise<SignalPreview> {
    const preview = await previewSignal({ ...this.planner, now }, this.ownDraft(draft));
    if (!preview.ok) return preview;
    if (this.rules.showByName === 'done') return { ...preview, reach: preview.reach.map(withoutNames) };
    await this.noteLook(null, now);
    return preview;
  }

  async makeSignal(draft: SignalDraft, now: Instant): ReturnType<typeof makeSignal> {
    const made = await makeSignal({ ...this.planner, now }, this.ownDraft(draft), this.trainer);
    if (made.ok) await this.note('made-signal', draft.team === everyTeam ? null : Number(draft.team), null, now);
    return made;
  }

  async withdrawSignal(id: number, now: Instant): Promise<boolean> {
    const { db } = this.planner;
    const teamId = await teamOfSignal(db, id);
    if (teamId === undefined || !(teamId === null ? this.isOfHouse : sees(this.scope, teamId))) return false;
    if (!(await withdrawSignal(db, id, this.trainer, now))) return false;
    await this.note('withdrew-signal', teamId, null, now);
    return true;
  }

  /** Who saw and changed what by name. */
  async access(skip: number, most: number): Promise<AccessLine[]> {
    return readAccess(this.planner.db, { since: 0, skip, most });
  }

  private async mailOf(teams: TeamScope, most: number, language: Language): Promise<ShownMail[]> {
    // Which lesson comes at somebody's own pace, and how soon again, follows from how they answered.
    const which = this.rules.showByName === 'results' ? 'all' : 'assigned';
    const lines = await recentMail(this.planner.db, { teams, most, which });
    return lines.map((line) => shownMail(line, this.rules.showByName, language));
  }

  private ownTeam(id: number): number {
    return sees(this.scope, id) && !this.beyond.has(id) ? id : noRow;
  }

  /** A signal for every team is for the house to make. */
  private ownDraft(draft: SignalDraft): SignalDraft {
    const isOwn = draft.team === everyTeam ? this.isOfHouse : this.ownTeam(Number(draft.team)) !== noRow;
    return isOwn ? draft : { ...draft, team: noTeam };
  }

  private noteLook(teamId: number | null, now: Instant): Promise<void> {
    return noteLook(this.planner.db, this.trainer, teamId, now);
  }

  private note(act: AccessAct, teamId: number | null, subject: string | null, now: Instant): Promise<void> {
    return noteAccess(this.planner.db, { who: this.trainer, act, teamId, subject }, now);
  }
}

/** Whom a signal reaches follows from what each of them knows. */
function withoutNames(reach: TeamReach): TeamReach {
  const nudges = reach.nudges.map((nudge) => ({ ...nudge, personId: noRow, name: null }));
  const notToday = reach.notToday.map((one) => ({ ...one, personId: noRow, name: null }));
  return { ...reach, notToday, nudges: nudges.sort((a, b) => (a.on + a.lessonId < b.on + b.lessonId ? -1 : 1)) };
}
