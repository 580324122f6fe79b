import { prettyFactory } from 'pino-pretty';
import type { LogLevel } from '#server/settings.ts';
import { type Log, openLog } from './log.ts';

/** Standard output or error, or what a test puts in its place. */
type Stream = { write: (text: string) => unknown; isTTY: boolean | undefined };

const pretty = prettyFactory({
  colorize: true,
  singleLine: true,
  translateTime: 'SYS:yyyy-mm-dd HH:MM:ss',
  messageFormat: '{event}: {msg}',
  ignore: 'event',
});

/** A log on a stream: for a person where it is a terminal, and JSON for whatever else collects it. */
export function openStreamLog(level: LogLevel, stream: Stream, clock: () => number): Log {
  const write = (line: string) => void stream.write(stream.isTTY ? pretty(line) : line);
  return openLog({ level, clock, write });
}
