import type { Catalogue } from '#catalogue/catalogue.ts';
import { daysUntilTyped, localDate } from '#core/planning/calendar/calendar.ts';
import {
  draftFields,
  emptyDraft,
  type Nameable,
  oneLine,
  personLabel,
  readDraft,
  type SafeguardDraft,
  type SafeguardFaults,
  type SafeguardSaid,
} from '#core/safeguards/draft.ts';
import { namesIn } from '#core/safeguards/names-in.ts';
import { type OwnersAnswer, ownersAnswers } from '#core/safeguards/owners-answer.ts';
import { type Retirement, type RetirementFaults, readRetirement } from '#core/safeguards/retirement.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import {
  addSafeguard,
  editSafeguard,
  noteCheck,
  retireSafeguard,
  takeUpSafeguard,
} from '#server/safeguards/change-safeguards.ts';
import { readSafeguard, readSafeguards, type Safeguard } from '#server/safeguards/read-safeguards.ts';
import { registerCsv } from '#server/safeguards/register-csv.ts';
import type { DeskPart } from '../desk-part.ts';
import { findPeople } from '../find-people.ts';
import { idsOf, sees } from '../team-scope.ts';

/** Owners that a form offers; in a larger house a part of the name is typed, and looked for. */
const mostOffered = 400;

const longestNote = 240;

export type Saved = { ok: true; id: string } | { ok: false; draft: SafeguardDraft; faults: SafeguardFaults };

export type CheckFault = 'no-answer' | 'bad-day' | 'long' | 'no-note' | 'names-somebody';

export type Checked = { ok: true } | { ok: false; fault: CheckFault };

export type Retired = { ok: true } | { ok: false; faults: RetirementFaults };

/** The safeguard register of a trainer's teams. */
export class SafeguardsDesk {
  private readonly part: DeskPart;

  constructor(part: DeskPart) {
    this.part = part;
  }

  private get db(): Db {
    return this.part.planner.db;
  }

  /** All of their teams, or of one; with owners, which is a look at names. */
  async list(teamId: number | null, now: Instant): Promise<Safeguard[]> {
    const { scope, ownTeam, noteLook } = this.part;
    const own = teamId === null ? null : ownTeam(teamId);
    const all = own === null && scope === 'house';
    const teamIds = own === null ? [...idsOf(scope)] : [own];
    const safeguards = await readSafeguards(this.db, all ? { of: 'all' } : { of: 'teams', teamIds }, now);
    if (safeguards.length > 0) await noteLook(own, now);
    return safeguards;
  }

  /** The register as a file, which takes names out of the house. */
  async file(catalogue: Catalogue, siteUrl: string, now: Instant): Promise<string> {
    const safeguards = await this.list(null, now);
    await this.part.note('exported', null, null, now);
    return registerCsv(safeguards, catalogue, siteUrl);
  }

  /** Those of their teams that rest on one of some cases. */
  async restingOn(caseIds: readonly string[], now: Instant): Promise<Safeguard[]> {
    const safeguards = await readSafeguards(this.db, { of: 'cases', caseIds }, now);
    return safeguards.filter(({ team }) => sees(this.part.scope, team.id));
  }

  /** `null` where it is none of their teams'. */
  async open(id: string, now: Instant): Promise<Safeguard | null> {
    const safeguard = await this.find(id, now);
    if (safeguard) await this.part.noteLook(safeguard.team.id, now);
    return safeguard;
  }

  /** The teams that a safeguard may be of; `current` is kept though it ended. */
  async teams(current: number | null): Promise<{ id: number; name: string }[]> {
    const rows = await this.db.selectFrom('team').select(['id', 'name', 'ended_on']).orderBy('name').execute();
    return rows.filter(({ id, ended_on }) => sees(this.part.scope, id) && (ended_on === null || id === current));
  }

  /** What the owner's field offers: everybody of their teams, where they are not too many to list. */
  async offered(now: Instant): Promise<string[]> {
    const people = await this.people(mostOffered + 1);
    if (people.length === 0 || people.length > mostOffered) return [];
    await this.part.noteLook(null, now);
    return people.map(personLabel);
  }

  draftOf({ title, team, owner, since, reason, caseId }: Safeguard, { cases }: Catalogue): SafeguardDraft {
    const found = cases.find((entry) => entry.id === caseId);
    const called = found?.title ?? caseId;
    return { title, team: String(team.id), owner: owner ? personLabel(owner) : '', since, case: called, reason };
  }

  async add(fields: Readonly<Record<string, string>>, catalogue: Catalogue, now: Instant): Promise<Saved> {
    const draft = draftIn(fields);
    const read = await this.read(draft, null, catalogue, now);
    if (!read.ok) return { ok: false, draft, faults: read.faults };
    const id = await this.db.transaction().execute((trx) => addSafeguard(trx, read.said, this.by, momentAt(now)));
    await this.part.note('changed-safeguard', read.said.teamId, null, now);
    return { ok: true, id };
  }

