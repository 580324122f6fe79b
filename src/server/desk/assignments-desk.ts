import type { Catalogue } from '#catalogue/catalogue.ts';
import type { AssignmentRow, Instant } from '#server/database/schema.ts';
import { type AssignOutcome, assignModule, withdrawAssignment } from './assign-module.ts';
import {
  checkLessons,
  type LessonsAsked,
  type LessonsChecked,
  writeLessons,
} from './assignment-lessons/change-lessons.ts';
import { type LessonsOutlook, previewLessons } from './assignment-lessons/preview-lessons.ts';
import { type AssignmentPlace, type AssignmentProgress, readAssignments, readLate } from './assignment-list.ts';
import { type AssignmentPage, readAssignmentPage } from './assignment-page.ts';
import type { AssignmentRequest } from './assignment-request.ts';
import { addPerson, moveDueDate, remind, removePerson } from './change-assignment.ts';
import type { DeskPart } from './desk-part.ts';
import { type DigestWish, keepDigestWish, readDigestWish } from './digest-wish.ts';
import { type FoundPerson, findPeople, readPeopleNamed, readRoles } from './find-people.ts';
import { type ForecastOutcome, forecastAssignment } from './forecast-assignment.ts';
import { sees } from './team-scope.ts';

/** Names a person of no team of the trainer's. */
const noRow = 0;

/** What a trainer assigns and what comes of it, within the teams that are theirs. */
export class AssignmentsDesk {
  private readonly part: DeskPart;

  constructor(part: DeskPart) {
    this.part = part;
  }

  async list(
    catalogue: Catalogue,
    place: AssignmentPlace,
    now: Instant,
  ): Promise<{ all: number; lines: AssignmentProgress[] }> {
    await this.part.noteLook(null, now);
    return readAssignments(this.part.planner.db, catalogue, this.part.scope, place, now);
  }

  /** What somebody is late with, by name. */
  async late(catalogue: Catalogue, now: Instant): Promise<AssignmentProgress[]> {
    await this.part.noteLook(null, now);
    return readLate(this.part.planner.db, catalogue, this.part.scope, now);
  }

  /** An assignment with everybody whom it is for; `null` when it is none of their teams. */
  async open(catalogue: Catalogue, id: number, now: Instant): Promise<AssignmentPage | null> {
    const page = await readAssignmentPage({ ...this.part.planner, catalogue }, this.part.scope, id, now);
    if (page) await this.part.noteLook(page.assignment.team_id, now);
    return page;
  }

  /** People of their teams by a part of name or address. */
  async find(text: string, now: Instant): Promise<FoundPerson[]> {
    await this.part.noteLook(null, now);
    return findPeople(this.part.planner.db, this.part.scope, text);
  }

  async named(ids: readonly number[]): Promise<FoundPerson[]> {
    return readPeopleNamed(this.part.planner.db, this.part.scope, ids);
  }

  /** The roles there are in their teams. */
  async roles(): Promise<string[]> {
    return readRoles(this.part.planner.db, this.part.scope);
  }

  async forecast(request: AssignmentRequest, now: Instant): Promise<ForecastOutcome> {
    const outcome = await forecastAssignment({ ...this.part.planner, now }, await this.own(request));
    if (outcome.ok) for (const { team } of outcome.forecast.teams) await this.part.noteLook(team.id, now);
    return outcome;
  }

  async assign(request: AssignmentRequest, now: Instant): Promise<AssignOutcome> {
    const { planner, trainer } = this.part;
    const outcome = await assignModule({ ...planner, now }, await this.own(request), trainer);
    if (!outcome.ok) return outcome;
    const rows = await planner.db.selectFrom('assignment').select('team_id').where('id', 'in', outcome.ids).execute();
    for (const { team_id } of rows) await this.part.note('assigned', team_id, null, now);
    return outcome;
  }

