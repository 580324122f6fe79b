import type { Catalogue } from '#catalogue/catalogue.ts';
import { localDaysBetween } from '#core/planning/calendar/calendar.ts';
import type { Safeguard } from '#server/safeguards/read-safeguards.ts';
import type { MorningLine } from './morning-line.ts';

/** Nobody puts a date to a missing owner or reason; three weeks is what it takes until nobody feels it is theirs. */
const daysForNobody = 21;

/** What is at stake: where it is said not to be kept, more than where nobody looked. */
const stakeOf = { 'not-kept': 1, 'year-over': 0.6 } as const;
const stakeOfOwner = 0.7;
const stakeOfCase = 0.5;

/** Of each team the safeguards that nobody sees to, those that nobody looked at, and those whose case left the library: one line of each kind. */
export function safeguardLines(safeguards: readonly Safeguard[], { cases }: Catalogue, on: string): MorningLine[] {
  const standing = safeguards.filter((one) => one.standing.status !== 'retired' && !one.team.ended);
  const known = new Set(cases.map(({ id }) => id));
  return [...Map.groupBy(standing, ({ team }) => team.id).values()].flatMap((own) => [
    ...oneLine(own.filter((one) => one.standing.overdue !== null).sort(worstFirst), (first) => ({
      ...{ kind: 'safeguard-unkept', overdue: first.standing.overdue ?? 'year-over' },
      ...{
        days: Math.max(0, localDaysBetween(on, first.standing.dueOn)),
        stake: stakeOf[first.standing.overdue ?? 'year-over'],
      },
    })),
    ...oneLine(
      own.filter(({ owner }) => owner === null),
      () => ({ kind: 'safeguard-ownerless', days: daysForNobody, stake: stakeOfOwner }),
    ),
    ...oneLine(
      own.filter(({ caseId }) => !known.has(caseId)),
      () => ({ kind: 'safeguard-caseless', days: daysForNobody, stake: stakeOfCase }),
    ),
  ]);
}

function worstFirst(a: Safeguard, b: Safeguard): number {
  const said = (one: Safeguard) => (one.standing.overdue === 'not-kept' ? 0 : 1);
  return said(a) - said(b) || (a.standing.dueOn < b.standing.dueOn ? -1 : 1);
}

type Told = { days: number; stake: number } & (
  | { kind: 'safeguard-unkept'; overdue: 'year-over' | 'not-kept' }
  | { kind: 'safeguard-ownerless' }
  | { kind: 'safeguard-caseless' }
);

function oneLine(found: readonly Safeguard[], tell: (first: Safeguard) => Told): MorningLine[] {
  const [first, ...others] = found;
  if (!first) return [];
  const { id: teamId, name: teamName } = first.team;
  return [{ ...tell(first), teamId, teamName, safeguardId: first.id, title: first.title, others: others.length }];
}
