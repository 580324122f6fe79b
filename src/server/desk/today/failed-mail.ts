import { type PlainReason, plainReason } from '#core/delivery/plain-reason.ts';
import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { Db } from '#server/database/open-database.ts';
import type { Instant } from '#server/database/schema.ts';
import { suppressionsInForce } from '#server/outbox/suppression.ts';
import { idsOf, type TeamScope } from '../team-scope.ts';

/** What a trainer can still do something about. */
const lookBackDays = 7;

/** Names are listed as long as somebody reads them. */
const mostNamed = 8;

/** Somebody whose address was switched off lately, and why. */
export type RefusedPerson = { personId: number; name: string; teamId: number; teamName: string; reason: PlainReason };

export type MailTrouble = {
  /** The newest; `refusedMore` are as many besides. */
  refused: RefusedPerson[];
  refusedMore: number;
  /** Mails that nobody knows the fate of, and that only whoever runs Nodomoto can settle. */
  held: number;
};

/** What of the last days' mail failed among some teams. Whoever called our mail spam is left out where that is not shown: it is a wish. */
export async function readMailTrouble(
  db: Db,
  scope: TeamScope,
  showWishes: boolean,
  now: Instant,
): Promise<MailTrouble> {
  const rows = await suppressionsInForce(db, now)
    .innerJoin('person', 'person.email', 'suppression.address')
    .innerJoin('team', 'team.id', 'person.team_id')
    .select(['person.id', 'person.name', 'person.team_id', 'team.name as team_name'])
    .where('suppression.since', '>', now - lookBackDays * dayMs)
    .$if(scope !== 'house', (query) => query.where('person.team_id', 'in', [...idsOf(scope)]))
    .$if(!showWishes, (query) => query.where('suppression.kind', '!=', 'complaint'))
    .orderBy('suppression.since', 'desc')
    .orderBy('person.id')
    .execute();
  const held = await db
    .selectFrom('message')
    .innerJoin('person', 'person.id', 'message.person_id')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('message.state', '=', 'held')
    .$if(scope !== 'house', (query) => query.where('person.team_id', 'in', [...idsOf(scope)]))
    .executeTakeFirstOrThrow();
  return {
    refused: rows.slice(0, mostNamed).map(({ id, name, team_id, team_name, kind, reason }) => ({
      ...{ personId: id, name, teamId: team_id, teamName: team_name },
      reason: plainReason(kind, reason),
    })),
    refusedMore: Math.max(0, rows.length - mostNamed),
    held: Number(held.count),
  };
}