  async moveDueDate(id: number, dueOn: string, now: Instant): Promise<boolean> {
    const assignment = await this.ownRunning(id);
    if (!assignment || !(await moveDueDate(this.part.planner.db, assignment, dueOn, now))) return false;
    await this.part.note('changed-assignment', assignment.team_id, null, now);
    return true;
  }

  /** What other lessons would do, before anybody presses; `null` when it is none of theirs, or over. */
  async previewLessons(id: number, asked: LessonsAsked, now: Instant): Promise<LessonsOutlook | null> {
    const assignment = await this.ownRunning(id);
    if (!assignment) return null;
    await this.part.noteLook(assignment.team_id, now);
    return previewLessons(this.part.planner, this.part.scope, assignment, asked, now);
  }

  async changeLessons(id: number, asked: LessonsAsked, now: Instant): Promise<LessonsChecked | null> {
    const assignment = await this.ownRunning(id);
    if (!assignment) return null;
    const { planner } = this.part;
    const checked = await planner.db.transaction().execute(async (trx) => {
      const wanted = await checkLessons({ ...planner, db: trx }, assignment, asked, now);
      if (wanted.ok) await writeLessons(trx, assignment, wanted);
      return wanted;
    });
    if (checked.ok) await this.part.note('changed-assignment', assignment.team_id, null, now);
    return checked;
  }

  async addPerson(id: number, personId: number, now: Instant): Promise<boolean> {
    const assignment = await this.ownRunning(id);
    const [person] = await this.named([personId]);
    if (!assignment || !person || !(await addPerson(this.part.planner.db, assignment, person.id))) return false;
    await this.part.note('changed-assignment', assignment.team_id, person.email, now);
    return true;
  }

  async removePerson(id: number, personId: number, now: Instant): Promise<boolean> {
    const assignment = await this.ownRunning(id);
    const [person] = await this.named([personId]);
    if (!assignment || !person || !(await removePerson(this.part.planner.db, assignment, person.id))) return false;
    await this.part.note('changed-assignment', assignment.team_id, person.email, now);
    return true;
  }

  /** Reminds those who are late, or one person by id; `null` when it is none of theirs. */
  async remind(id: number, whom: 'late' | number, now: Instant): Promise<number | null> {
    const assignment = await this.ownRunning(id);
    if (!assignment) return null;
    const reminded = await remind(this.part.planner, assignment, whom === 'late' ? whom : new Set([whom]), now);
    if (reminded > 0) await this.part.note('reminded', assignment.team_id, null, now);
    return reminded;
  }

  async withdraw(id: number, now: Instant): Promise<boolean> {
    const assignment = await this.ownRunning(id);
    if (!assignment) return false;
    if (!(await withdrawAssignment(this.part.planner.db, id, this.part.trainer, now))) return false;
    await this.part.note('withdrew-assignment', assignment.team_id, null, now);
    return true;
  }

  /** On which weekday the trainer gets the digest, if ever. */
  digestWish(): Promise<DigestWish | null> {
    return readDigestWish(this.part.planner.db, this.part.trainer);
  }

  keepDigestWish(typed: { weekday: string; language: string }, now: Instant): Promise<boolean> {
    return keepDigestWish(this.part.planner.db, this.part.trainer, typed, now);
  }

  private async ownRunning(id: number): Promise<AssignmentRow | null> {
    const { db } = this.part.planner;
    const row = await db
      .selectFrom('assignment')
      .selectAll()
      .where('id', '=', id)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    return row && sees(this.part.scope, row.team_id) ? row : null;
  }

  private async own(request: AssignmentRequest): Promise<AssignmentRequest> {
    const found = new Set((await this.named(request.personIds)).map(({ id }) => id));
    return {
      ...request,
      teamIds: request.teamIds.map((id) => this.part.ownTeam(id)),
      personIds: request.personIds.map((id) => (found.has(id) ? id : noRow)),
    };
  }
}
