import type { Vocabulary } from '#catalogue/schema/vocabulary.ts';
import {
  type Absence,
  changesAnything,
  faultyLines,
  type ImportPlan,
  leavesLikeAMistake,
  openDoubts,
} from '#core/people/import-plan.ts';
import type { Instant } from '#server/database/schema.ts';
import {
  dropFile,
  keepFile,
  type ListedImport,
  listImports,
  readKeptFile,
  readListed,
  saveSettings,
} from '#server/people/imports/import-rows.ts';
import type { ImportSettings } from '#server/people/imports/import-settings.ts';
import { rememberHeadings, withRemembered } from '#server/people/imports/known-headings.ts';
import { type FileToRead, type ReadImport, readImport } from '#server/people/imports/read-import.ts';
import { agreeToImport, agreeToUndo, beatMs } from '#server/people/imports/run-import.ts';
import { answersFromForm, headingsFromForm } from '#server/people/imports/settings-from-form.ts';
import { type LeftUndone, readLeftUndone } from '#server/people/imports/undo-import.ts';
import { canUndo, teamsTouched } from '#server/people/imports/undoable.ts';
import type { DeskPart } from './desk-part.ts';

/** An import as its page shows it: a file with its questions or its plan, or what became of it. */
export type OpenedImport = { listed: ListedImport; asked: AskedImport | null };

export type AskedImport = { settings: ImportSettings; read: ReadImport };

/** Why an import was not begun: *gone* may be taken in already; *changed* means that people or teams have, since the plan was shown. */
export type NotAgreed = 'gone' | 'changed' | 'open' | 'faults' | 'many-leave' | 'nothing';

export type Agreed = { ok: true; plan: ImportPlan } | { ok: false; why: NotAgreed };

type Fields = Readonly<Record<string, string>>;

/** Imports of people, by one trainer: of their own teams, or of the house. */
export class PeopleImports {
  private readonly part: DeskPart;

  constructor(part: DeskPart) {
    this.part = part;
  }

  private get db() {
    return this.part.planner.db;
  }

  /** Past imports that this trainer may see, the newest first. */
  list(most: number): Promise<ListedImport[]> {
    return listImports(this.db, this.part.scope === 'house' ? null : this.part.trainer, most);
  }

  /** Keeps a file that was brought, and gives the key of its import. */
  begin(file: FileToRead, absence: Absence | null, now: Instant): Promise<string> {
    return keepFile(this.db, file, this.part.trainer, { absence }, now);
  }

  /** An import with its file read and held against the store; null when there is none, or it is somebody else's. */
  async open(key: string, now: Instant): Promise<OpenedImport | null> {
    const listed = await this.ofTrainer(key);
    if (!listed) return null;
    const kept = listed.state === 'asked' ? await readKeptFile(this.db, key, now) : null;
    if (!kept) return listed.state === 'asked' ? null : { listed, asked: null };
    const asked = await this.readAs(kept.file, kept.settings, now);
    if (asked.read.step === 'planned') await this.part.noteLook(null, now);
    return { listed, asked };
  }

  /** Takes in what a form says of how to read the file, and remembers it for the next of its make. */
  async sayHeadings(key: string, fields: Fields, now: Instant): Promise<void> {
    const asked = (await this.open(key, now))?.asked;
    if (!asked || asked.read.step === 'refused') return;
    const settings = headingsFromForm(asked.settings, asked.read.file, fields);
    await saveSettings(this.db, key, settings);
    await rememberHeadings(this.db, asked.read.file.headings, settings, now);
  }

  /** Takes in answers to what the plan asks. */
  async answer(key: string, fields: Fields, now: Instant): Promise<void> {
    const asked = (await this.open(key, now))?.asked;
    if (asked?.read.step !== 'planned') return;
    const same = asked.read.plan.sameDoubts.map((doubt) => doubt.key);
    await saveSettings(this.db, key, answersFromForm(asked.settings, same, fields));
  }

