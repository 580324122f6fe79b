import type { MessageState } from '#core/delivery/message-state.ts';
import { planPartOfTeam, planWelcomes, type TeamDay, type Welcome } from '#core/planning/plan-team-day.ts';
import type { NudgeChoice, PlannedTeam } from '#core/planning/planner-types.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant, LocalDateText } from '#server/database/schema.ts';
import { addMessage } from '#server/outbox/outbox.ts';
import { type Asking, mayBeAsked, type OwnersAsked, planOwners } from './owners-asked.ts';

/** People of a team who are asked nothing yet: `owed` get the welcome first, `told` have theirs today or on its way. */
export type Newcomers = { owed: ReadonlySet<number>; told: ReadonlySet<number> };

export type NewcomerReader = (db: Db, team: PlannedTeam, on: LocalDateText) => Promise<Newcomers>;

export const nobody: Newcomers = { owed: new Set(), told: new Set() };

/** For a demo, which has to show its questions when it is opened. */
export const nobodyIsNew: NewcomerReader = async () => nobody;

const onItsWay = ['planned', 'queued', 'deferred', 'claimed', 'sending'] as const satisfies readonly MessageState[];

/** Who of a team is new on its local day. Whoever had mail from us knows who writes, whatever is owed. */
export const readNewcomers: NewcomerReader = async (db, team, on) => {
  const rows = await db
    .selectFrom('person')
    .leftJoin('message', (join) =>
      join
        .onRef('message.person_id', '=', 'person.id')
        .on('message.purpose', '=', 'welcome')
        .on('message.state', 'in', onItsWay),
    )
    .select(['person.id', 'person.welcome_owed', 'person.welcomed_on', 'message.id as pending'])
    .where('person.team_id', '=', team.id)
    .where((eb) => eb.or([eb('person.welcome_owed', '=', 1), eb('person.welcomed_on', '>=', lookedBackTo(on))]))
    .execute();
  if (rows.length === 0) return nobody;
  const mailed = new Set(team.people.filter(({ past }) => past.length > 0).map(({ id }) => id));
  const isTold = (row: (typeof rows)[number]) => row.pending !== null || (row.welcomed_on ?? '') >= on;
  return {
    owed: new Set(rows.filter((row) => row.welcome_owed === 1 && !mailed.has(row.id)).map(({ id }) => id)),
    told: new Set(rows.filter((row) => row.welcome_owed === 0 && isTold(row)).map(({ id }) => id)),
  };
};

/** A welcome has left or expired long before. */
function lookedBackTo(on: LocalDateText): LocalDateText {
  return Temporal.PlainDate.from(on).subtract({ days: 14 }).toString();
}

/** What a team's morning brings: questions, welcomes to who is new, and mails that ask owners whether something is still kept. */
export type Morning = { questions: NudgeChoice[]; welcomes: Welcome[]; askings: Asking[] };

/**
 * Welcomes stand beside the questions, as many a day at most, so that a team that is new waits one day for its first and no longer. An owner who is
 * asked about a safeguard is asked nothing else that day, and the morning has a place less.
 */
export function planMorning(day: TeamDay, { owed, told }: Newcomers, owners: OwnersAsked): Morning {
  const isNew = (id: number) => owed.has(id) || told.has(id);
  const askings = planOwners(day, owners, isNew);
  const asked = new Set(askings.map(({ personId }) => personId));
  const may = mayBeAsked(owners, day.team, day.on);
  return {
    askings,
    questions: planPartOfTeam(
      day,
      (person) => !isNew(person.id) && !asked.has(person.id) && may(person),
      askings.length,
    ),
    welcomes: owed.size === 0 ? [] : planWelcomes(day, ({ id }) => owed.has(id)),
  };
}

/** The same of choices that were made among all: who is new is welcomed first. */
export function partNewcomers(choices: readonly NudgeChoice[], { owed, told }: Newcomers): Morning {
  return {
    askings: [],
    questions: choices.filter(({ personId: id }) => !owed.has(id) && !told.has(id)),
    welcomes: choices.filter(({ personId }) => owed.has(personId)),
  };
}

/** Writes a welcome, in the caller's transaction, for the morning of a choice; once for everybody, whatever becomes of it. */
export async function saveWelcome(
  trx: Db,
  { personId, localDate, dueAt }: Welcome,
  expiresAt: Instant,
  now: Instant,
): Promise<boolean> {
  const person = await trx
    .updateTable('person')
    .set({ welcome_owed: 0, welcomed_on: localDate })
    .where('id', '=', personId)
    .where('welcome_owed', '=', 1)
    .returning('email')
    .executeTakeFirst();
  if (!person) return false;
  await addMessage(trx, {
    purpose: 'welcome',
    person_id: personId,
    address: person.email,
    due_at: dueAt,
    expires_at: expiresAt,
    created_at: now,
  });
  return true;
}
