import type { ErrorEntry } from '../error-entry.ts';

/** Errors of commands: what was asked for and cannot be done. */
export const commandErrors = {
  NO_WORKING_DAY: {
    title: 'A team or person never works',
    sentence: ({ day, days }: { day: string; days: number }) => `No working day follows ${day} within ${days} days.`,
    mend: 'Look at the working week, the shifts and the free days of this team or person.',
    page: 'no-working-day',
  },
  NOTHING_TO_MEASURE: {
    title: 'There is nothing to measure',
    sentence: 'There is no built site to measure.',
    mend: 'Run npm run build first.',
    page: 'nothing-to-measure',
  },
  NOW_AHEAD: {
    title: 'A time that is still to come cannot be planned',
    sentence: ({ now }: { now: string }) => `--now ${now} is ahead of the clock, and what is planned would be saved.`,
    mend: 'Look ahead with --dry-run, which saves nothing; to plan, leave --now out.',
    page: 'now-ahead',
  },
  DOCTOR: {
    title: 'The doctor found something wrong',
    sentence: ({ wrong, looked }: { wrong: number; looked: number }) => `${wrong} of ${looked} things are wrong.`,
    mend: 'Mend them from the top; a later one may follow from an earlier one.',
    page: 'doctor',
  },
  NO_SUCH_LESSON: {
    title: 'There is no such lesson',
    sentence: ({ lesson, toSend }: { lesson: string; toSend: boolean }) =>
      `There is no lesson "${lesson}"${toSend ? ' to send' : ''}.`,
    mend: ({ nearest }: { nearest: string }) => nearest,
    page: 'no-such-lesson',
  },
  NO_SUCH_MODULE: {
    title: 'There is no such module',
    sentence: ({ module }: { module: string }) => `There is no module "${module}".`,
    mend: ({ nearest }: { nearest: string }) => nearest,
    page: 'no-such-module',
  },
  NO_SUCH_TEAM: {
    title: 'There is no such team',
    sentence: ({ team }: { team: string }) => `No team is called "${team}".`,
    mend: ({ nearest }: { nearest: string }) => nearest,
    page: 'no-such-team',
  },
  NO_SUCH_PERSON: {
    title: 'Nobody has this address',
    sentence: ({ address }: { address: string }) => `Nobody has the address ${address}.`,
    mend: ({ toErase }: { toErase: boolean }) =>
      toErase
        ? 'Check the spelling; addresses are compared in lower case.'
        : 'Import people first, or check the spelling.',
    page: 'no-such-person',
  },
  ADDRESS_TAKEN: {
    title: 'Somebody else has this address',
    sentence: ({ address }: { address: string }) => `Somebody else has the address ${address}; nothing was changed.`,
    mend: 'Look on the desk, under People, who has it; two rows of one person are made one by erasing the one that remembers nothing.',
    page: 'address-taken',
  },
  TEAM_NOT_CHANGED: {
    title: 'The team was not changed',
    sentence: ({ reason }: { reason: 'unknown' | 'same' | 'ended' | 'name-taken' }) =>
      `The team was not changed: ${
        {
          unknown: 'there is no such team',
          same: 'both names mean one team',
          ended: 'that team has ended',
          'name-taken': 'another team has this name, or one that reads the same',
        }[reason]
      }.`,
    mend: 'The desk lists all teams under People; two that are one are merged.',
    page: 'team-not-changed',
  },
  NOT_OF_THIS_KIND: {
    title: 'The lesson has no mail of this kind',
    sentence: ({ lesson, kind }: { lesson: string; kind: string }) =>
      kind === 'compare'
        ? `The lesson "${lesson}" has no comparison.`
        : `The lesson "${lesson}" has no question for a mail of the kind "${kind}".`,
    mend: 'Write one in content/, or preview the lesson with another --kind.',
    page: 'not-of-this-kind',
  },
  FILE_UNREADABLE: {
    title: 'The file cannot be read',
    sentence: ({ file }: { file: string }) => `The file ${file} cannot be read.`,
    mend: 'Check its name and folder.',
    page: 'file-unreadable',
  },
  IMPORT_FAULTS: {
    title: 'The file was not imported',
    sentence: ({ file, lines }: { file: string; lines: readonly string[] }) =>
      `${file} was not imported; nothing was saved:\n${lines.map((line) => `  ${line}`).join('\n')}`,
    mend: 'Mend these lines and import it again.',
    page: 'import-faults',
  },
  IMPORT_NOT_AGREED: {
    title: 'An import of people waits to be agreed to',
    sentence: ({ file, reasons }: { file: string; reasons: readonly string[] }) =>
      `${file} was not imported; nothing was saved:\n${reasons.map((reason) => `  ${reason}`).join('\n')}`,
    mend: 'Look at what would change, and import it again with these options.',
    page: 'import-not-agreed',
  },
  IMPORT_NOT_UNDOABLE: {
    title: 'An import cannot be undone',
    sentence: ({ key }: { key: string }) =>
      `There is no import "${key}" that could be undone: it is not there, was undone, is being written, or is older than 30 days.`,
    mend: 'List them with npm run nudge -- imports.',
    page: 'import-not-undoable',
  },
  IMPORT_QUESTIONS: {
    title: 'A file leaves something in doubt',
    sentence: ({ file, questions }: { file: string; questions: readonly string[] }) =>
      `${file} was not imported; nothing was saved. It leaves in doubt:\n${questions.join('\n')}`,
    mend: 'Import it again with the option whose reading is right.',
    page: 'import-questions',
  },
  EXPORT_EXISTS: {
    title: 'An export would write over a file',
    sentence: ({ file }: { file: string }) => `${file} exists already; nothing was written.`,
    mend: 'Name another folder, or move the old files away.',
    page: 'export-exists',
  },
  NO_SUCH_PIECE: {
    title: 'No such case or module of the house',
    sentence: ({ name, known }: { name: string; known: string }) =>
      `Nothing called "${name}" was written on the desk; there is ${known}.`,
    mend: 'Name one of these; its page on the desk shows the name beneath its title.',
    page: 'no-such-piece',
  },
  BRIEF_NOT_KEPT: {
    title: 'A brief of that quarter was not kept',
    sentence: ({ quarter, kept }: { quarter: string; kept: string }) =>
      `No brief of ${quarter} was kept, and figures of then cannot be made now. Kept are: ${kept}.`,
    mend: 'Ask for one of these, or leave --quarter out for the quarter that runs. The last brief of a quarter is kept when it ends, while Nodomoto runs.',
    page: 'brief-not-kept',
  },
  BRIEF_NOT_WRITTEN: {
    title: 'A brief could not be written',
    sentence: ({ file }: { file: string }) => `The brief could not be written to ${file}.`,
    mend: 'Name a file in a folder that is there and that you may write to.',
    page: 'brief-not-written',
  },
  NOT_SHARED: {
    title: 'Nothing was handed out',
    sentence: ({ why }: { why: string }) => why,
    mend: 'The page Exchange of the desk shows what may be handed out.',
    page: 'not-shared',
  },
  SHARED_FILE_REFUSED: {
    title: 'A file of another organisation was not taken in',
    sentence: ({ file, why }: { file: string; why: string }) => `${file}: ${why}`,
    mend: 'Ask whoever sent it; nothing was saved.',
    page: 'shared-file-refused',
  },
  SENDER_NOT_TRUSTED: {
    title: 'A file is signed with a key that nobody compared',
    sentence: ({ file, keys }: { file: string; keys: readonly string[] }) =>
      `${file} is whole, and signed with a key that you do not trust yet:\n${keys.join('\n')}`,
    mend: 'Ring up whoever sent it, on a number that you have from elsewhere, and compare. If it is theirs, add --trust FINGERPRINT --called "WHO".',
    page: 'sender-not-trusted',
  },
  PIECE_NOT_PUBLIC: {
    title: 'A label keeps a piece from public pages',
    sentence: ({ name, tlp }: { name: string; tlp: string }) =>
      `${name} came from another organisation under TLP:${tlp}, so it is not written out for a library that anybody may read.`,
    mend: 'Ask its source whether it may be TLP:CLEAR, and take in the version that says so.',
    page: 'piece-not-public',
  },
  ROLE_STAYS: {
    title: 'A role stays as it is',
    sentence: ({ why }: { why: string }) => why,
    mend: 'Ask npm run nudge -- role, which lists who has which.',
    page: 'role-stays',
  },
  FILE_EXISTS: {
    title: 'A backup would write over a file',
    sentence: ({ file }: { file: string }) => `${file} exists already.`,
    mend: 'Choose another name; a backup never overwrites one.',
    page: 'file-exists',
  },
  CASE_EXISTS: {
    title: 'The case exists',
    sentence: ({ folder }: { folder: string }) => `${folder} is there already.`,
    mend: 'Choose another name, or go on writing in it.',
    page: 'case-exists',
  },
  DEMO_DATA: {
    title: 'A file of the demo cannot be used',
    sentence: ({ file, where, wrong }: { file: string; where: string; wrong: string }) =>
      `The demo's ${file} cannot be used: ${where}: ${wrong}.`,
    mend: 'Mend the file in scripts/demo.',
    page: 'demo-data',
  },
  DESK_CLOSED: {
    title: 'The bench was not let in to the desk',
    sentence: ({ status }: { status: number }) => `GET /desk gave ${status}.`,
    mend: 'Look at the sign-in of this bench.',
    page: 'desk-closed',
  },
} as const satisfies Record<string, ErrorEntry>;
