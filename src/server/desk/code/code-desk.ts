import type { PrincipleNumber } from '#core/code/principles.ts';
import { readStatement, type StatementDraft, type StatementFaults } from '#core/code/statement-draft.ts';
import {
  type Founded,
  foundOrganisation,
  type Organisation,
  type OrganisationDraft,
  readOrganisation,
  readOrganisations,
  setPublic,
} from '#server/code/organisations.ts';
import { type CodeYear, readCodeYear, readCodeYears } from '#server/code/read-code-year.ts';
import { readStatements } from '#server/code/read-statements.ts';
import { saveStatement } from '#server/code/save-statement.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import type { DeskPart } from '../desk-part.ts';
import { sees } from '../team-scope.ts';

/** The code of an organisation in a year, as whoever may read it sees it: no person is named. */
export type ShownCode = { organisation: Organisation; years: number[]; shown: CodeYear };

/** One statement as it is edited. */
export type OpenedStatement = {
  organisation: Organisation;
  draft: StatementDraft & { owner: string };
  version: number;
  /** Who made it as it is, and when; null for one that is missing. */
  changed: { by: string; at: Instant } | null;
  remindedOn: string | null;
  textBefore: string;
  /** Whether somebody is its owner whom this trainer does not see. */
  ownerUnseen: boolean;
};

export type StatementSaved =
  | { ok: true }
  | { ok: false; reason: 'faults'; faults: StatementFaults & { owner?: 'unknown-owner' } }
  | { ok: false; reason: 'changed-meanwhile' | 'year-over' | 'no-organisation' };

/** Comply or explain on the desk. Who may read it and who may change it stands in who-may.ts. */
export class CodeDesk {
  private readonly part: DeskPart;

  constructor(part: DeskPart) {
    this.part = part;
  }

  private get db(): Db {
    return this.part.planner.db;
  }

  organisations(): Promise<Organisation[]> {
    return readOrganisations(this.db);
  }

  /** An organisation's year; `year` null is that of the day. */
  async read(slug: string, year: number | null, on: string): Promise<ShownCode | null> {
    const organisation = await readOrganisation(this.db, slug);
    if (!organisation) return null;
    const thisYear = Number(on.slice(0, 4));
    const years = [...new Set([...(await readCodeYears(this.db, slug)), thisYear, thisYear - 1])].sort((a, b) => b - a);
    const shown = years.find((one) => one === year) ?? thisYear;
    return { organisation, years, shown: await readCodeYear(this.db, slug, shown, on) };
  }

  async found(draft: OrganisationDraft, now: Instant): Promise<Founded> {
    const founded = await foundOrganisation(this.db, draft, this.part.trainer, now);
    if (founded.ok) await this.part.note('changed-code', null, null, now);
    return founded;
  }

  async setPublic(slug: string, isPublic: boolean, now: Instant): Promise<boolean> {
    const isSet = await setPublic(this.db, slug, isPublic, this.part.trainer, now);
    if (isSet) await this.part.note('changed-code', null, null, now);
    return isSet;
  }

  /** A statement to change, with the address of its owner and of who changed it: a look at names. */
  async open(slug: string, year: number, principle: PrincipleNumber, now: Instant): Promise<OpenedStatement | null> {
    const organisation = await readOrganisation(this.db, slug);
    if (!organisation) return null;
    const said = (await readStatements(this.db, slug, year)).find((one) => one.principle === principle);
    const before = (await readStatements(this.db, slug, year - 1)).find((one) => one.principle === principle);
    const owner = said?.ownerId ? await this.ownerOf(said.ownerId) : null;
    if (said) await this.part.noteLook(null, now);
    return {
      organisation,
      draft: {
        state: said?.state ?? '',
        text: said?.text ?? '',
        ownerFunction: said?.ownerFunction ?? before?.ownerFunction ?? '',
        dueOn: said?.dueOn ?? '',
        owner: owner ?? '',
      },
      version: said?.version ?? 0,
      changed: said ? { by: said.changedBy, at: said.changedAt } : null,
      remindedOn: said?.remindedOn ?? null,
      textBefore: before?.text ?? '',
      ownerUnseen: Boolean(said?.ownerId) && owner === null,
    };
  }

  /** Saves what was typed. An owner that this trainer does not see stays as it is while the field is left empty. */
  async save(
    place: { organisation: string; year: number; principle: PrincipleNumber; version: number },
    draft: StatementDraft & { owner: string },
    now: Instant,
  ): Promise<StatementSaved> {
    if (!(await readOrganisation(this.db, place.organisation))) return { ok: false, reason: 'no-organisation' };
    const people = await this.db.selectFrom('person').select('name').execute();
    const read = readStatement(
      draft,
      people.map(({ name }) => name),
    );
    const owner = await this.ownerNamed(place, draft.owner);
    const faults = {
      ...(read.ok ? {} : read.faults),
      ...(owner === 'unknown' && ({ owner: 'unknown-owner' } as const)),
    };
    if (!read.ok || owner === 'unknown') return { ok: false, reason: 'faults', faults };
    const saved = await saveStatement(this.db, place, { ...read.statement, ownerId: owner }, this.part.trainer, now);
    if (saved.ok) await this.part.note('changed-code', null, null, now);
    return saved;
  }

  /** The address of somebody of the trainer's teams. */
  private async ownerOf(id: number): Promise<string | null> {
    const person = await this.db
      .selectFrom('person')
      .select(['email', 'team_id'])
      .where('id', '=', id)
      .executeTakeFirst();
    return person && sees(this.part.scope, person.team_id) ? person.email : null;
  }

  private async ownerNamed(
    { organisation, year, principle }: { organisation: string; year: number; principle: PrincipleNumber },
    address: string,
  ): Promise<number | null | 'unknown'> {
    const said = (await readStatements(this.db, organisation, year)).find((one) => one.principle === principle);
    if (address.trim() === '')
      return said?.ownerId && (await this.ownerOf(said.ownerId)) === null ? said.ownerId : null;
    const person = await this.db
      .selectFrom('person')
      .select(['id', 'team_id'])
      .where('email', '=', address.trim().toLowerCase())
      .executeTakeFirst();
    return person && sees(this.part.scope, person.team_id) ? person.id : 'unknown';
  }
}
