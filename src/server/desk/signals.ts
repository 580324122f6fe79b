import { wentOut } from '#core/delivery/message-state.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, SignalRow } from '#server/database/schema.ts';
import { dayToAddTo } from '#server/nudges/plan-addition.ts';
import { cancelNudges, type Planner } from '#server/nudges/plan-nudges.ts';
import { plannableLessons } from '#server/nudges/plannable-lessons.ts';
import { allTeamIds, teamsInTurn } from '#server/nudges/read-teams.ts';
import { firstOpenDay } from './first-open-day.ts';
import { checkSignal, firstDay, type SignalDraft, type SignalFaults, type SignalRequest } from './signal-form.ts';
import { signalReach, type TeamReach } from './signal-reach.ts';
import { signalSubjects } from './signal-subjects.ts';
import { teamsOnPage } from './team-pages.ts';
import { idsOf, sees, type TeamScope } from './team-scope.ts';

export type SignalDesk = Planner & { now: Instant };

export type SignalPreview =
  | {
      ok: true;
      request: SignalRequest;
      reach: TeamReach[];
      /** Teams that the signal reaches as well, and that were not looked at. */
      others: number;
    }
  | { ok: false; faults: SignalFaults };

/** A signal that is not in the store yet has no id; none in it is 0. */
const provisionalId = 0;

/** Whom a signal would reach, team by team, if it were made now: in the first teams, as each takes as long as weeks of plans. Saves nothing. */
export async function previewSignal(desk: SignalDesk, draft: SignalDraft): Promise<SignalPreview> {
  const checked = await check(desk, draft);
  if (!checked.ok) return checked;
  const { db, catalogue, seed, now, weights } = desk;
  const { teamId, topic, word, until } = checked.request;
  const lessons = plannableLessons(catalogue);
  const reach: TeamReach[] = [];
  const teamIds = teamId === null ? await allTeamIds(db) : [teamId];
  for await (const team of teamsInTurn(db, catalogue, teamIds.slice(0, teamsOnPage), now)) {
    const on = await firstOpenDay(db, team, now);
    const signal = { id: provisionalId, topic, word, from: checked.request.from, until };
    const plannedDay = await dayToAddTo(desk, team, now);
    reach.push(await signalReach({ day: { team, lessons, on, now, seed, weights }, plannedDay }, signal));
  }
  return { ok: true, request: checked.request, reach, others: teamIds.length - reach.length };
}

/** Makes a signal. It is in force from the next plan of its teams on, and where today was planned it is added to it within a minute (nudges/add-to-today.ts). */
export async function makeSignal(
  desk: SignalDesk,
  draft: SignalDraft,
  by: string,
): Promise<{ ok: true; id: number } | { ok: false; faults: SignalFaults }> {
  const checked = await check(desk, draft);
  if (!checked.ok) return checked;
  const { teamId, topic, word, note, link, newsOn, line, from, until } = checked.request;
  const { id } = await desk.db
    .insertInto('signal')
    .values({
      ...{ team_id: teamId, topic, word, note, news_url: link, news_on: newsOn, line },
      ...{ from_on: from, until_on: until, made_by: by, made_at: desk.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { ok: true, id };
}

async function check({ db, catalogue, now }: SignalDesk, draft: SignalDraft): Promise<ReturnType<typeof checkSignal>> {
  const teams = await db.selectFrom('team').select(['id', 'zone']).execute();
  const signals = await db.selectFrom('signal').selectAll().where('withdrawn_at', 'is', null).execute();
  const running = signals.filter((row) => row.until_on >= firstDay(teams, row.team_id, now));
  return checkSignal(draft, { teams, subjects: signalSubjects(catalogue), running, now });
}

/** Takes a signal back, and with it what it has planned and not yet sent. What was sent stays answerable. `false` when none was running under this id. */
export async function withdrawSignal(db: Db, id: number, by: string, now: Instant): Promise<boolean> {
  const withdrawn = await db
    .updateTable('signal')
    .set({ withdrawn_by: by, withdrawn_at: now })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!withdrawn) return false;
  const nudges = await db.selectFrom('nudge').select('id').where('signal_id', '=', id).execute();
  await cancelNudges(
    db,
    nudges.map((nudge) => nudge.id),
    'the signal was withdrawn',
  );
  return true;
}

/** The teams a signal is for: null every one, `undefined` when there is no such signal. */
export async function teamOfSignal(db: Db, id: number): Promise<number | null | undefined> {
  const signal = await db.selectFrom('signal').select('team_id').where('id', '=', id).executeTakeFirst();
  return signal?.team_id;
}

/** A signal with its audit: who made it, who withdrew it, and when. */
export type SignalLine = {
  signal: SignalRow;
  /** Null is every team. */
  teamName: string | null;
  state: 'running' | 'ended' | 'withdrawn';
  /** Mails that have left because of it. */
  sent: number;
};

/** Every signal there ever was for some teams, the newest first, with the mails of those teams alone. */
export async function readSignals(db: Db, scope: TeamScope, now: Instant): Promise<SignalLine[]> {
  const teams = await db.selectFrom('team').select(['id', 'name', 'zone']).execute();
  const rows = await db.selectFrom('signal').selectAll().orderBy('id', 'desc').execute();
  const seen = rows.filter(({ team_id }) => team_id === null || sees(scope, team_id));
  const sent = await sentBySignal(
    db,
    seen.map(({ id }) => id),
    scope,
  );
  return seen.map((signal) => ({
    signal,
    teamName: teams.find((team) => team.id === signal.team_id)?.name ?? null,
    state: stateOf(signal, firstDay(teams, signal.team_id, now)),
    sent: sent.get(signal.id) ?? 0,
  }));
}

function stateOf(signal: SignalRow, today: string): SignalLine['state'] {
  if (signal.withdrawn_at !== null) return 'withdrawn';
  return signal.until_on < today ? 'ended' : 'running';
}

async function sentBySignal(db: Db, ids: readonly number[], scope: TeamScope): Promise<ReadonlyMap<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('nudge')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .$if(scope !== 'house', (query) =>
      query.where('nudge.person_id', 'in', (eb) =>
        eb
          .selectFrom('person')
          .select('person.id')
          .where('team_id', 'in', [...idsOf(scope)]),
      ),
    )
    .select((eb) => ['nudge.signal_id', eb.fn.countAll<number>().as('sent')])
    .where('nudge.signal_id', 'in', ids)
    .where('message.state', 'in', wentOut)
    .groupBy('nudge.signal_id')
    .execute();
  return new Map(rows.flatMap(({ signal_id, sent }) => (signal_id === null ? [] : [[signal_id, sent] as const])));
}
