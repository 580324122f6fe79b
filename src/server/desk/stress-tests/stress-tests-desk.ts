import { localDate } from '#core/planning/calendar/calendar.ts';
import { shownTeams } from '#core/privacy/named-team.ts';
import { type Lacking, lackingIn } from '#core/stress-test/lacking.ts';
import { newsOfTests, type PromisedMeasure, type TestNews } from '#core/stress-test/news.ts';
import { type StressReport, significantIn } from '#core/stress-test/report.ts';
import type { ItemStepId, ItemSteps, StepId } from '#core/stress-test/steps.ts';
import type { Instant } from '#server/database/schema.ts';
import { toItem } from '#server/nudges/read-teams.ts';
import { readNewestStressTest } from '#server/stress-tests/newest-stress-test.ts';
import { listStressTests, readStressTest, type StressTestLine } from '#server/stress-tests/read-stress-test.ts';
import { startStressTest } from '#server/stress-tests/start-stress-test.ts';
import { type FinishOutcome, finishStressTest, saveBoard, saveItems } from '#server/stress-tests/write-stress-test.ts';
import type { DeskPart } from '../desk-part.ts';
import { newToken } from '../random-token.ts';
import { readTeamPeople } from '../team-people.ts';
import { seenOf, sees } from '../team-scope.ts';
import { readBoardStep, readItemStep, type StepFaults } from './step-form.ts';

export type RunningTest = { key: string; report: StressReport; lacking: Lacking[] };

export type SaveOutcome =
  | { ok: true }
  | { ok: false; why: 'no-test' }
  | { ok: false; why: 'faults'; faults: StepFaults };

/** Most items of one test: more is not read by a board. */
export const mostItems = 20;

/** Stress tests of what a trainer's teams depend on. One that reaches beyond them is not theirs. */
export class StressTestsDesk {
  private readonly part: DeskPart;

  constructor(part: DeskPart) {
    this.part = part;
  }

  async list(): Promise<StressTestLine[]> {
    return (await listStressTests(this.part.planner.db)).filter((test) => this.isOwn(test));
  }

  /** When the next is due, for the whole house. */
  async clock(): Promise<{ finishedOn: string; dueOn: string } | null> {
    return readNewestStressTest(this.part.planner.db);
  }

  /** The key of the finished test that is newest, of those that are the reader's. */
  async newestReport(): Promise<string | null> {
    const finished = (await this.list()).filter(({ finishedOn }) => finishedOn !== null);
    const newest = finished.toSorted((a, b) => (b.finishedOn ?? '').localeCompare(a.finishedOn ?? ''))[0];
    return newest?.key ?? null;
  }

  /** What of them is told on a morning. */
  async news(now: Instant): Promise<TestNews[]> {
    const tests = await this.list();
    const finished = tests.filter(({ finishedOn }) => finishedOn !== null);
    const measures = await Promise.all(finished.map(({ key }) => this.promisedIn(key, now)));
    const standing = {
      hasItems: (await this.choices()).length > 0,
      underWay: tests.filter(({ finishedOn }) => finishedOn === null),
      dueOn: (await this.clock())?.dueOn ?? null,
      measures: measures.flat(),
    };
    return newsOfTests(standing, dayOf(now));
  }

  /** What can be tested: every item of the trainer's teams. */
  async choices(): Promise<{ id: number; name: string; team: string }[]> {
    const rows = await this.items();
    return rows.map(({ id, name, team }) => ({ id, name, team }));
  }

  /** Begins a test of chosen items; null where none of them is the trainer's. */
  async start(title: string, itemIds: readonly number[], now: Instant): Promise<string | null> {
    const { planner, note } = this.part;
    const chosen = (await this.items()).filter(({ id }) => itemIds.includes(id)).slice(0, mostItems);
    if (chosen.length === 0 || title.trim() === '') return null;
    const items = chosen.map((row) => ({ teamId: row.team_id, item: toItem(row) }));
    const key = newToken();
    await startStressTest(planner.db, { key, title: title.trim().slice(0, 120), on: dayOf(now), items });
    await note('began-stress-test', null, null, now);
    return key;
  }

  async open(key: string, now: Instant): Promise<RunningTest | null> {
    const report = await this.read(key, now);
    return report && { key, report, lacking: lackingIn(report.items, report.board) };
  }

  /** For executives too: it names no person, and no small team. */
  async report(key: string, now: Instant): Promise<StressReport | null> {
    return this.read(key, now);
  }

  async save(key: string, step: StepId, form: FormData, now: Instant): Promise<SaveOutcome> {
    const report = await this.read(key, now);
    if (!report || report.finishedOn !== null) return { ok: false, why: 'no-test' };
    return step === 'board' ? this.saveBoard(key, form) : this.saveItems(key, step, form, report);
  }

  async finish(key: string, now: Instant): Promise<FinishOutcome> {
    const { planner, note } = this.part;
    if (!(await this.read(key, now))) return { ok: false, why: 'no-test' };
    const outcome = await finishStressTest(planner.db, key, await this.names(now), dayOf(now));
    if (outcome.ok) await note('finished-stress-test', null, null, now);
    return outcome;
  }

  private async saveBoard(key: string, form: FormData): Promise<SaveOutcome> {
    const read = readBoardStep(form);
    if (!read.ok) return { ok: false, why: 'faults', faults: read.faults };
    return (await saveBoard(this.part.planner.db, key, read.board)) ? { ok: true } : { ok: false, why: 'no-test' };
  }

  private async saveItems(key: string, step: ItemStepId, form: FormData, report: StressReport): Promise<SaveOutcome> {
    const read = report.items.map(({ place, said }) => ({ place, outcome: readItemStep(form, step, place, said) }));
    const faults = read.flatMap(({ outcome }) => (outcome.ok ? [] : outcome.faults));
    if (faults.length > 0) return { ok: false, why: 'faults', faults };
    const said = new Map<number, ItemSteps>();
    for (const { place, outcome } of read) if (outcome.ok) said.set(place, outcome.said);
    return (await saveItems(this.part.planner.db, key, said)) ? { ok: true } : { ok: false, why: 'no-test' };
  }

  private async promisedIn(key: string, now: Instant): Promise<PromisedMeasure[]> {
    const report = await this.read(key, now);
    if (!report) return [];
    return significantIn(report).map(({ item, said: { mitigate } }) => ({
      key,
      item: item.name,
      owner: mitigate.owner,
      by: mitigate.by,
    }));
  }

  private async read(key: string, now: Instant): Promise<StressReport | null> {
    const line = (await this.list()).find((test) => test.key === key);
    return line ? readStressTest(this.part.planner.db, key, await this.names(now)) : null;
  }

  private isOwn({ teamIds }: StressTestLine): boolean {
    return this.part.scope === 'house' || (teamIds.length > 0 && teamIds.every((id) => sees(this.part.scope, id)));
  }

  /** Teams as executives may read them. */
  private async names(now: Instant): Promise<(teamId: number) => string | null> {
    const shown = shownTeams(await readTeamPeople(this.part.planner.db, 'house', now));
    return (teamId) => shown.get(teamId) ?? null;
  }

  private async items() {
    const { planner, scope } = this.part;
    const rows = await planner.db
      .selectFrom('exposure')
      .innerJoin('team', 'team.id', 'exposure.team_id')
      .selectAll('exposure')
      .select('team.name as team')
      .where('team.ended_on', 'is', null)
      .orderBy('team.name')
      .orderBy('exposure.id')
      .execute();
    return seenOf(scope, rows, ({ team_id }) => team_id);
  }
}

function dayOf(now: Instant): string {
  return localDate(now, 'UTC').toString();
}
