import { fitModel, isWorthFitting } from '#core/memory/fit-model.ts';
import { type MemoryModel, modelKey, usualModel } from '#core/memory/memory-model.ts';
import { asksForStep } from '#core/planning/nudge-kinds.ts';
import type { PastNudge, PlannedPerson, PlannedTeam } from '#core/planning/planner-types.ts';
import { worthTableFor } from '#core/planning/worth-of-asking.ts';
import { reactionTo } from './field-answers.ts';
import { dateOf, fieldWorkTime, isFieldWorkday, morningOf } from './field-calendar.ts';
import {
  afterEntry,
  type Believed,
  foldEntries,
  type LogEntry,
  nothingBelieved,
  observedUnderEach,
} from './field-log.ts';
import type { FieldOrganisation, FieldPace, FieldPerson, FieldTeam } from './field-organisation.ts';
import type { FieldMail, FieldMorning, FieldRule } from './field-rule.ts';
import { type FieldOutcome, FieldTally } from './field-tally.ts';
import type { FreshTrace, Trace } from './worlds/trace.ts';

export type FieldTrial = { organisation: FieldOrganisation; fresh: FreshTrace; pace: FieldPace; rule: FieldRule };

/** What passed between a rule and the people, mail by mail. */
export type FieldMailSent = FieldMail & { day: number };

/** Plays one rule through a trial, every team's every working morning. `watch` is told of each mail. */
export function playField(trial: FieldTrial, watch: (mail: FieldMailSent) => void): FieldOutcome {
  const { organisation, rule } = trial;
  const field = new Field(trial);
  const tally = new FieldTally();
  for (let day = 0; day < 7 * organisation.weeks; day += 1) {
    if (isFieldWorkday(day)) {
      field.fitWhenDue();
      for (const team of organisation.teams)
        for (const mail of rule.choose(field.morning(team, day))) {
          field.send(mail, day);
          tally.mail(asksForStep(mail.kind));
          watch({ ...mail, day });
        }
    }
    if (day % 7 === 6) field.count(day, tally);
  }
  return tally.outcome();
}

/** Somebody in the trial: as they are, what they truly hold, and what the files say. */
type Player = {
  truth: FieldPerson;
  traces: Trace[];
  log: LogEntry[];
  believed: Believed;
  past: PastNudge[];
};

/** The organisation as it is, and as the files have it. */
class Field {
  private readonly trial: FieldTrial;
  private readonly players: ReadonlyMap<number, Player>;
  private readonly numberOf: ReadonlyMap<string, number>;
  private model: MemoryModel = usualModel;
  private answers = 0;
  private fittedTo = 0;

  constructor(trial: FieldTrial) {
    this.trial = trial;
    const { people, lessons } = trial.organisation;
    this.players = new Map(people.map((person) => [person.id, this.newcomer(person)]));
    this.numberOf = new Map(lessons.map(({ id }, number) => [id, number]));
  }

  /** As `server/answers/fit-model-when-due.ts` does before a plan. */
  fitWhenDue(): void {
    if (!this.trial.rule.fits || !isWorthFitting(this.answers, this.fittedTo)) return;
    this.fittedTo = this.answers;
    const everybody = [...this.players.values()];
    const model = fitModel(observedUnderEach(everybody.map(({ log }) => log)));
    if (modelKey(model) === modelKey(this.model)) return;
    this.model = model;
    for (const player of everybody) player.believed = foldEntries(player.log, model);
  }

  morning(team: FieldTeam, day: number): FieldMorning {
    const { lessons } = this.trial.organisation;
    const truth = {
      personOf: (id: number) => this.player(id).truth,
      traceOf: (id: number, lesson: number) => this.trace(this.player(id), lesson),
    };
    return {
      team: this.plannedTeam(team, day),
      lessons,
      day,
      on: dateOf(day),
      now: morningOf(day),
      onFile: (id, lesson) => this.player(id).truth.onFile[lesson] ?? 0,
      truth,
    };
  }

