import type { CatalogueCase, Library, Module } from '#catalogue/catalogue.ts';
import { houseId } from '#catalogue/house-id.ts';
import { type CheckedPiece, checkBesideOthers } from '#catalogue/pieces/check-piece.ts';
import { type PieceKind, type Section, sectionOf, type Typed } from '#catalogue/pieces/form.ts';
import { joinPieces } from '#catalogue/pieces/join-pieces.ts';
import { type PieceFiles, pieceFiles } from '#catalogue/pieces/piece-files.ts';
import { type PlacedFault, placeFaults } from '#catalogue/pieces/place-faults.ts';
import { type FilesRefused, readPieceFiles } from '#catalogue/pieces/read-piece-files.ts';
import { slugOf } from '#catalogue/pieces/slug-of.ts';
import { longestField, typedOf } from '#catalogue/pieces/typed.ts';
import { typesetAll } from '#catalogue/typeset-library.ts';
import { mayReachHouse } from '#core/sharing/tlp.ts';
import type { Language } from '#i18n/languages.ts';
import type { Instant } from '#server/database/schema.ts';
import type { MailTemplate, MailTemplates } from '#server/mail/mail-template.ts';
import { cancelNudges } from '#server/nudges/plan-nudges.ts';
import type { HouseSearch, SearchableHouse } from '#server/pieces/house-search.ts';
import {
  addPiece,
  deletePiece,
  type Piece,
  publishPiece,
  readPiece,
  readPieces,
  reservedName,
  type Saved,
  savePiece,
  withdrawPiece,
} from '#server/pieces/piece-store.ts';
import { type Received, readReceived } from '#server/sharing/received-store.ts';
import type { DeskPart } from '../desk-part.ts';
import { type MadeOfReport, madeOfReport } from '../reports/bars-of-report.ts';
import { readTeamNames } from '../team-page.ts';
import { offeredIn } from './offered.ts';
import { type PreviewKind, previewMail } from './preview-mail.ts';

/** A draft with what has to be mended before it can be published; `received` where another organisation wrote it. */
export type OpenedPiece = { piece: Piece; files: PieceFiles; faults: PlacedFault[]; received: Received | null };

export type PieceAdded =
  | { ok: true; id: string }
  | { ok: false; reason: 'no-title' | 'taken' }
  | { ok: false; reason: 'refused'; refused: FilesRefused };

export type SectionSaved =
  | Saved
  | { ok: false; reason: 'received' }
  | { ok: false; reason: 'too-long'; field: string; typed: Typed };

export type Published =
  | { ok: true }
  | { ok: false; reason: 'gone' | 'faulty' | 'changed' | 'label' | 'taken-back' | 'from-report' };

/** Writing cases and modules of the house. It reads and changes no people. */
export class WriteDesk {
  private readonly part: DeskPart;

  constructor(part: DeskPart) {
    this.part = part;
  }

  pieces(): Promise<Piece[]> {
    return readPieces(this.part.planner.db);
  }

  /** What is published, for the search of the library. */
  searchable(search: HouseSearch, language: Language): Promise<SearchableHouse | null> {
    return search(language);
  }

  async open(id: string): Promise<OpenedPiece | null> {
    const piece = await readPiece(this.part.planner.db, id);
    if (!piece) return null;
    const files = pieceFiles(piece.kind, id, piece.typed);
    const faults = placeFaults(piece.kind, piece.typed, this.check(piece, files).faults);
    return { piece, files, faults, received: await readReceived(this.part.planner.db, id) };
  }

  /** A new draft under a name made of its title, and of the year where one is given. */
  async begin(kind: PieceKind, title: string, year: string, now: Instant): Promise<PieceAdded> {
    const slug = [slugOf(title, 4), kind === 'case' ? /^\d{4}$/.exec(year)?.[0] : null].filter(Boolean).join('-');
    if (slug === '') return { ok: false, reason: 'no-title' };
    const typed = { title, ...(kind === 'case' && year !== '' ? { 'event.start': year } : {}) };
    return this.add(kind, slug, typed, now);
  }

  /** A draft made of files of an author. */
  async bringIn(files: PieceFiles, slug: string, now: Instant): Promise<PieceAdded> {
    const read = readPieceFiles(files);
    if (!read.ok) return { ok: false, reason: 'refused', refused: read.refused };
    const title = read.typed['title'] ?? '';
    const id = slugOf(slug, 8) || slugOf(title, 4);
    return id === '' ? { ok: false, reason: 'no-title' } : this.add(read.kind, id, read.typed, now);
  }

  /** What a page sent of a section. Everything is kept as it was typed, and judged afterwards. */
  async save(
    asked: { id: string; version: number; section: string },
    posted: Readonly<Record<string, string>>,
    now: Instant,
  ): Promise<SectionSaved> {
    const { db, catalogue } = this.part.planner;
    const piece = await readPiece(db, asked.id);
    const section = piece && sectionOf(piece.kind, asked.section);
    if (!piece || !section) return { ok: false, reason: 'gone' };
    if (await readReceived(db, asked.id)) return { ok: false, reason: 'received' };
    const typed = typedOf(section, posted, (field) => ('of' in field ? offeredIn(field, catalogue) : []));
    const long = Object.entries(typed).find(([, text]) => text.length > longestField);
    if (long) return { ok: false, reason: 'too-long', field: long[0], typed: { ...piece.typed, ...typed } };
    const fields = section.fields.map(({ name }) => name);
    return savePiece(db, { id: asked.id, version: asked.version, fields, typed }, this.part.trainer, now);
  }

