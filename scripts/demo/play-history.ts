import { choiceLetter } from '#catalogue/schema/question.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import { instantOf, localDate } from '#core/planning/calendar/calendar.ts';
import { choosePace, markNotRelevant, pause } from '#server/answers/preferences.ts';
import { recordAnswer } from '#server/answers/record-answer.ts';
import { recordReading } from '#server/answers/record-reading.ts';
import { signToken } from '#server/answers/token.ts';
import type { AppContext } from '#server/app-context.ts';
import { assignModule } from '#server/desk/assign-module.ts';
import { planDueTeams } from '#server/nudges/plan-nudges.ts';
import { askTheBoard, hasQuarterEnded, keepBriefOfQuarter, writeScenarios } from './board-brief.ts';
import { NearMissStory } from './near-misses.ts';
import { type Reaction, SimulatedReader } from './simulated-reader.ts';
import { taskOf } from './task-of.ts';

const minuteMs = 60_000;

/** What a reader will have done by a time: the fields of the form they send, or `null` when they say only that they read it. */
type PendingReply = { at: number; token: string; fields: Record<string, string> | null };

/** A clock that the player turns and the app reads. */
export type PlayedClock = { now: number };

/** The story of the demo: when each thing happened, in days before today. */
const puneJoins = 63;
const moduleAssigned = 24;
const wishesExpressed = 12;

/** Share of mails the people of a team answer: some places read their mail, some do not. */
const diligence: Record<string, number> = {
  'Motor plant purchasing, Nagoya': 0.7,
  'Logistics, Rotterdam': 0.3,
  'Hospital supply, Columbus': 0.55,
  'IT and planning, Pune': 0.6,
};

export type History = {
  app: AppContext;
  clock: PlayedClock;
  until: number;
  weeks: number;
  trainer: string;
  importLater: () => Promise<void>;
};

/** `personWeeks` are those of everybody who was there; `quiet` of them brought no mail. */
export type PlayedHistory = { nudges: number; answers: number; personWeeks: number; quiet: number };

/**
 * Plays `weeks` weeks up to yesterday through the real planner, outbox and answer desk. Only the SMTP socket and the readers are
 * stood in for. Deterministic for a store, a catalogue and an end date.
 */
export async function playHistory({ app, clock, until, weeks, trainer, importLater }: History): Promise<PlayedHistory> {
  const player = new HistoryPlayer(app, clock);
  const nearMisses = new NearMissStory(app, trainer);
  await writeScenarios(app.store.db, clock.now);
  for (let day = weeks * 7; day >= 1; day -= 1) {
    if (day === puneJoins) await importLater();
    for (const at of await mornings(app, until - day * dayMs)) await player.playMorning(at);
    if (hasQuarterEnded(clock.now)) await keepBriefOfQuarter(app, clock);
    await nearMisses.goOn(day, clock.now);
    if (day === moduleAssigned) await player.assign('Hospital supply, Columbus', 'quiet-years', trainer);
    if (day === wishesExpressed) await player.expressWishes();
    if (day % 7 === 1) await player.closeWeek();
  }
  await player.answerUpTo(until);
  await askTheBoard(app.store.db, until);
  return player.counts;
}

/** The instants at which the teams' mail is due on the day of `instant`, in order. */
async function mornings(app: AppContext, instant: number): Promise<number[]> {
  const teams = await app.store.db.selectFrom('team').select(['zone', 'mail_time']).orderBy('id').execute();
  return teams
    .map((team) => instantOf(localDate(instant, team.zone), { zone: team.zone, at: team.mail_time }))
    .sort((a, b) => a - b);
}

class HistoryPlayer {
  readonly counts: PlayedHistory = { nudges: 0, answers: 0, personWeeks: 0, quiet: 0 };
  private readonly app: AppContext;
  private readonly clock: PlayedClock;
  private readonly readers = new Map<number, SimulatedReader>();
  private pending: PendingReply[] = [];
  private lastNudge = 0;

  constructor(app: AppContext, clock: PlayedClock) {
    this.app = app;
    this.clock = clock;
  }

  async playMorning(mailAt: number): Promise<void> {
    await this.answerUpTo(mailAt - 30 * minuteMs);
    this.clock.now = mailAt - 30 * minuteMs;
    await planDueTeams(this.app.planner, this.clock.now);
    this.clock.now = mailAt + minuteMs;
    await this.app.sendDue();
    await this.readMail();
  }