  /** `null` where it is none of their teams'. */
  async edit(
    id: string,
    fields: Readonly<Record<string, string>>,
    catalogue: Catalogue,
    now: Instant,
  ): Promise<Saved | null> {
    const before = await this.find(id, now);
    if (!before) return null;
    const draft = draftIn(fields);
    const read = await this.read(draft, before, catalogue, now);
    if (!read.ok) return { ok: false, draft, faults: read.faults };
    await this.db.transaction().execute((trx) => editSafeguard(trx, id, read.said, this.by, momentAt(now)));
    await this.part.note('changed-safeguard', read.said.teamId, null, now);
    return { ok: true, id };
  }

  /** What somebody found who looked: an answer, the day, a note. `null` where it is none of their teams'. */
  async check(id: string, fields: Readonly<Record<string, string>>, now: Instant): Promise<Checked | null> {
    const safeguard = await this.find(id, now);
    if (!safeguard || safeguard.standing.retired) return null;
    const answer = ownersAnswers.find((one) => one === fields['answer']);
    const { day: today } = momentAt(now);
    const day = fields['day'] || today;
    const note = oneLine(fields['note'] ?? '');
    const fault = await this.checkFault(safeguard, answer, daysUntilTyped(today, day), note);
    if (fault || !answer) return { ok: false, fault: fault ?? 'no-answer' };
    await noteCheck(this.db, id, { answer, note: note === '' ? null : note }, this.by, { at: now, day });
    await this.part.note('changed-safeguard', safeguard.team.id, null, now);
    return { ok: true };
  }

  /** Lets one go. `null` where it is none of their teams', or gone. */
  async retire(id: string, said: Retirement, now: Instant): Promise<Retired | null> {
    const safeguard = await this.find(id, now);
    if (!safeguard || safeguard.standing.retired) return null;
    const read = readRetirement(said, await this.namesOf(safeguard.team.id));
    if (!read.ok) return read;
    await retireSafeguard(this.db, id, read.why, this.by, momentAt(now));
    await this.part.note('retired-safeguard', safeguard.team.id, null, now);
    return { ok: true };
  }

  /** `false` where it is none of their teams', or not retired. */
  async takeUp(id: string, now: Instant): Promise<boolean> {
    const safeguard = await this.find(id, now);
    if (!safeguard?.standing.retired) return false;
    await takeUpSafeguard(this.db, id, this.by, momentAt(now));
    await this.part.note('changed-safeguard', safeguard.team.id, null, now);
    return true;
  }

  private get by() {
    return { desk: this.part.trainer };
  }

  private async find(id: string, now: Instant): Promise<Safeguard | null> {
    const safeguard = await readSafeguard(this.db, id, now);
    return safeguard && sees(this.part.scope, safeguard.team.id) ? safeguard : null;
  }

  private async checkFault(
    safeguard: Safeguard,
    answer: OwnersAnswer | undefined,
    days: number | null,
    note: string,
  ): Promise<CheckFault | null> {
    if (!answer) return 'no-answer';
    if (days === null || days > 0 || days < -3650) return 'bad-day';
    if (answer !== 'kept' && note === '') return 'no-note';
    if ([...note].length > longestNote) return 'long';
    return namesIn(note, await this.namesOf(safeguard.team.id)).length > 0 ? 'names-somebody' : null;
  }

  private async read(
    draft: SafeguardDraft,
    before: Safeguard | null,
    { cases }: Catalogue,
    now: Instant,
  ): Promise<{ ok: true; said: SafeguardSaid } | { ok: false; faults: SafeguardFaults }> {
    const teamIds = (await this.teams(before?.team.id ?? null)).map(({ id }) => id);
    const found = await findPeople(this.db, this.part.scope, draft.owner.split(',')[0] ?? '');
    // A case that left the library may stay the reason of what rested on it already.
    const gone =
      before && !cases.some(({ id }) => id === before.caseId) ? [{ id: before.caseId, title: before.caseId }] : [];
    return readDraft(draft, {
      ...{ teamIds, people: found, cases: [...cases, ...gone], on: momentAt(now).day },
      names: await this.namesOf(Number(draft.team)),
    });
  }

  private async people(most: number): Promise<Nameable[]> {
    const { scope } = this.part;
    return this.db
      .selectFrom('person')
      .innerJoin('team', 'team.id', 'person.team_id')
      .select(['person.id', 'person.name', 'person.email', 'team.name as teamName'])
      .$if(scope !== 'house', (query) => query.where('person.team_id', 'in', [...idsOf(scope), -1]))
      .orderBy('person.name')
      .limit(most)
      .execute();
  }

  private async namesOf(teamId: number): Promise<string[]> {
    if (!Number.isInteger(teamId) || !sees(this.part.scope, teamId)) return [];
    const rows = await this.db.selectFrom('person').select('name').where('team_id', '=', teamId).execute();
    return rows.map(({ name }) => name);
  }
}

function draftIn(fields: Readonly<Record<string, string>>): SafeguardDraft {
  const draft = { ...emptyDraft };
  for (const field of draftFields) draft[field] = (fields[field] ?? '').trim();
  return draft;
}

function momentAt(now: Instant): { at: Instant; day: string } {
  return { at: now, day: localDate(now, 'Etc/UTC').toString() };
}
