import { foundIn, type PublicationBar } from '#core/reports/publication.ts';
import type { Closing, StepOutcome } from '#core/reports/report-steps.ts';
import type { DeidentifiedText, IdentityStrip } from '#core/reports/report-text.ts';
import { mayRead } from '#core/reports/second-reader.ts';
import type { Language } from '#i18n/languages.ts';
import type { Instant } from '#server/database/schema.ts';
import { wantScrub } from '#server/erasure/erase-everywhere.ts';
import { deleteMailsOf } from '#server/erasure/mails-of.ts';
import type { Keyring } from '#server/keys/keyring.ts';
import { addPiece, readPiece } from '#server/pieces/piece-store.ts';
import { closeReport } from '#server/reports/close-report.ts';
import { knownWords } from '#server/reports/known-words.ts';
import { type NearMiss, readNearMiss, readNearMisses } from '#server/reports/near-miss.ts';
import { noteStep, readSteps, type StepTaken } from '#server/reports/report-steps.ts';
import { openStrip } from '#server/reports/seal-strip.ts';
import { writeToReporter } from '#server/reports/write-to-reporter.ts';
import type { DeskPart } from '../desk-part.ts';
import { barsOf, textsOf } from './bars-of-report.ts';
import { draftIdOf, draftOf } from './draft-case.ts';
import { keepReportDigestWish, readReportDigestWish } from './report-digest-wish.ts';

/** What the desk of reports takes from the app. */
export type ReportPlace = { keys: Keyring; siteUrl: string; dataDir: string };

export type OpenedReport = {
  report: NearMiss;
  steps: StepTaken[];
  bars: PublicationBar[];
  /** Flagged phrases of the words that may be told, which an editor may clear. */
  flagged: string[];
  /** Whether whoever looks may try to name the source. */
  mayRead: boolean;
  strip: 'none' | 'sealed' | 'gone';
};

export type StepRefusal =
  | 'closed'
  | 'not-told-back'
  | 'mail-on-its-way'
  | 'own-words'
  | 'no-words'
  | 'no-how'
  | 'not-allowed'
  | 'empty'
  | 'refused-words';

export type StepDone = { ok: true } | { ok: false; reason: StepRefusal };

const done: StepDone = { ok: true };
const refused = (reason: StepRefusal): StepDone => ({ ok: false, reason });

/** Near misses that were reported, taken through their steps. It looks up no team and no reader of mail. */
export class ReportsDesk {
  private readonly part: DeskPart;
  private readonly place: ReportPlace;

  constructor(part: DeskPart, place: ReportPlace) {
    this.part = part;
    this.place = place;
  }

  async list(): Promise<{ report: NearMiss; last: StepTaken | null }[]> {
    const reports = await readNearMisses(this.db);
    const all = reports.map(async (report) => ({ report, last: (await readSteps(this.db, report.id)).at(-1) ?? null }));
    return Promise.all(all);
  }

  /** In which language whoever looks wants the monthly digest; `null`: they do not. */
  digestWish(): Promise<Language | null> {
    return readReportDigestWish(this.db, this.part.trainer);
  }

  wantDigest(language: Language | null): Promise<boolean> {
    return keepReportDigestWish(this.db, this.part.trainer, language);
  }

  async open(id: number): Promise<OpenedReport | null> {
    const report = await readNearMiss(this.db, id);
    if (!report) return null;
    const steps = await readSteps(this.db, id);
    const own = report.text ? foundIn(textsOf(report.text), this.known).flagged.map(({ said }) => said) : [];
    return {
      report,
      steps,
      bars: await barsOf(this.part.planner, report),
      flagged: [...new Set(own)],
      mayRead: mayRead(this.part.trainer, await this.writersOf(report)),
      strip: await this.stripState(report),
    };
  }

  /** Who reported, which is written down. `null` where nobody said so, or no key opens it. */
  async showStrip(id: number, now: Instant): Promise<IdentityStrip | null> {
    const report = await readNearMiss(this.db, id);
    const row = report && (await this.readStrip(report));
    if (!row) return null;
    await this.part.note('saw-reporter', null, null, now);
    return openStrip(this.place.keys, row);
  }

  /** A step of which nothing but its outcome is kept. */
  async take(
    id: number,
    taken: { step: 'triage' | 'refuse-check' | 'call-back'; outcome: StepOutcome },
    now: Instant,
  ): Promise<StepDone> {
    return this.change(id, now, async (report) => this.step(report.id, { ...taken, note: null }, now));
  }

