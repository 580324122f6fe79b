import type { ErrorEntry } from '../error-entry.ts';

const writtenByBackup = 'Give a file written by: npm run nudge -- backup FILE';

/** Errors of the store: opening, moving, keeping and putting back. */
export const storeErrors = {
  MIGRATION_FAILED: {
    title: 'The store could not be brought to its newest form',
    sentence: 'The store could not be brought to its newest form.',
    mend: 'Restore the last backup, and send the cause below to whoever maintains Nodomoto.',
    page: 'migration-failed',
  },
  DATABASE_UNREACHABLE: {
    title: 'The database cannot be reached',
    sentence: ({ host }: { host: string }) => `The database at ${host} cannot be used.`,
    mend: 'Check DATABASE_URL: host, port, name and password of the database, and whether this machine may reach it.',
    page: 'database-unreachable',
  },
  COPY_DIFFERS: {
    title: 'A copied store is not what it was copied from',
    sentence: ({ table, rows, copied }: { table: string; rows: number; copied: number }) =>
      `The copy differs: of ${rows} rows in "${table}", ${copied} were read again, or some read otherwise. Nothing was kept of it.`,
    mend: 'Try again while nothing else writes to the copy; if it differs again, send this to whoever maintains Nodomoto.',
    page: 'copy-differs',
  },
  NO_DATABASE_URL: {
    title: 'No database is set to move to or from',
    sentence: 'No database is set to move the store to or from.',
    mend: 'Set DATABASE_URL to the PostgreSQL in question, and DATA_DIR to the folder of the file.',
    page: 'no-database-url',
  },
  NO_STORE_FILE: {
    title: 'There is no store to move',
    sentence: ({ file }: { file: string }) => `There is no store in ${file}.`,
    mend: 'Set DATA_DIR to the folder whose store shall be moved.',
    page: 'no-store-file',
  },
  STORE_NOT_EMPTY: {
    title: 'The store to move to is not empty',
    sentence: 'The store to move to holds something already.',
    mend: 'Give an empty database; nothing is ever written over.',
    page: 'store-not-empty',
  },
  STORE_MOVED: {
    title: 'The store was moved away',
    sentence: ({ on }: { on: string }) =>
      `The store at DATABASE_URL was moved to a file on ${on}, and is used no more.`,
    mend: 'Take DATABASE_URL out of the settings to work with the file in DATA_DIR.',
    page: 'store-moved',
  },
  DATABASE_IN_USE: {
    title: 'Another Nodomoto is connected to the database',
    sentence: ({ others }: { others: number }) =>
      `Other Nodomotos have ${others} connections to the database, and what they write now would be lost.`,
    mend: 'Stop them on every machine first.',
    page: 'database-in-use',
  },
  DEMO_STORE: {
    title: 'The store is a demo, the settings are real',
    sentence: ({ dataDir }: { dataDir: string }) =>
      `The data folder "${dataDir}" holds the demo organisation, which gets no real mail.`,
    mend: 'Set DATA_DIR to another folder for your own people, or DEMO=1 to go on with the demo.',
    page: 'demo-store',
  },
  REAL_STORE: {
    title: 'The store is real, the settings are a demo’s',
    sentence: ({ dataDir }: { dataDir: string }) =>
      `The data folder "${dataDir}" holds real people, but the settings are those of a demo.`,
    mend: 'Set SMTP_URL, SITE_URL and SECRET again, or DATA_DIR to another folder for a demo.',
    page: 'real-store',
  },
  STORE_UNWRITABLE: {
    title: 'The store does not take what is written',
    sentence: 'The store does not take what is written; the mail that is due waits.',
    mend: 'See that its disk has room and that no other program holds it, and run the command again.',
    page: 'store-unwritable',
  },
  STORE_BUSY: {
    title: 'Another program holds the store',
    sentence: 'Another program holds the store, and did not let go of it in time; nothing of this was saved.',
    mend: 'Do it again in a moment. If it stays so, see what holds the store: a program that looks into its file, or a copy of it.',
    page: 'store-busy',
  },
  BACKUP_FAILED: {
    title: 'The backup could not be written',
    sentence: ({ file }: { file: string }) => `The backup could not be written to ${file}.`,
    mend: 'Check that its folder exists and may be written.',
    page: 'backup-failed',
  },
  NOT_A_BACKUP: {
    title: 'The file is not a backup',
    sentence: ({ file }: { file: string }) => `${file} is not a backup of Nodomoto.`,
    mend: writtenByBackup,
    page: 'not-a-backup',
  },
  SAME_FILE: {
    title: 'The backup is the store itself',
    sentence: ({ file }: { file: string }) => `${file} is the store itself.`,
    mend: writtenByBackup,
    page: 'same-file',
  },
  STILL_RUNNING: {
    title: 'A store in use cannot be restored',
    sentence: ({ pid }: { pid: number | 'unknown' }) => `Nodomoto (process ${pid}) works in this data folder.`,
    mend: 'Stop it, restore, and start it again.',
    page: 'still-running',
  },
  NOT_PAUSED: {
    title: 'Mail is not paused',
    sentence: 'Mail is not paused, so there is nothing to resume.',
    mend: 'If no mail goes out, npm run nudge -- doctor says why.',
    page: 'not-paused',
  },
} as const satisfies Record<string, ErrorEntry>;
