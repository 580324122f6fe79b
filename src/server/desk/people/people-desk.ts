import { type PersonState, personState } from '#core/people/person-state.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import { type ChosenTimes, chosenTimesOf } from '#core/planning/calendar/chosen-times.ts';
import type { AccessAct } from '#core/privacy/access-acts.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, PersonRow } from '#server/database/schema.ts';
import { type DataPlace, type ErasureDone, eraseEverywhere } from '#server/erasure/erase-everywhere.ts';
import { readErasedAddresses } from '#server/people/erased-addresses.ts';
import { formerAddressesOf } from '#server/people/former-addresses.ts';
import { addPerson, type Changed, changePerson, moveTo } from '#server/people/person-life.ts';
import type { DeskPart } from '../desk-part.ts';
import { type MailState, mailStateOf } from '../mail-state.ts';
import { sees } from '../team-scope.ts';
import { listPeople, type PeopleAsked, type PeopleList } from './list-people.ts';
import { draftIn, draftOf, emptyDraft, type PersonDraft, type PersonFaults, readDraft } from './person-draft.ts';

/** A person as their page shows them: what the house says of them, and of their mail no more than whether it comes. */
export type OpenedPerson = {
  id: number;
  draft: PersonDraft;
  team: { id: number; name: string; ended: boolean };
  state: PersonState;
  mail: MailState;
  /** When they want their mail, by their own word. */
  chosen: ChosenTimes;
  formerAddresses: readonly string[];
};

/** What became of a form. `before` is what it takes to undo the change. */
export type Saved =
  | { ok: true; id: number; before: PersonDraft | null }
  | { ok: false; draft: PersonDraft; faults: PersonFaults };

/** People of a trainer's teams: found, changed, moved between those teams. */
export class PeopleDesk {
  private readonly part: DeskPart;

  constructor(part: DeskPart) {
    this.part = part;
  }

  private get db(): Db {
    return this.part.planner.db;
  }

  /** One page of their people, which is a look at names. */
  async list(asked: PeopleAsked, now: Instant): Promise<PeopleList> {
    const list = await listPeople(this.db, this.part.scope, asked, now);
    await this.part.noteLook(asked.team === null ? null : this.part.ownTeam(asked.team), now);
    return list;
  }

  /** The teams that people may be in, for a form to choose from; `current` is kept though it ended. */
  async teams(current: number | null): Promise<{ id: number; name: string }[]> {
    const rows = await this.db.selectFrom('team').select(['id', 'name', 'ended_on']).orderBy('name_key').execute();
    return rows.filter(({ id, ended_on }) => sees(this.part.scope, id) && (ended_on === null || id === current));
  }

  /** Time zones that are in use, for a form to offer. */
  async zones(): Promise<string[]> {
    const rows = await this.db.selectFrom('team').select('zone').distinct().orderBy('zone').execute();
    return rows.map(({ zone }) => zone);
  }

  /** `null` when they are nobody of the trainer's. */
  async open(id: number, now: Instant): Promise<OpenedPerson | null> {
    const person = await this.find(id);
    if (!person) return null;
    const team = await this.db
      .selectFrom('team')
      .selectAll()
      .where('id', '=', person.team_id)
      .executeTakeFirstOrThrow();
    await this.part.noteLook(team.id, now);
    return {
      id,
      draft: draftOf(person),
      team: { id: team.id, name: team.name, ended: team.ended_on !== null },
      state: personState(person, localDate(now, person.zone).toString()),
      mail: await mailStateOf(this.db, person, now),
      chosen: chosenTimesOf(person.mail_days, person.mail_hours),
      formerAddresses: await formerAddressesOf(this.db, id),
    };
  }

  /** Changes a person by what a form says; a field that it has not stays. `null` when they are nobody of the trainer's. */
  async change(id: number, fields: Readonly<Record<string, string>>, now: Instant): Promise<Saved | null> {
    const person = await this.find(id);
    if (!person) return null;
    const before = draftOf(person);
    const draft = draftIn(fields, before);
    const teams = await this.teams(person.team_id);
    const read = readDraft(
      draft,
      teams.map((team) => team.id),
    );
    if (!read.ok) return { ok: false, draft, faults: read.faults };
    const changed = await this.db.transaction().execute(async (trx) => {
      const outcome = await changePerson(trx, id, read.patch, now);
      return outcome.ok ? moveTo(trx, id, read.teamId) : outcome;
    });
    if (!changed.ok) return { ok: false, draft, faults: faultsOf(changed) };
    await this.note('changed-person', person.team_id, read.patch.email, now);
    if (read.teamId !== person.team_id) await this.note('moved-person', read.teamId, read.patch.email, now);
    return { ok: true, id, before };
  }

  /** Takes somebody in by hand. */
  async add(fields: Readonly<Record<string, string>>, now: Instant): Promise<Saved> {
    const draft = draftIn(fields, emptyDraft);
    const read = readDraft(
      draft,
      (await this.teams(null)).map((team) => team.id),
    );
    if (!read.ok) return { ok: false, draft, faults: read.faults };
    const { email, name, role, zone, ...rest } = read.patch;
    const added = await this.db.transaction().execute(async (trx) => {
      const person = { ...rest, email, name, role, zone, team_id: read.teamId };
      return addPerson(trx, person, await readErasedAddresses(trx), now);
    });
    if (added.ok) {
      await this.note('added-person', read.teamId, email, now);
      return { ok: true, id: added.id, before: null };
    }
    return { ok: false, draft, faults: added.reason === 'erased' ? { email: 'erased' } : faultsOf(added) };
  }

  /** Whom an erasure would take, for trainers of the house alone. */
  async erasable(id: number): Promise<{ name: string; email: string; teamId: number } | null> {
    const person = this.part.scope === 'house' ? await this.find(id) : undefined;
    return person ? { name: person.name, email: person.email, teamId: person.team_id } : null;
  }

  /** Erases somebody, for trainers of the house alone, and writes down that somebody was erased, without saying who. `null` where there is nobody. */
  async erase(
    id: number,
    place: Pick<DataPlace, 'dataDir' | 'databaseUrl'>,
    now: Instant,
  ): Promise<ErasureDone | null> {
    const person = await this.erasable(id);
    const done = person && (await eraseEverywhere({ db: this.part.planner.db, ...place }, person.email, now));
    if (person && done) await this.part.note('erased', person.teamId, null, now);
    return done;
  }

  private async find(id: number): Promise<PersonRow | undefined> {
    const person = await this.db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
    return person && sees(this.part.scope, person.team_id) ? person : undefined;
  }

  private note(act: AccessAct, teamId: number, subject: string, now: Instant): Promise<void> {
    return this.part.note(act, teamId, subject, now);
  }
}

function faultsOf(refused: Exclude<Changed, { ok: true }>): PersonFaults {
  switch (refused.reason) {
    case 'address-taken':
      return { email: 'taken' };
    case 'number-taken':
      return { staff_number: 'taken' };
    case 'unknown':
      return { team: 'wrong' };
  }
}
