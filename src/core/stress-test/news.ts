import { localDaysBetween } from '../planning/calendar/calendar.ts';
import { clockOn } from './due.ts';

/** A measure that a finished test promised; `owner` is a function of the house, `by` an ISO day, or empty where none was said. */
export type PromisedMeasure = { key: string; item: string; owner: string; by: string };

export type TestUnderWay = { key: string; title: string; startedOn: string };

export type TestsAsTheyStand = {
  /** Whether anybody has said what they depend on. */
  hasItems: boolean;
  underWay: readonly TestUnderWay[];
  /** When the next is due; null where none was ever finished. */
  dueOn: string | null;
  measures: readonly PromisedMeasure[];
};

export type TestNews =
  | { says: 'never' }
  | ({ says: 'under-way' } & TestUnderWay)
  | { says: 'soon' | 'overdue'; dueOn: string; days: number }
  | ({ says: 'measure-soon' | 'measure-past'; days: number } & PromisedMeasure);

/** Ours: in six weeks something can still be done about a promise, and a month later it has been talked of or given up. */
const measureSoonDays = 45;
const measurePastDays = 30;

/** What of the stress tests whoever answers for them is told on the morning of an ISO day, the most pressing first. */
export function newsOfTests({ hasItems, underWay, dueOn, measures }: TestsAsTheyStand, on: string): TestNews[] {
  const promised = measures
    .filter(({ by }) => by !== '')
    .toSorted((a, b) => a.by.localeCompare(b.by))
    .flatMap((measure) => newsOfMeasure(measure, on));
  if (underWay.length > 0) return [...underWay.map((test) => ({ says: 'under-way', ...test }) as const), ...promised];
  if (dueOn === null) return hasItems ? [{ says: 'never' }] : [];
  const { state, days } = clockOn(dueOn, on);
  return [...(state === 'running' ? [] : [{ says: state, dueOn, days }]), ...promised];
}

function newsOfMeasure(measure: PromisedMeasure, on: string): TestNews[] {
  const left = localDaysBetween(on, measure.by);
  if (left > measureSoonDays || left < -measurePastDays) return [];
  return [{ says: left < 0 ? 'measure-past' : 'measure-soon', ...measure, days: Math.abs(left) }];
}
