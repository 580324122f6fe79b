import type { Fault } from '#core/delivery/breaker.ts';
import type { OpenedLine, SmtpLine } from './smtp-line.ts';

/** `crowded`: the server lets us have no further line, and the mail waits for one of those it has. */
type Taken = { kind: 'line'; line: SmtpLine; isUsed: boolean } | { kind: 'crowded' } | { kind: 'fault'; fault: Fault };

export type LinePool = {
  /** Waits until fewer mails are under way than there may be lines, and does the work of one more. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** A line that carried a mail before, or a new one. Who asks while one is being opened shares its failure: a wrong password is told once. */
  take: () => Promise<Taken>;
  giveBack: (line: SmtpLine) => void;
  /** Closes the lines that nobody uses; taking leave of the server if that may be waited for. */
  emptyIdle: (end: 'quit' | 'close') => void;
};

/** A few lines to one server, so that a recipient over whom it falls silent holds up nobody else. */
export function linePool(most: number, open: () => Promise<OpenedLine>): LinePool {
  const idle = new Set<SmtpLine>();
  const lines = new Set<SmtpLine>();
  const turns = openTurns(most);
  const openNew = oneByOne(open);
  return {
    inTurn: turns.inTurn,
    take: async () => {
      const [used] = idle;
      if (used) {
        idle.delete(used);
        return { kind: 'line', line: used, isUsed: true };
      }
      const opened = await openNew();
      if (opened.ok) {
        const { line } = opened;
        lines.add(line);
        // Servers hang up on a line that is idle.
        line.once('end', () => {
          lines.delete(line);
          idle.delete(line);
        });
        return { kind: 'line', line, isUsed: false };
      }
      if (lines.size === 0) return { kind: 'fault', fault: opened.fault };
      turns.limit(lines.size);
      return { kind: 'crowded' };
    },
    giveBack: (line) => idle.add(line),
    emptyIdle: (end) => {
      for (const line of idle) line[end]();
      idle.clear();
    },
  };
}

function oneByOne(open: () => Promise<OpenedLine>): () => Promise<OpenedLine> {
  let opening: Promise<OpenedLine> | null = null;
  return async () => {
    while (opening) {
      const before = await opening;
      if (!before.ok) return before;
    }
    opening = open().finally(() => {
      opening = null;
    });
    return opening;
  };
}

/** Turns for up to `most` at once; a limit found on the way holds until nothing is under way. */
function openTurns(most: number) {
  let limit = most;
  let taken = 0;
  const waiting: (() => void)[] = [];
  const letIn = () => {
    if (taken === 0) limit = most;
    for (let free = limit - taken; free > 0; free -= 1) waiting.shift()?.();
  };
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    while (taken >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    taken += 1;
    try {
      return await work();
    } finally {
      taken -= 1;
      letIn();
    }
  };
  return { inTurn, limit: (found: number) => (limit = Math.max(1, Math.min(limit, found))) };
}
