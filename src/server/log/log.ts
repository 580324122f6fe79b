import { pino, stdSerializers } from 'pino';
import type { LogLevel } from '#server/settings.ts';
import { type LogEvent, type LogFields, type LogGravity, logEvents } from './log-events.ts';
import { redactLine } from './redact.ts';

export type Log = {
  /** Writes one line: what happened, and the fields that go with it. */
  tell: <E extends LogEvent>(event: E, fields: LogFields[E]) => void;
};

export type LogParts = { level: LogLevel; clock: () => number; write: (line: string) => void };

/** A log of JSON lines with time, level, event and fields; an error keeps its stack and its causes. */
export function openLog({ level, clock, write }: LogParts): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date(clock()).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: stdSerializers.err },
    },
    { write: (line: string) => write(redactLine(line)) },
  );
  return {
    tell: (event, fields) => {
      const { level: gravity, says }: { level: LogGravity; says: string } = logEvents[event];
      const line: object = { event, ...fields };
      logger[gravity](line, says);
    },
  };
}
