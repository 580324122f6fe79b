import { onTestFinished } from 'vitest';
import { openSmtpTransport } from '#server/mail/transport.ts';
import { mailTurn } from '#server/nudges/mail-turn.ts';
import { sendBlocker } from '#server/nudges/send-blocker.ts';
import { watchDestinations } from '#server/outbox/destinations.ts';
import { unpaced } from '#server/outbox/paced-turns.ts';
import type { Sender } from '#server/outbox/send-due.ts';
import { aStore } from './a-database.ts';
import { aLog } from './a-log.ts';
import { aMailServer } from './a-mail-server.ts';
import { aManner } from './a-manner.ts';
import { readMessage } from './a-message.ts';

export const start = Date.parse('2026-11-24T08:00:00Z');

/** A sender on a store of its own, with a clock that a test sets and a real SMTP server. */
export async function aSender(parts: Partial<Sender> = {}) {
  const db = await aStore();
  const server = await aMailServer();
  const transport = openSmtpTransport(server.smtpUrl, aManner());
  onTestFinished(() => transport.close());
  const time = { now: start };
  let composed = 0;
  const { log, lines, text } = aLog();
  const sender: Sender = {
    db,
    log,
    transport,
    worker: 'anna',
    returnPath: () => 'nudge@nodomoto.example',
    unknownPolicy: 'resend',
    connections: 1,
    turns: unpaced,
    destinations: watchDestinations(parts.connections ?? 1),
    clock: () => time.now,
    wait: async () => undefined,
    stopping: new AbortController().signal,
    // Time stands still unless a test moves it.
    storeClockAhead: async () => 0,
    every: () => ({ stop: () => undefined }),
    rest: () => new Promise((resolve) => setTimeout(resolve, 20)),
    sendBlocker: (message) => sendBlocker(db, message, time.now),
    turn: (message) => mailTurn(db, message, time.now),
    compose: async (message) => {
      composed += 1;
      return {
        messageId: `<${message.id}@nodomoto.example>`,
        words: null,
        raw: new TextEncoder().encode(
          `Subject: stock\r\nMessage-ID: <${message.id}@nodomoto.example>\r\n\r\ncopy ${composed}\r\n`,
        ),
      };
    },
    noteSending: () => undefined,
    ...parts,
  };
  return {
    db,
    server,
    sender,
    time,
    logged: lines,
    loggedText: text,
    state: async (id: number) => (await readMessage(db, id)).state,
  };
}
