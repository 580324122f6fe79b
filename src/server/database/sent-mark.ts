import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** The mail that was begun last, by its message and attempt: a store that knows less of it is older than the mark. */
const sentSchema = z.object({ message: z.number(), attempt: z.number() });

export type Sent = z.infer<typeof sentSchema>;

/** What lies beside the store and not in it, one file for each life of it: a store that is put back does not put it back. */
export type SentMarks = {
  /** *missing*: none was made for this life here. *blank*: nothing was sent yet, or what it said cannot be read. */
  read: (life: string) => Sent | 'missing' | 'blank';
  /** Whether mail was sent from this folder in any life. */
  isAnySent: () => boolean;
  /** On the disk for good before it returns, and the only one then: a store whose mark is missing counts as copied. */
  begin: (life: string) => void;
  /** Written within a moment. It may lag behind the store, and never runs ahead of it. */
  note: (life: string, sent: Sent) => void;
  /** Resolves when all that was noted is written. */
  settled: () => Promise<void>;
};

/** How long a mark waits for the next one, so that it is not written once a mail. */
const lagMs = 100;

const prefix = 'sent-mark-';

/** The marks in a data folder. A mark that cannot be written is told: it lags, and harms nothing. */
export function sentMarks(dataDir: string, tell: (err: unknown) => void): SentMarks {
  const fileOf = (life: string) => join(dataDir, `${prefix}${life}.json`);
  let wanted: { life: string; sent: Sent } | null = null;
  let timer: NodeJS.Timeout | null = null;
  let written: Promise<void> = Promise.resolve();
  const write = async ({ life, sent }: { life: string; sent: Sent }) => {
    const fresh = `${fileOf(life)}.new`;
    await writeFile(fresh, JSON.stringify(sent), { mode: 0o600 });
    await rename(fresh, fileOf(life));
  };
  const flush = () => {
    timer = null;
    const next = wanted;
    wanted = null;
    if (next) written = written.then(() => write(next)).catch(tell);
    return written;
  };
  return {
    read: (life) => (existsSync(fileOf(life)) ? (readSent(fileOf(life)) ?? 'blank') : 'missing'),
    isAnySent: () => marksIn(dataDir).some((file) => readSent(join(dataDir, file)) !== null),
    begin: (life) => {
      writeForGood(dataDir, fileOf(life));
      for (const file of marksIn(dataDir)) if (join(dataDir, file) !== fileOf(life)) rmSync(join(dataDir, file));
    },
    note: (life, sent) => {
      wanted = { life, sent };
      timer ??= setTimeout(flush, lagMs).unref();
    },
    settled: () => {
      if (timer) clearTimeout(timer);
      return flush();
    },
  };
}

/** Of a database that several machines share: one of them that has no mark yet has only not sent from it before. */
export function sharedMarks(marks: SentMarks): SentMarks {
  return {
    ...marks,
    read: (life) => {
      const sent = marks.read(life);
      return sent === 'missing' ? 'blank' : sent;
    },
    isAnySent: () => false,
  };
}

/** Of a store in memory nothing can be copied. */
export const noMarks: SentMarks = {
  read: () => 'blank',
  isAnySent: () => false,
  begin: () => undefined,
  note: () => undefined,
  settled: async () => undefined,
};

/** The names of the marks in a folder. */
export function marksIn(dataDir: string): string[] {
  return readdirSync(dataDir).filter((file) => file.startsWith(prefix) && file.endsWith('.json'));
}

/** A power cut may leave a mark empty: it says nothing then. */
function readSent(file: string): Sent | null {
  try {
    return sentSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

function writeForGood(dataDir: string, file: string): void {
  writeFileSync(`${file}.new`, '{}', { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  // The name is part of the folder, which has to be on the disk too. Windows has no such call, and needs none.
  if (process.platform === 'win32') return;
  const folder = openSync(dataDir, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
