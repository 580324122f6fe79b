import type { ErrorEntry } from '../error-entry.ts';

const buildFirst = 'Run npm run build, or npm start, which builds first.';

/** Errors of settings, folders and ports: what keeps a start from starting. */
export const startErrors = {
  SETTINGS_INVALID: {
    title: 'A setting cannot be used',
    sentence: ({ faults }: { faults: readonly string[] }) => `A setting cannot be used: ${faults.join('; ')}.`,
    mend: 'See .env.example for every setting and its default.',
    page: 'settings-invalid',
  },
  SETTINGS_MISSING: {
    title: 'A setting that real mail needs is missing',
    sentence: ({ missing }: { missing: readonly string[] }) => `To send real mail, also set ${missing.join(' and ')}.`,
    mend: 'Without SMTP_URL the demo organisation starts; DEMO=1 keeps it even with SMTP_URL.',
    page: 'settings-missing',
  },
  SHARING_KEY_UNUSABLE: {
    title: 'The key that shared files are signed with cannot be used',
    sentence: ({ file }: { file: string }) => `${file} cannot be read, or holds no Ed25519 private key in PEM.`,
    mend: 'Put back the copy that was kept of it. Where there is none, move the file away: another key is made, and everybody you share with has to compare its fingerprint.',
    page: 'sharing-key-unusable',
  },
  DATA_DIR_UNWRITABLE: {
    title: 'The data folder cannot be written',
    sentence: ({ dataDir }: { dataDir: string }) => `The data folder "${dataDir}" cannot be written.`,
    mend: 'Set DATA_DIR to a folder this user may write to.',
    page: 'data-dir-unwritable',
  },
  ALREADY_RUNNING: {
    title: 'Another Nodomoto works in the data folder',
    sentence: ({ pid, dataDir }: { pid: number | 'unknown'; dataDir: string }) =>
      `Another Nodomoto (process ${pid}) works in the data folder "${dataDir}".`,
    mend: 'Stop it first, or set DATA_DIR to another folder.',
    page: 'already-running',
  },
  PORT_TAKEN: {
    title: 'The port is taken',
    sentence: ({ port }: { port: number }) => `Port ${port} is taken by another program.`,
    mend: 'Stop it, or set PORT to a free one: PORT=4400 npm start',
    page: 'port-taken',
  },
  PORT_FORBIDDEN: {
    title: 'The port is not allowed to this user',
    sentence: ({ port }: { port: number }) => `This user may not listen on port ${port}.`,
    mend: 'Ports below 1024 need privileges; set PORT to a higher one.',
    page: 'port-forbidden',
  },
  CANNOT_LISTEN: {
    title: 'The site cannot listen where it should',
    sentence: ({ host, port, reason }: { host: string; port: number; reason: string }) =>
      `Cannot listen on ${host}:${port} (${reason}).`,
    mend: 'Check HOST and PORT.',
    page: 'cannot-listen',
  },
  CATALOGUE_MISSING: {
    title: 'The library has not been built',
    sentence: 'The library has not been built yet.',
    mend: buildFirst,
    page: 'catalogue-missing',
  },
  CATALOGUE_VERSION: {
    title: 'The built library is of another version',
    sentence: 'The built library is of another version than this code.',
    mend: 'Run npm run build again.',
    page: 'catalogue-version',
  },
  TEMPLATES_MISSING: {
    title: 'The mails have not been drawn',
    sentence: 'The mails have not been drawn yet.',
    mend: buildFirst,
    page: 'templates-missing',
  },
  TEMPLATES_REPLACED: {
    title: 'The mails were drawn anew beneath a running server',
    sentence: 'The site was built again since this started, and its mails are no longer those that it knows.',
    mend: 'Start it again; nothing was sent, and what waits leaves then.',
    page: 'templates-replaced',
  },
  SAMPLE_MISSING: {
    title: 'The sample has not been played',
    sentence: 'The invented organisation of the samples has not been played yet.',
    mend: 'Run npm run build once: it plays the organisation, and npm run dev finds it from then on.',
    page: 'sample-missing',
  },
  BUILD_FAILED: {
    title: 'The site could not be built',
    sentence: 'The site could not be built, so nothing was started.',
    mend: 'Mend what the lines above name, and start again.',
    page: 'build-failed',
  },
  NOT_BUILT: {
    title: 'A file of the build is missing',
    sentence: ({ file }: { file: string }) => `${file} is missing.`,
    mend: 'Run npm run build.',
    page: 'not-built',
  },
  NO_TRAINERS: {
    title: 'Nobody may use the desk',
    sentence: 'Nobody may use the desk.',
    mend: 'Set TRAINERS to one or more e-mail addresses.',
    page: 'no-trainers',
  },
} as const satisfies Record<string, ErrorEntry>;