  send({ personId, lessonId, caseId, questionId, kind }: FieldMail, day: number): void {
    const player = this.player(personId);
    const lesson = this.numberOf.get(lessonId) ?? 0;
    const trace = this.trace(player, lesson);
    const { seed, lessons } = this.trial.organisation;
    const { meeting, entry, answer } = reactionTo({
      seed,
      person: player.truth,
      arm: personId * lessons.length + lesson,
      day,
      at: morningOf(day) + answeredAfterMs,
      lessonId,
      kind,
      recall: trace.recallOn(day),
    });
    player.past = [...player.past, { on: dateOf(day), lessonId, questionId, caseId, kind, answer, read: false }];
    if (meeting) player.traces[lesson] = trace.after(day, meeting);
    if (answer !== null) this.answers += 1;
    if (!entry) return;
    player.log.push(entry);
    player.believed = afterEntry(player.believed, entry, this.model);
  }

  count(day: number, tally: FieldTally): void {
    for (const team of this.trial.organisation.teams) {
      const members = this.membersOf(team, day);
      tally.week(members.length);
      for (const lesson of this.trial.organisation.lessons.keys())
        tally.lesson(
          members.map((player) => ({
            recall: this.trace(player, lesson).recallOn(day),
            weight: player.truth.weight[lesson] ?? 0,
          })),
        );
    }
  }

  private newcomer(person: FieldPerson): Player {
    const traces = person.keeping.map((keeping, lesson) =>
      (person.livedOn[lesson] ?? []).reduce(
        (trace, day) => trace.after(day, { recalled: true, share: 1 }),
        this.trial.fresh(keeping),
      ),
    );
    return { truth: person, traces, log: [], believed: nothingBelieved, past: [] };
  }

  private membersOf({ id }: FieldTeam, day: number): Player[] {
    return [...this.players.values()].filter(
      ({ truth }) => truth.team === id && truth.from <= day && (!truth.leaves || day <= truth.leaves.on),
    );
  }

  private plannedTeam(team: FieldTeam, day: number): PlannedTeam {
    return {
      id: team.id,
      name: `team ${team.id}`,
      workTime: fieldWorkTime,
      exposure: team.exposure,
      textLikeness: new Map(),
      model: this.model,
      worth: worthTableFor(this.model),
      people: this.membersOf(team, day).map((player) => this.plannedPerson(player, day)),
      assignments: [],
      signals: [],
    };
  }

  private plannedPerson({ truth, believed, past }: Player, day: number): PlannedPerson {
    const { id, role, leaves, absences } = truth;
    const away = absences.find(({ from, until, told }) => told && from <= day && day <= until);
    return {
      id,
      name: `person ${id}`,
      role,
      workTime: fieldWorkTime,
      pace: this.trial.pace,
      paceChosenOn: null,
      joinedYear: null,
      leavesOn: leaves && leaves.toldFrom <= day ? dateOf(leaves.on) : null,
      unreachable: null,
      pausedUntil: away ? dateOf(away.until) : null,
      notRelevant: [],
      past,
      memory: believed.memory,
      answersGiven: believed.answersGiven,
      record: believed.record,
      answerRate: answerRateOf(past),
    };
  }

  private trace({ traces }: Player, lesson: number): Trace {
    const trace = traces[lesson];
    if (trace) return trace;
    throw new RangeError(`The trial has no lesson ${lesson}.`);
  }

  private player(id: number): Player {
    const player = this.players.get(id);
    if (player) return player;
    throw new RangeError(`Person ${id} is not in the trial.`);
  }
}

/** An answer comes two hours after its morning's plan. */
const answeredAfterMs = 2 * 3_600_000;

/** As `server/nudges/read-teams.ts` counts it: of the last eight mails, drawn towards 0.6 with the strength of two. */
function answerRateOf(past: readonly PastNudge[]): number {
  const recent = past.slice(-8);
  return (recent.filter(({ answer }) => answer !== null).length + 2 * 0.6) / (recent.length + 2);
}