  /** Counts the week that ends now. */
  async closeWeek(): Promise<void> {
    const since = localDate(this.clock.now - 7 * dayMs, 'Etc/UTC').toString();
    const people = await this.app.store.db.selectFrom('person').select('id').execute();
    const mailed = await this.app.store.db
      .selectFrom('nudge')
      .select('person_id')
      .where('local_date', '>', since)
      .distinct()
      .execute();
    this.counts.personWeeks += people.length;
    this.counts.quiet += people.length - mailed.length;
  }

  async answerUpTo(now: number): Promise<void> {
    const due = this.pending.filter((reply) => reply.at <= now).sort((a, b) => a.at - b.at);
    this.pending = this.pending.filter((reply) => reply.at > now);
    for (const { at, token, fields } of due) {
      this.clock.now = at;
      if (!fields) {
        await recordReading(this.app.answers, token, at);
        continue;
      }
      const outcome = await recordAnswer(this.app.answers, token, fields, at);
      if (outcome.ok) this.counts.answers += 1;
    }
  }

  async assign(teamName: string, moduleId: string, by: string): Promise<void> {
    const team = await this.app.store.db
      .selectFrom('team')
      .selectAll()
      .where('name', '=', teamName)
      .executeTakeFirstOrThrow();
    const now = this.clock.now;
    const dueOn = localDate(now + 38 * dayMs, team.zone).toString();
    await assignModule(
      { ...this.app.planner, now },
      { moduleId, dueOn, teamIds: [team.id], roles: [], personIds: [] },
      by,
    );
  }

  /** One person pauses, one finds a lesson not relevant, one asks for less mail: every state of the desk has somebody in it. */
  async expressWishes(): Promise<void> {
    const token = async (email: string) => {
      const { db } = this.app.store;
      const row = await db
        .selectFrom('nudge')
        .innerJoin('person', 'person.id', 'nudge.person_id')
        .innerJoin('message', 'message.id', 'nudge.message_id')
        .select(['nudge.id', 'nudge.closes_at', 'message.key'])
        .where('person.email', '=', email)
        .orderBy('nudge.id', 'desc')
        .executeTakeFirst();
      return row ? signToken(this.app.answers.keys, 'nudge', row, row.closes_at + 30 * dayMs) : null;
    };
    const now = this.clock.now;
    const [away, elsewhere, sparing] = await Promise.all([
      token('bram.visser@kazehaya.example'),
      token('rin.fujita@kazehaya.example'),
      token('victor.han@kazehaya.example'),
    ]);
    if (away) await pause(this.app.answers, away, localDate(now + 26 * dayMs, 'Europe/Amsterdam').toString(), now);
    if (elsewhere) await markNotRelevant(this.app.answers, elsewhere, now);
    if (sparing) await choosePace(this.app.answers, sparing, 'fortnightly', now);
  }

  private async readMail(): Promise<void> {
    const { db } = this.app.store;
    const nudges = await db
      .selectFrom('nudge')
      .innerJoin('message', 'message.id', 'nudge.message_id')
      .selectAll('nudge')
      .select('message.key')
      .where('nudge.id', '>', this.lastNudge)
      .orderBy('nudge.id')
      .execute();
    for (const nudge of nudges) {
      this.lastNudge = nudge.id;
      this.counts.nudges += 1;
      const reader = await this.readerOf(nudge.person_id);
      const reaction = reader.react(taskOf(nudge, this.app.catalogue), this.clock.now);
      if (!reaction) continue;
      const token = signToken(this.app.answers.keys, 'nudge', nudge, nudge.closes_at + dayMs);
      this.pending.push({ at: this.clock.now + reaction.afterMs, token, fields: fieldsOf(reaction) });
    }
  }

  private async readerOf(personId: number): Promise<SimulatedReader> {
    const known = this.readers.get(personId);
    if (known) return known;
    const { name } = await this.app.store.db
      .selectFrom('person')
      .innerJoin('team', 'team.id', 'person.team_id')
      .select('team.name')
      .where('person.id', '=', personId)
      .executeTakeFirstOrThrow();
    const reader = new SimulatedReader(personId, diligence[name] ?? 0.6);
    this.readers.set(personId, reader);
    return reader;
  }
}

function fieldsOf(reaction: NonNullable<Reaction>): PendingReply['fields'] {
  switch (reaction.does) {
    case 'choose':
      return { choice: choiceLetter(reaction.choice), sureness: reaction.sureness };
    case 'say':
      return { choice: reaction.answer };
    case 'read':
      return null;
  }
}
