import type { Settling } from '#core/delivery/settling.ts';
import { AppError } from '#core/errors/app-error.ts';
import { type Db, openDatabase } from '#server/database/open-database.ts';
import { type HeldMessage, readHeld, settleHeld } from '#server/outbox/settle-held.ts';
import { settingsOfRun } from '../read-environment.ts';
import { drawnTable } from './drawn-table.ts';
import { type Options, onlyArgument, wrongUsage } from './options.ts';

/** `held`: messages whose fate nobody knows; `held --settle ID accepted|resend|cancel` settles one. */
export async function held(positionals: string[], { settle }: Options): Promise<void> {
  const [stray] = positionals;
  if (settle === undefined && stray) throw wrongUsage(`"${stray}" is not an option of held.`);
  const store = await openDatabase(settingsOfRun());
  try {
    console.log(settle === undefined ? asText(await readHeld(store.db)) : await settled(store.db, settle, positionals));
  } finally {
    await store.close();
  }
}

function asText(messages: readonly HeldMessage[]): string {
  if (messages.length === 0) return 'Of every mail it is known what became of it.';
  const rows = messages.map(({ id, address, dueAt, reply, answered, ...message }) => [
    String(id),
    address,
    message.kind && message.lessonId ? `${message.kind} ${message.lessonId}` : message.purpose,
    iso(dueAt),
    iso(message.expiresAt),
    answered ? 'answered, so it arrived' : (reply ?? ''),
  ]);
  const head = ['ID', 'To', 'What', 'Due', 'Of use until', 'Last heard'];
  const how = 'Settle one with: npm run nudge -- held --settle ID accepted, resend or cancel';
  return `${drawnTable({ title: 'Nobody knows whether these mails arrived.', head, rows }, 'text')}\n${how}`;
}

/** To the minute: `2026-11-24T08:00Z`. */
function iso(time: number): string {
  return Temporal.Instant.fromEpochMilliseconds(time).toString({ smallestUnit: 'minute' });
}

const ways = ['accepted', 'resend', 'cancel'] as const satisfies readonly Settling[];

const told: Record<Settling, string> = {
  accepted: 'counts as accepted',
  resend: 'is sent once more with what is due next',
  cancel: 'is cancelled',
};

async function settled(db: Db, written: string, positionals: string[]): Promise<string> {
  const id = /^\d{1,15}$/.test(written) ? Number(written) : null;
  if (id === null) throw wrongUsage(`--settle "${written}" is not the ID of a message; held alone lists them.`);
  const word = onlyArgument(positionals, `how to settle it: ${ways.join(', ')}`);
  const as = ways.find((way) => way === word);
  if (!as) throw wrongUsage(`"${word}" settles nothing; write ${ways.join(', ')}.`);
  const outcome = await settleHeld(db, id, as, Date.now());
  if (outcome.ok) return `Message ${id} ${told[as]}.`;
  switch (outcome.reason) {
    case 'no-such-message':
      throw new AppError('NO_SUCH_MESSAGE', { id });
    case 'too-late':
      throw new AppError('TOO_LATE_TO_RESEND', { id });
    case 'not-held':
      throw new AppError('NOT_HELD', { id, state: outcome.state });
  }
}