  /** Agrees to the plan that was `seen`, made again and found the same; what is to be written then is for the runner. */
  async agree(
    key: string,
    seen: { digest: string; withoutFaulty: boolean; manyLeave: boolean },
    now: Instant,
  ): Promise<Agreed> {
    const read = (await this.open(key, now))?.asked?.read;
    if (!read || read.step === 'refused') return { ok: false, why: 'gone' };
    if (read.step === 'asked') return { ok: false, why: 'open' };
    const { plan, digest } = read;
    if (digest !== seen.digest) return { ok: false, why: 'changed' };
    if (openDoubts(plan) > 0) return { ok: false, why: 'open' };
    if (!changesAnything(plan)) return { ok: false, why: 'nothing' };
    if (faultyLines(plan) > 0 && !seen.withoutFaulty) return { ok: false, why: 'faults' };
    if (leavesLikeAMistake(plan) && !seen.manyLeave) return { ok: false, why: 'many-leave' };
    if (!(await agreeToImport(this.db, key, plan))) return { ok: false, why: 'gone' };
    await this.part.note('imported', null, null, now);
    return { ok: true, plan };
  }

  /** What is left to write of an import that broke off; null when somebody writes, or there is nothing to go on with. */
  async goOn(key: string, now: Instant): Promise<ImportPlan | null> {
    const listed = await this.ofTrainer(key);
    if (listed?.state !== 'applying' || isWriting(listed, now)) return null;
    const kept = await readKeptFile(this.db, key, now);
    if (!kept) return null;
    const { read } = await this.readAs(kept.file, kept.settings, now);
    return read.step === 'planned' ? read.plan : null;
  }

  drop(key: string): Promise<void> {
    return this.ofTrainer(key).then((listed) => (listed ? dropFile(this.db, key) : undefined));
  }

  /** Whether this trainer may undo an import now; of one that reached beyond their teams the house may. */
  async mayUndo(listed: ListedImport, now: Instant): Promise<boolean> {
    if (!canUndo(listed, now) || isWriting(listed, now)) return false;
    const { scope } = this.part;
    if (scope === 'house') return true;
    return (await teamsTouched(this.db, listed.key)).every((teamId) => scope.has(teamId));
  }

  /** Begins to undo an import, or goes on with it; what is to be put back then is for the runner. */
  async undo(key: string, now: Instant): Promise<boolean> {
    const listed = await this.ofTrainer(key);
    if (listed?.state === 'undoing') return !isWriting(listed, now);
    if (!listed || !(await this.mayUndo(listed, now))) return false;
    if (!(await agreeToUndo(this.db, key, this.part.trainer, now))) return false;
    await this.part.note('undid-import', null, null, now);
    return true;
  }

  async leftUndone(key: string, most: number): Promise<LeftUndone[]> {
    return (await this.ofTrainer(key)) ? readLeftUndone(this.db, key, most) : [];
  }

  private async ofTrainer(key: string): Promise<ListedImport | null> {
    const listed = await readListed(this.db, key);
    const { scope, trainer } = this.part;
    return listed && (scope === 'house' || listed.madeBy === trainer) ? listed : null;
  }

  private async readAs(file: FileToRead, said: ImportSettings, now: Instant) {
    const parts = { db: this.db, vocabulary: this.vocabulary, scope: this.part.scope };
    const read = await readImport(parts, file, said, now);
    if (read.step === 'refused' || said.file.columns) return { settings: said, read };
    const settings = await withRemembered(this.db, read.file.headings, said);
    return settings === said ? { settings, read } : { settings, read: await readImport(parts, file, settings, now) };
  }

  private get vocabulary(): Vocabulary {
    return this.part.planner.catalogue.vocabulary;
  }
}

/** Whether somebody writes an import just now. */
export function isWriting({ state, beatAt }: ListedImport, now: Instant): boolean {
  return (state === 'applying' || state === 'undoing') && beatAt !== null && now - beatAt < beatMs;
}
