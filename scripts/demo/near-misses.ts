import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sections } from '#catalogue/pieces/form.ts';
import { readPieceFiles } from '#catalogue/pieces/read-piece-files.ts';
import type { DeidentifiedText } from '#core/reports/report-text.ts';
import type { AppContext } from '#server/app-context.ts';
import { newKey } from '#server/database/row-key.ts';
import { Desk } from '#server/desk/desk.ts';
import { draftIdOf, reportSource } from '#server/desk/reports/draft-case.ts';
import { readPiece } from '#server/pieces/piece-store.ts';
import { readNearMiss } from '#server/reports/near-miss.ts';
import { takeReportersWord } from '#server/reports/own-report.ts';
import { takeReport } from '#server/reports/take-report.ts';
import { labelPrinter, oneMixer, printedList, type ToldNearMiss, testRig } from './near-miss-reports.ts';

/** Who tries to name the source: never whoever wrote the words. */
export const secondReader = 'editor@kazehaya.example';

/** The words of the mixer that may be told, as its editor wrote them. */
const mixerInWords: DeidentifiedText = {
  title: 'The other supplier’s boxes in the yard',
  happened:
    'Two suppliers of a small rubber seat for valves were thought to be independent. A buyer who visited one of them saw the other’s boxes in the yard: both bought the same rubber from one mixer. A week later the mixer stopped for repairs. Because of the visit some seats had been ordered early.',
  nearly: 'Both sources would have dried up in the same week, and the line would have stood still.',
  noticed: 'A buyer saw boxes in a yard and asked.',
  changed: 'Both suppliers are asked each year where their rubber comes from.',
  monday: 'Ask your second source what it buys, and from whom.',
  cleared: [],
};

/** A near miss reported in words of ours, by nobody; it takes its steps on the days that it would have. */
export class NearMissStory {
  private readonly app: AppContext;
  private readonly editor: string;
  private readonly ids = new Map<ToldNearMiss, number>();

  constructor(app: AppContext, editor: string) {
    this.app = app;
    this.editor = editor;
  }

  /** What happens so many days before today: each day once, in order. One is kept as a signal, one published, one is in its steps, one waits. */
  async goOn(daysAgo: number, now: number): Promise<void> {
    switch (daysAgo) {
      case 40:
        return this.report(labelPrinter, now);
      case 38:
        await this.triage(labelPrinter, now);
        return this.close(labelPrinter, 'Kept as a signal: three teams were asked who else makes their labels.', now);
      case 34:
        await this.desk(this.editor).roles.give(secondReader, 'editor', now);
        return this.report(oneMixer, now);
      case 33:
        return this.triage(oneMixer, now);
      case 30:
        return this.write(oneMixer, mixerInWords, now);
      case 28:
        return this.read(oneMixer, now);
      case 26:
        return this.agree(oneMixer, now);
      case 25:
        return this.publish(oneMixer, now);
      case 21:
        return this.close(
          oneMixer,
          'It is a case of the house now, and teams that buy such parts are asked about it.',
          now,
        );
      case 12:
        return this.report(testRig, now);
      case 11:
        return this.triage(testRig, now);
      case 2:
        return this.report(printedList, now);
    }
  }

  private async report(told: ToldNearMiss, now: number): Promise<void> {
    const { sourceKind, text, contact } = told;
    const key = newKey();
    const strip = { name: '', contact, organisation: '', role: '' };
    const report = { sourceKind, text, strip, label: 'amber', consent: false, callBack: contact !== '' } as const;
    await takeReport(this.app.reportDesk, report, { key, language: 'en' }, now);
    const { id } = await this.app.store.db
      .selectFrom('near_miss')
      .select('id')
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    this.ids.set(told, id);
  }

  private async triage(told: ToldNearMiss, now: number): Promise<void> {
    const id = this.idOf(told);
    taken(await this.reports.take(id, { step: 'triage', outcome: 'can-wait' }, now));
    taken(await this.reports.take(id, { step: 'refuse-check', outcome: 'clean' }, now));
  }

