import { Cmi5Lrs, type Launch, type LaunchData } from './cmi5-lrs.ts';
import { answeredStatement, type DefinedVerb, definedStatement, type Statement } from './cmi5-statements.ts';
import type { Begun, GivenAnswer, LearningRecord, TellTrouble } from './learning-record.ts';
import type { Outcome } from './progress.ts';

/** What is kept from one visit to the next: a registration is completed and passed once, and fails no more after that. */
type Settled = { kept: string; completed: boolean; passed: boolean };

/**
 * Holds the order that cmi5 asks for and no library holds: initialized first, each verb once in a visit, passed or failed but not both,
 * terminated last; and where somebody only looks around, nothing between the two.
 */
export class Cmi5Record implements LearningRecord {
  private readonly lrs: Cmi5Lrs;
  private readonly launch: Launch;
  private readonly iri: string;
  private readonly clock: () => number;
  private data: LaunchData = { contextTemplate: {}, launchMode: 'Browse', masteryScore: null, returnUrl: null };
  private settled: Settled = { kept: '', completed: false, passed: false };
  private readonly said = new Set<DefinedVerb>();
  private waiting: Statement[] = [];
  private sending: Promise<void> = Promise.resolve();
  private keeping: Promise<void> = Promise.resolve();
  private began = 0;

  constructor(launch: Launch, iri: string, tell: TellTrouble, clock: () => number) {
    this.launch = launch;
    this.lrs = new Cmi5Lrs(launch, tell);
    this.iri = iri;
    this.clock = clock;
  }

  async begin(): Promise<Begun> {
    await this.lrs.authorize();
    this.data = await this.lrs.launchData();
    const [languages, kept] = await Promise.all([this.lrs.languages(), this.lrs.kept()]);
    this.settled = {
      kept: String(kept['kept'] ?? ''),
      completed: kept['completed'] === true,
      passed: kept['passed'] === true,
    };
    this.began = this.clock();
    this.say('initialized', null);
    await this.sending;
    return {
      kept: this.settled.kept,
      languages,
      passMark: this.data.masteryScore,
      counts: this.counts,
      againAtOnce: false,
      returnUrl: this.data.returnUrl,
    };
  }

  answered(given: GivenAnswer, kept: string): void {
    if (!this.isOpen) return;
    this.post(answeredStatement(given, this.iri, { launch: this.launch, data: this.data, at: given.at }));
    this.keep(kept);
  }

  judged(outcome: Outcome, kept: string): void {
    if (!this.isOpen) return;
    const { settled, said } = this;
    if (!settled.completed) this.say('completed', null);
    const isJudged = said.has('passed') || said.has('failed');
    if (!settled.passed && !isJudged) this.say(outcome.passed ? 'passed' : 'failed', outcome);
    const passed = settled.passed || said.has('passed');
    this.settled = { kept: settled.kept, completed: true, passed };
    // The next visit begins a failed module anew; in this one it is judged once.
    this.keep(passed ? kept : '');
  }

  keep(kept: string): void {
    if (!this.isOpen) return;
    this.settled = { ...this.settled, kept };
    const state = { ...this.settled };
    this.keeping = this.keeping.then(() => this.lrs.keep(state));
  }

  async end(): Promise<void> {
    if (!this.said.has('initialized') || this.said.has('terminated')) return;
    this.say('terminated', null);
    await this.sending;
    await this.keeping;
  }

  private get counts(): boolean {
    return this.data.launchMode === 'Normal';
  }

  private get isOpen(): boolean {
    return this.counts && this.said.has('initialized') && !this.said.has('terminated');
  }

  private say(verb: DefinedVerb, outcome: Outcome | null): void {
    if (this.said.has(verb)) return;
    this.said.add(verb);
    const circumstances = { launch: this.launch, data: this.data, at: new Date() };
    this.post(definedStatement(verb, this.clock() - this.began, outcome, circumstances));
  }

  /** What waits goes in one request as soon as the one before is through; at the end of a page it goes at once. */
  private post(statement: Statement): void {
    this.waiting.push(statement);
    const isLast = this.said.has('terminated');
    const drain = async () => {
      const batch = this.waiting.splice(0);
      if (batch.length > 0) await this.lrs.send(batch);
    };
    this.sending = isLast ? Promise.all([this.sending, drain()]).then(() => undefined) : this.sending.then(drain);
  }
}
