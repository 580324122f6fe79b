import { type MessageState, neverArrives, wentOut } from '#core/delivery/message-state.ts';
import { localDate } from '#core/planning/calendar/calendar.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { idsOf, type TeamScope } from '../team-scope.ts';

/** Why a mail goes: its module was assigned, a signal is about it, or its reader's memory. */
export const mailCauses = ['assigned', 'signal', 'memory'] as const;
export type MailCause = (typeof mailCauses)[number];

/** How many of a day's mails there are of each cause, and how far they have come. */
export type MailOfCause = { cause: MailCause; sent: number; waiting: number; failed: number };

/** The mails of this local day, wherever each reader is, by why they go. Numbers only: which lesson comes to whom is the reader's. */
export async function readTodaysMail(db: Db, scope: TeamScope, now: Instant): Promise<MailOfCause[]> {
  const zones = await db.selectFrom('person').select('zone').distinct().execute();
  const byDay = Map.groupBy(
    zones.map(({ zone }) => zone),
    (zone) => localDate(now, zone).toString(),
  );
  if (byDay.size === 0) return [];
  const rows = await db
    .selectFrom('nudge')
    .innerJoin('person', 'person.id', 'nudge.person_id')
    .innerJoin('message', 'message.id', 'nudge.message_id')
    .select((eb) => [
      'message.state',
      eb('nudge.assignment_id', 'is not', null).as('assigned'),
      eb('nudge.signal_id', 'is not', null).as('signalled'),
      eb.fn.countAll<number | string>().as('count'),
    ])
    .where('nudge.local_date', 'in', [...byDay.keys()])
    .where((eb) =>
      eb.or([...byDay].map(([day, some]) => eb('nudge.local_date', '=', day).and('person.zone', 'in', some))),
    )
    .$if(scope !== 'house', (query) => query.where('person.team_id', 'in', [...idsOf(scope)]))
    .groupBy(['message.state', 'assigned', 'signalled'])
    .execute();
  return mailCauses.flatMap((cause) => {
    const ofCause = rows.filter((row) => causeOf(row) === cause);
    const count = (among: (state: MessageState) => boolean) =>
      ofCause.filter(({ state }) => among(state)).reduce((sum, row) => sum + Number(row.count), 0);
    const sent = count((state) => hasGone(state));
    const failed = count((state) => isLost(state) && state !== 'cancelled');
    const waiting = count((state) => !hasGone(state) && !isLost(state));
    return sent + waiting + failed > 0 ? [{ cause, sent, waiting, failed }] : [];
  });
}

function hasGone(state: MessageState): boolean {
  return wentOut.some((each) => each === state);
}

function isLost(state: MessageState): boolean {
  return neverArrives.some((each) => each === state);
}

function causeOf({ assigned, signalled }: { assigned: unknown; signalled: unknown }): MailCause {
  if (assigned) return 'assigned';
  return signalled ? 'signal' : 'memory';
}

/** When the next mail of some teams is due that is planned already. */
export async function nextMailAt(db: Db, scope: TeamScope, now: Instant): Promise<Instant | null> {
  const { next } = await db
    .selectFrom('message')
    .innerJoin('person', 'person.id', 'message.person_id')
    .select((eb) => eb.fn.min('message.due_at').as('next'))
    .where('message.state', '=', 'planned')
    .where('message.due_at', '>', now)
    .$if(scope !== 'house', (query) => query.where('person.team_id', 'in', [...idsOf(scope)]))
    .executeTakeFirstOrThrow();
  return next === null ? null : Number(next);
}