  /** Puts the newest version beside the library, if it has nothing to mend. */
  async publish(id: string, version: number, now: Instant): Promise<Published> {
    const opened = await this.open(id);
    if (!opened) return { ok: false, reason: 'gone' };
    if (opened.piece.version !== version) return { ok: false, reason: 'changed' };
    if (opened.faults.length > 0) return { ok: false, reason: 'faulty' };
    const { received } = opened;
    if (received && !mayReachHouse(received.tlp)) return { ok: false, reason: 'label' };
    if (received && received.withdrawnAt !== null) return { ok: false, reason: 'taken-back' };
    const made = await this.madeOf(id);
    if (made && made.bars.length > 0) return { ok: false, reason: 'from-report' };
    if (!(await publishPiece(this.part.planner.db, opened.piece, this.part.trainer, now)))
      return { ok: false, reason: 'changed' };
    await this.part.note('published-piece', null, null, now);
    return { ok: true };
  }

  /** The report that a piece was made of, and why it may not be published yet; `null` for every other piece. */
  madeOf(id: string): Promise<MadeOfReport | null> {
    return madeOfReport(this.part.planner, id);
  }

  /** Takes it out of the library, and back whatever of it has not left; its draft stays. */
  async withdraw(id: string, now: Instant): Promise<boolean> {
    const { db } = this.part.planner;
    if (!(await withdrawPiece(db, id, now))) return false;
    const nudges = await db.selectFrom('nudge').select('id').where('case_id', '=', houseId(id)).execute();
    const ids = nudges.map((nudge) => nudge.id);
    await cancelNudges(db, ids, 'its case was withdrawn');
    await this.part.note('withdrew-piece', null, null, now);
    return true;
  }

  remove(id: string): Promise<boolean> {
    return deletePiece(this.part.planner.db, id);
  }

  /** A case as its page shows it, as soon as nothing of its form is missing. */
  caseOf(opened: Pick<OpenedPiece, 'piece' | 'files' | 'received'>): CatalogueCase | null {
    return this.readCase(opened)?.entry ?? null;
  }

  /** The same as a mail to somebody in a team; `asked` names one of its questions, the first where it names none. */
  async mailOf(
    opened: Pick<OpenedPiece, 'piece' | 'files' | 'received'>,
    asked: { teamId: number; questionId: string; kind: PreviewKind; reader: string },
    draw: (library: Library) => Promise<MailTemplates>,
    siteUrl: string,
    now: Instant,
  ): Promise<MailTemplate | null> {
    const read = this.readCase(opened);
    if (!read) return null;
    const { planner } = this.part;
    const team = (await readTeamNames(planner.db)).find(({ id }) => id === this.part.ownTeam(asked.teamId)) ?? null;
    const known = read.entry.questions.some(({ id }) => id === asked.questionId);
    const questionId = known ? asked.questionId : (read.entry.questions[0]?.id ?? '');
    return previewMail({ planner, draw, siteUrl }, { ...read, ...asked, questionId, team }, now);
  }

  private readCase({ piece, files, received }: Pick<OpenedPiece, 'piece' | 'files' | 'received'>) {
    const { piece: read } = this.check(piece, files);
    if (read?.kind !== 'case') return null;
    const { catalogue } = this.part.planner;
    const own = typesetAll(read);
    const [entry] = joinPieces({ ...catalogue, cases: [] }, [own]).cases;
    if (!entry) return null;
    return { piece: own, entry: received ? { ...entry, passage: received.passage } : entry };
  }

  moduleOf({ piece, files }: Pick<OpenedPiece, 'piece' | 'files'>): Module | null {
    const { piece: read } = this.check(piece, files);
    if (read?.kind !== 'module') return null;
    return { ...typesetAll(read.module.file), id: houseId(piece.id), toldIn: 'en' };
  }

  section(kind: PieceKind, id: string): Section | null {
    return sectionOf(kind, id);
  }

  /** Judged beside the library as it is without this piece. */
  private check({ id, kind }: Piece, files: PieceFiles): CheckedPiece {
    return checkBesideOthers(kind, id, files, this.part.planner.catalogue);
  }

  private async add(kind: PieceKind, id: string, typed: Typed, now: Instant): Promise<PieceAdded> {
    const { catalogue, db } = this.part.planner;
    const { trainer } = this.part;
    const own = kind === 'case' ? catalogue.cases : catalogue.modules;
    if (id === reservedName) return { ok: false, reason: 'taken' };
    if (own.some((entry) => entry.id === id)) return { ok: false, reason: 'taken' };
    return (await addPiece(db, { id, kind, typed }, trainer, now)) ? { ok: true, id } : { ok: false, reason: 'taken' };
  }
}
