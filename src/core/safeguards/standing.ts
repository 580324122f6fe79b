/**
 * What is done with a safeguard. *kept*, *changed* and *not-kept* are checks: as it stands, in another form, not any more. *edited*: its words, owner
 * or reason were put right.
 */
export const safeguardActs = ['added', 'kept', 'changed', 'not-kept', 'edited', 'retired', 'taken-up'] as const;

export type SafeguardAct = (typeof safeguardActs)[number];

export type SafeguardEvent = {
  act: SafeguardAct;
  /** Epoch milliseconds. */
  at: number;
  /** The day it is true of, ISO. */
  day: string;
  note: string | null;
  reasonRead: boolean;
};

export const safeguardStatuses = ['kept', 'overdue', 'retired'] as const;

export type SafeguardStatus = (typeof safeguardStatuses)[number];

export type Standing = {
  status: SafeguardStatus;
  /** Why it is overdue: the year went by, or the last to look said that it is not kept. */
  overdue: 'year-over' | 'not-kept' | null;
  /** The last check that found it kept; null while nobody looked. */
  checkedOn: string | null;
  /** The last day on which a check is in time. */
  dueOn: string;
  /** Whether the last check found it changed, and nobody has put its words right since. */
  isChanged: boolean;
  retired: { on: string; at: number; why: string; reasonRead: boolean } | null;
};

/** Ours: seldom enough not to be a nuisance, and often enough that whoever set it up is mostly still there. */
export const checkEveryDays = 365;

/** Whether somebody looked at it then. */
export function isCheck(act: SafeguardAct): boolean {
  return act === 'not-kept' || found.includes(act);
}

const found: readonly SafeguardAct[] = ['kept', 'changed'];
const begins: readonly SafeguardAct[] = ['added', 'taken-up', ...found];
const says: readonly SafeguardAct[] = [...begins, 'not-kept'];

/** How a safeguard stands on a day, by what had been done by then; `events` in any order. */
export function standingOn(events: readonly SafeguardEvent[], on: string): Standing {
  const inOrder = events.toSorted((a, b) => a.at - b.at);
  const lastOf = (acts: readonly SafeguardAct[]) => inOrder.findLast(({ act }) => acts.includes(act));
  const daysOf = (acts: readonly SafeguardAct[]) =>
    inOrder.filter(({ act }) => acts.includes(act)).map(({ day }) => day);
  const dueOn = dayAfter(daysOf(begins).sort().at(-1) ?? on, checkEveryDays);
  const gone = lastOf(['retired', 'taken-up']);
  const retired =
    gone?.act === 'retired' ? { on: gone.day, at: gone.at, why: gone.note ?? '', reasonRead: gone.reasonRead } : null;
  const overdue = retired ? null : lastOf(says)?.act === 'not-kept' ? 'not-kept' : on > dueOn ? 'year-over' : null;
  return {
    status: retired ? 'retired' : overdue ? 'overdue' : 'kept',
    overdue,
    checkedOn: daysOf(found).sort().at(-1) ?? null,
    dueOn,
    isChanged: lastOf([...found, 'edited'])?.act === 'changed',
    retired,
  };
}

function dayAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
