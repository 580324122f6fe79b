import type { Catalogue } from '#catalogue/catalogue.ts';
import type { AccessAct } from '#core/privacy/access-acts.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, TeamRow } from '#server/database/schema.ts';
import { addTeam } from '#server/people/add-team.ts';
import { changeTeam, endTeam, mergeTeams, renameTeam, reopenTeam, type TeamChanged } from '#server/people/team-life.ts';
import { readTeamNames } from '#server/people/team-names.ts';
import type { DeskPart } from '../desk-part.ts';
import { sees } from '../team-scope.ts';
import { type ListedTeam, listTeams } from './list-teams.ts';
import { type MergePreview, previewOfMerge } from './merge-preview.ts';
import { readTeamDraft, type TeamDraft, type TeamFaults, teamDraftIn, teamDraftOf } from './team-draft.ts';

export type OpenedTeamForm = {
  id: number;
  draft: TeamDraft;
  endedOn: string | null;
  /** Whether it went into another team, and is past for good. */
  merged: boolean;
  formerNames: readonly string[];
};

export type TeamSaved =
  | { ok: true; id: number; before: TeamDraft | null }
  | { ok: false; draft: TeamDraft; faults: TeamFaults };

/** A trainer's teams: renamed and changed by whoever trains them; added, merged and ended by trainers of the house. */
export class TeamsDesk {
  private readonly part: DeskPart;

  constructor(part: DeskPart) {
    this.part = part;
  }

  private get db(): Db {
    return this.part.planner.db;
  }

  private get ofHouse(): boolean {
    return this.part.scope === 'house';
  }

  list(now: Instant): Promise<ListedTeam[]> {
    return listTeams(this.db, this.part.scope, now);
  }

  /** `null` when it is none of the trainer's. */
  async open(id: number): Promise<OpenedTeamForm | null> {
    const team = await this.find(id);
    if (!team) return null;
    const former = await this.db.selectFrom('former_team_name').select('name').where('team_id', '=', id).execute();
    return {
      id,
      draft: teamDraftOf(team, await this.trainersOf(id)),
      endedOn: team.ended_on,
      merged: team.ended_on !== null && team.name_key === null,
      formerNames: former.map(({ name }) => name),
    };
  }

  /** Who may use the desk for a team is for the house to say, so that no trainer makes another. */
  async change(
    id: number,
    fields: Readonly<Record<string, string>>,
    catalogue: Catalogue,
    now: Instant,
  ): Promise<TeamSaved | null> {
    const team = await this.find(id);
    if (!team || (team.ended_on !== null && team.name_key === null)) return null;
    const before = teamDraftOf(team, await this.trainersOf(id));
    const draft = { ...teamDraftIn(fields, before), ...(!this.ofHouse && { trainers: before.trainers }) };
    const read = readTeamDraft(
      draft,
      catalogue.vocabulary.sectors.map((term) => term.id),
    );
    if (!read.ok) return { ok: false, draft, faults: read.faults };
    const changed = await this.db.transaction().execute(async (trx) => {
      const renamed = await renameTeam(trx, id, read.name);
      return renamed.ok ? changeTeam(trx, id, read.patch, read.trainers) : renamed;
    });
    if (!changed.ok) return { ok: false, draft, faults: { team: 'taken' } };
    await this.note('changed-team', id, now);
    return { ok: true, id, before };
  }

  /** A new team, of a name that no other has; `null` for whoever is not of the house. */
  async add(name: string, zone: string, catalogue: Catalogue, now: Instant): Promise<TeamSaved | null> {
    if (!this.ofHouse) return null;
    const draft: TeamDraft = {
      ...{ team: name.trim(), zone: zone.trim(), sector: '', mail_time: '08:30', work_week: '' },
      ...{ shifts: '', quiet: '', holidays: '', trainers: '' },
    };
    const read = readTeamDraft(
      draft,
      catalogue.vocabulary.sectors.map((term) => term.id),
    );
    if (!read.ok) return { ok: false, draft, faults: read.faults };
    const id = await this.db.transaction().execute(async (trx) => {
      const known = (await readTeamNames(trx)).idOf(read.name) ?? null;
      return known === null
        ? addTeam(trx, { name: read.name, zone: draft.zone, sector: null, supplier_id: null }, now)
        : null;
    });
    if (id === null) return { ok: false, draft, faults: { team: 'taken' } };
    await this.note('changed-team', id, now);
    return { ok: true, id, before: null };
  }

  /** `null` where either is none of the house’s teams that still run, or both are one. */
  async previewMerge(fromId: number, intoId: number): Promise<MergePreview | null> {
    const [from, into] = [await this.find(fromId), await this.find(intoId)];
    if (!this.ofHouse || !from || !into || from.id === into.id || into.ended_on !== null) return null;
    return previewOfMerge(this.db, from, into);
  }

  async merge(fromId: number, intoId: number, now: Instant): Promise<boolean> {
    if (!(await this.previewMerge(fromId, intoId))) return false;
    return this.done('merged-teams', intoId, now, (trx) => mergeTeams(trx, fromId, intoId, now));
  }

  async end(id: number, now: Instant): Promise<boolean> {
    if (!this.ofHouse || !(await this.find(id))) return false;
    return this.done('ended-team', id, now, (trx) => endTeam(trx, id, now));
  }

  async reopen(id: number, now: Instant): Promise<boolean> {
    if (!this.ofHouse || !(await this.find(id))) return false;
    return this.done('changed-team', id, now, (trx) => reopenTeam(trx, id));
  }

  private async done(
    act: AccessAct,
    teamId: number,
    now: Instant,
    change: (trx: Db) => Promise<TeamChanged>,
  ): Promise<boolean> {
    const { ok } = await this.db.transaction().execute(change);
    if (ok) await this.note(act, teamId, now);
    return ok;
  }

  private async find(id: number): Promise<TeamRow | undefined> {
    if (!sees(this.part.scope, id)) return undefined;
    return this.db.selectFrom('team').selectAll().where('id', '=', id).executeTakeFirst();
  }

  private async trainersOf(id: number): Promise<string[]> {
    const rows = await this.db
      .selectFrom('team_trainer')
      .select('email')
      .where('team_id', '=', id)
      .orderBy('email')
      .execute();
    return rows.map(({ email }) => email);
  }

  private note(act: AccessAct, teamId: number, now: Instant): Promise<void> {
    return this.part.note(act, teamId, null, now);
  }
}