  /** The words that may be told. Whoever read or agreed to others has to do so again. */
  async write(id: number, text: DeidentifiedText, now: Instant): Promise<StepDone> {
    if (text.title === '' || text.happened === '' || text.nearly === '') return refused('empty');
    if (foundIn(textsOf(text), this.known).refused.length > 0) return refused('refused-words');
    return this.change(id, now, async (report) => {
      const json = JSON.stringify(text);
      if (JSON.stringify(report.text) === json) return done;
      // Written down first: whoever wrote words must never be taken for somebody who did not.
      await this.step(report.id, { step: 'de-identify', outcome: 'done', note: null }, now);
      await this.db
        .updateTable('near_miss')
        .set((eb) => ({ text: json, text_at: now, version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .execute();
      return done;
    });
  }

  /** A draft case of the house with these words in it; one that is there already stays. */
  async draft(id: number, now: Instant): Promise<StepDone> {
    return this.change(id, now, async (report) => {
      if (!report.text) return refused('no-words');
      if (report.label === 'red' || !report.withContact) return refused('not-allowed');
      const pieceId = draftIdOf(report);
      const typed = draftOf(report, report.text, this.place.siteUrl);
      await addPiece(this.db, { id: pieceId, kind: 'case', typed }, this.part.trainer, now);
      await this.db
        .updateTable('near_miss')
        .set((eb) => ({ piece_id: pieceId, version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .where('piece_id', 'is', null)
        .execute();
      return done;
    });
  }

  /** What became of a second reader’s try to name the source. Whoever wrote the words cannot be that reader. */
  async read(id: number, tried: { version: number; couldName: boolean; how: string }, now: Instant): Promise<StepDone> {
    if (tried.how.trim() === '') return refused('no-how');
    return this.change(id, now, async (report) => {
      if (!report.text) return refused('no-words');
      if (!mayRead(this.part.trainer, await this.writersOf(report))) return refused('own-words');
      const version = tried.couldName ? null : tried.version;
      await this.db.updateTable('near_miss').set({ read_version: version }).where('id', '=', id).execute();
      const outcome = tried.couldName ? 'could-name' : 'could-not';
      return this.step(id, { step: 'second-reader', outcome, note: tried.how.trim() }, now);
    });
  }

  /** Asks the reporter to read the words; `false` where there is no address to write to. */
  async askReporter(id: number, now: Instant): Promise<boolean> {
    const report = await readNearMiss(this.db, id);
    if (!report?.text || report.isClosed) return false;
    return writeToReporter({ ...this.place, db: this.db }, report, 'please-read', now);
  }

  /** Tells the reporter what became of it, on the page of the report and, where there is an address, by letter. */
  async tellBack(id: number, said: string, now: Instant): Promise<StepDone> {
    if (said.trim() === '') return refused('empty');
    return this.change(id, now, async (report) => {
      const told = { told_back: said.trim(), told_back_at: now };
      await this.db.updateTable('near_miss').set(told).where('id', '=', id).execute();
      await writeToReporter({ ...this.place, db: this.db }, report, 'became', now);
      return this.step(id, { step: 'tell-back', outcome: 'done', note: null }, now);
    });
  }

  /** Closes it: who reported is gone from the store, from its files at the next tidying, and from what lies beside it. */
  async close(id: number, now: Instant): Promise<StepDone> {
    const report = await readNearMiss(this.db, id);
    if (!report) return refused('closed');
    const as = await this.closingOf(report);
    const closed = await closeReport(
      { db: this.db, keys: this.place.keys },
      report,
      { as, by: this.part.trainer },
      now,
    );
    if (!closed.ok) return refused(closed.reason);
    if (closed.address) await deleteMailsOf(this.place.dataDir, closed.address);
    await wantScrub(this.db, now);
    await this.part.note('closed-report', null, null, now);
    return done;
  }

  private get db() {
    return this.part.planner.db;
  }

  private get known() {
    return knownWords(this.part.planner.catalogue);
  }

  /** Who wrote what a second reader would read. */
  private async writersOf({ id, pieceId }: NearMiss): Promise<string[]> {
    const steps = await readSteps(this.db, id);
    const own = steps.filter(({ step }) => step === 'de-identify').map(({ by }) => by);
    if (pieceId === null) return own;
    const piece = await readPiece(this.db, pieceId);
    const before = await this.db
      .selectFrom('piece_version')
      .select('changed_by')
      .where('piece_id', '=', pieceId)
      .execute();
    return [...own, ...(piece ? [piece.changedBy] : []), ...before.map(({ changed_by }) => changed_by)];
  }

  private async closingOf({ id, consent }: NearMiss): Promise<Closing> {
    const published = await this.db
      .selectFrom('near_miss_publication')
      .select('version')
      .where('near_miss_id', '=', id)
      .executeTakeFirst();
    if (published) return 'case';
    const steps = await readSteps(this.db, id);
    const withdrew = steps.some(({ step, outcome }) => step === 'reporter-agrees' && outcome === 'not-wanted');
    return withdrew && !consent ? 'withdrawn' : 'signal';
  }

  private readStrip({ key }: NearMiss) {
    return this.db.selectFrom('near_miss_strip').selectAll().where('near_miss_key', '=', key).executeTakeFirst();
  }

  private async stripState(report: NearMiss): Promise<OpenedReport['strip']> {
    if (await this.readStrip(report)) return 'sealed';
    return report.isClosed ? 'gone' : 'none';
  }

  private async change(id: number, now: Instant, act: (report: NearMiss) => Promise<StepDone>): Promise<StepDone> {
    const report = await readNearMiss(this.db, id);
    if (!report || report.isClosed) return refused('closed');
    const outcome = await act(report);
    if (outcome.ok) await this.part.note('changed-report', null, null, now);
    return outcome;
  }

  private async step(
    id: number,
    { step, outcome, note }: Pick<StepTaken, 'step' | 'outcome' | 'note'>,
    at: Instant,
  ): Promise<StepDone> {
    await noteStep(this.db, id, { step, outcome, note, at, by: this.part.trainer });
    return done;
  }
}