  /** The words that may be told, and the case that is made of them. */
  private async write(told: ToldNearMiss, text: DeidentifiedText, now: number): Promise<void> {
    const id = this.idOf(told);
    taken(await this.reports.write(id, text, now));
    taken(await this.reports.draft(id, now));
    const { write } = this.desk(this.editor);
    for (const section of sections.case) {
      const { version, typed } = await this.draftOf(id);
      const own = section.id === 'sources' ? { [urlField]: typed[urlField] ?? '' } : {};
      const asked = { id: draftIdOf({ id }), version, section: section.id };
      taken(await write.save(asked, { ...caseInFiles(), ...own }, now));
    }
    await this.reports.askReporter(id, now);
  }

  private async read(told: ToldNearMiss, now: number): Promise<void> {
    const { id, version } = await this.standing(told);
    const how = 'Searched for rubber, valve seats and a mixer that stopped; many fit, and none stands out.';
    taken(await this.reportsOf(secondReader).read(id, { version, couldName: false, how }, now));
  }

  private async agree(told: ToldNearMiss, now: number): Promise<void> {
    const report = await this.standing(told);
    const word = { act: 'agree', version: report.version, isClear: true } as const;
    taken(await takeReportersWord(this.app.store.db, report, word, now));
  }

  private async publish(told: ToldNearMiss, now: number): Promise<void> {
    const id = this.idOf(told);
    const { version } = await this.draftOf(id);
    taken(await this.desk(this.editor).write.publish(draftIdOf({ id }), version, now));
    taken(await this.reports.tellBack(id, 'It is published as a case, in the words that you agreed to.', now));
  }

  /** Tells the reporter where they can be told in writing, and forgets who they are. */
  private async close(told: ToldNearMiss, said: string, now: number): Promise<void> {
    const report = await this.standing(told);
    if (report.toldBackAt === null) taken(await this.reports.tellBack(report.id, said, now));
    taken(await this.reports.close(report.id, now));
  }

  private desk(trainer: string): Desk {
    const { planner, settings } = this.app;
    return new Desk(planner, settings, trainer, 'house', new Set());
  }

  private reportsOf(trainer: string) {
    const { reportDesk, settings } = this.app;
    return this.desk(trainer).reports({ ...reportDesk, dataDir: settings.dataDir });
  }

  private get reports() {
    return this.reportsOf(this.editor);
  }

  private idOf(told: ToldNearMiss): number {
    return found(this.ids.get(told));
  }

  private async standing(told: ToldNearMiss) {
    return found(await readNearMiss(this.app.store.db, this.idOf(told)));
  }

  private async draftOf(id: number) {
    return found(await readPiece(this.app.store.db, draftIdOf({ id })));
  }
}

/** The report is cited by the address of the form, which differs from house to house: the draft has it already. */
const urlField = 'sources[1].url';

/** The case as its author has it in four files. @throws Error when they make no draft. */
export function caseInFiles(): Readonly<Record<string, string>> {
  const names = ['index.mdx', 'questions.yaml', 'mail.yaml', 'sources.yaml'];
  const fileOf = (name: string) => readFileSync(join(import.meta.dirname, 'near-miss-case', name), 'utf8');
  const read = readPieceFiles(Object.fromEntries(names.map((name) => [name, fileOf(name)])));
  if (!read.ok) throw new Error(`The demo's near miss makes no draft: ${JSON.stringify(read.refused)}`);
  if (read.typed['sources[1].id'] !== reportSource)
    throw new Error('The first source of the demo’s near miss is the report.');
  return read.typed;
}

/** @throws Error when the desk refuses it: then the demo does what no visitor could. */
function taken(outcome: { ok: boolean }): void {
  if (!outcome.ok) throw new Error(`The demo's near miss is refused: ${JSON.stringify(outcome)}`);
}

function found<Thing>(thing: Thing | null | undefined): Thing {
  if (thing === null || thing === undefined) throw new Error('The demo’s near miss is not where it was put.');
  return thing;
}
