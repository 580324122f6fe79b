import type { Trace } from './trace.ts';

/**
 * Days in which all but 1/e of a context has changed, for the fall of the first weeks, and the share of all its elements that are present
 * at any time, to which a single trace falls: with what competes, 82 % after a week and 40 % after three months.
 */
const contextDays = 6;
const present = 0.3;

/** Days of learning other things after which what competes with a trace has doubled: 17 % is left of one meeting after a year. */
const interferenceDays = 51;

/** Strength of a new trace in its own context against what competes at once, and tries at a search: 95 % at once. */
const newStrength = 1.71;
const tries = 3;

/**
 * How much a recall in a wholly changed context adds to a trace, as a multiple of a new one: four spaced meetings leave 70 % after a year.
 */
const strengthening = 0.7;

/**
 * Search of associative memory with a fluctuating context (Estes 1955; Mensink & Raaijmakers 1988; Raaijmakers 2003). A trace is tied to
 * the elements of context that were present; these come and go, so that recall falls to the share of all elements that are tied, and other
 * things learned since compete with it: a try finds it with S / (S + Z). A meeting that recalls a trace ties today's elements to it and
 * strengthens it, as far as the context is another than at the last; one that does not makes a new trace, and the old one gains nothing.
 * So spacing helps up to two or three weeks, by which the context has changed, and waiting longer only risks the recall on which all the
 * gain depends. The strongest trace answers for all; that a meeting starts the competition again is a simplification, for lessons that
 * come steadily.
 */
export function contextualFluctuation(keeping: number): Trace {
  return held(keeping, []);
}

/** One trace on `day`: shares, 0 to 1, of the present and absent elements tied to it; its strength; and from when on others compete. */
type Tied = { day: number; present: number; absent: number; strength: number; since: number };

function held(keeping: number, traces: readonly Tied[]): Trace {
  /** The traces on a day, the strongest first. */
  const tracesOn = (day: number) =>
    traces.map((trace) => drifted(trace, day, keeping)).toSorted((a, b) => ratio(b, keeping) - ratio(a, keeping));
  return {
    recallOn: (day) => {
      const [best] = tracesOn(day);
      return best ? 1 - (1 + ratio(best, keeping)) ** -tries : 0;
    },
    after: (day, { recalled, share }) => {
      const [best, ...others] = tracesOn(day);
      if (!best) return held(keeping, [{ day, present: share, absent: 0, strength: newStrength, since: day }]);
      const since = best.since + share * (best.day - best.since);
      if (!recalled) {
        const told = { day: best.day, present: share, absent: 0, strength: newStrength, since };
        return held(keeping, [best, ...others, told]);
      }
      const changed = 1 - Math.exp(-(best.day - best.since) / (contextDays * keeping));
      const met = {
        ...best,
        present: best.present + share * (1 - best.present),
        strength: best.strength + share * changed * strengthening * newStrength,
        since,
      };
      return held(keeping, [met, ...others]);
    },
  };
}

/** A trace on a later day: its present and absent elements have been exchanged. */
function drifted(trace: Tied, day: number, keeping: number): Tied {
  const later = Math.max(trace.day, day);
  const unchanged = Math.exp(-(later - trace.day) / (contextDays * keeping));
  const ofAll = present * trace.present + (1 - present) * trace.absent;
  return {
    ...trace,
    day: later,
    present: ofAll + (trace.present - ofAll) * unchanged,
    absent: ofAll + (trace.absent - ofAll) * unchanged,
  };
}

/** Strength of a trace on its day in the context of that day, as a multiple of what competes. */
function ratio({ day, present: tied, strength, since }: Tied, keeping: number): number {
  return (strength * tied) / (1 + (day - since) / (interferenceDays * keeping));
}
