import { type Log, openLog } from '#server/log/log.ts';

export type ALog = {
  log: Log;
  /** Everything that was written, as it was written. */
  text: () => string;
  /** Each line's event and fields, without the time. */
  lines: () => Record<string, unknown>[];
};

/** A log that keeps its lines, those for a close look too. */
export function aLog(): ALog {
  const written: string[] = [];
  const log = openLog({ level: 'debug', clock: () => 0, write: (line) => written.push(line) });
  const lines = () =>
    written.map((line) => {
      const { time: _time, msg: _says, ...rest }: Record<string, unknown> = JSON.parse(line);
      return rest;
    });
  return { log, text: () => written.join(''), lines };
}
