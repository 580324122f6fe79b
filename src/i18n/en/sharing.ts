import type { SharedLabel, Tlp } from '#core/sharing/tlp.ts';

/** What each label of the Traffic Light Protocol 2.0 lets its reader do. */
const labels: Record<Tlp, string> = {
  CLEAR: 'Anybody may read it.',
  GREEN: 'For the community: pass it on, but never on a public page.',
  AMBER: 'For your organisation and its clients. It is passed on no further.',
  'AMBER+STRICT': 'For your organisation alone. It is passed on no further.',
  RED: 'For its reader alone. It is mailed to nobody and passed on to nobody.',
};

const handingOut: Record<SharedLabel, string> = {
  GREEN: 'For the community: whoever gets it may pass it on within the community, and publish it nowhere.',
  CLEAR: 'For anybody: it may be published.',
};

/** Words of what is exchanged with other organisations: the page of the desk, and the line that says where a piece comes from. */
export const sharing = {
  title: 'Exchange',
  dek: 'Cases and modules that others hand you, and yours that you hand them: signed files, which a trade association or a ministry can pass on.',
  link: 'Exchange with other organisations',
  labels,
  /** `TLP:GREEN`, as the protocol writes it. */
  tlp: (label: string) => `TLP:${label}`,
  from: (from: string, through: string, label: string) =>
    through === '' ? `From ${from}, TLP:${label}` : `From ${from}, passed on by ${through}, TLP:${label}`,
  bring: {
    heading: 'Take in',
    file: 'File that you were sent',
    hint: (megabytes: number) =>
      `It ends in .shared.json, at most ${megabytes} MB. You see what it would do before anything is written.`,
    send: 'Look at it',
    preview: 'What the file holds',
    take: 'Take it in',
    nothing: 'Nothing in it is new.',
    lead: 'It comes in as a draft. Nobody is mailed before you publish it.',
    faults: (count: number) =>
      count === 1
        ? 'This library’s checks find 1 thing to mend, so it can be read and not yet published: tell its source.'
        : `This library’s checks find ${count} things to mend, so it can be read and not yet published: tell its source.`,
    changed: (fields: string) => `Changed: ${fields}.`,
    leftOut: (fields: string) => `This library has no place for: ${fields}. Is it older than theirs?`,
    hand: (name: string, fingerprint: string) => `${name} (${fingerprint})`,
  },
  verdicts: {
    new: 'New',
    newer: 'A newer version of what you have',
    same: 'You have it already',
    older: 'Older than what you have; nothing is taken',
    disputed: 'Another text than yours under the same version; nothing is taken. Ask its source which holds',
    withdrawn: 'Taken back by its source',
    'withdrawn-unknown': 'Taken back by its source before it came to you',
    own: 'Your own, come back; nothing is taken',
  },
  trust: {
    heading: 'Whose key is this?',
    lead: 'The file is signed, and whole, with a key that you have not compared yet. Nothing of it is shown before you have. Ring up whoever sent it, on a number that you have from elsewhere, and let them read out the words or the digits of theirs.',
    name: 'Whose it is, as you call them',
    nameHint: 'This name stands beside what they wrote. You compared the key, so it is yours to give.',
    yes: 'They are the same: trust this key',
    noName: 'Say whose key it is, in at most 120 characters.',
    gone: 'The file is signed with another key than the one that you compared. Nothing was taken in.',
  },
  own: {
    heading: 'Your key',
    lead: 'Read this out to whoever asks. It is the same for all that you hand out.',
    as: (organisation: string) => `You sign as ${organisation}.`,
    noName: 'To hand anything out, whoever runs Nodomoto sets SHARED_BY to the name of your organisation.',
    words: 'Words',
    digits: 'Digits',
    fingerprint: 'Fingerprint',
  },
  hand: {
    heading: 'Hand out',
    none: 'Nothing of yours is published yet, and nothing that you have received may be passed on.',
    pieces: 'Pieces',
    ownPiece: 'yours',
    takenBack: 'no longer published: the file takes it back',
    label: 'Label of what is yours',
    labelHint: 'What others wrote keeps the label that its source gave it.',
    send: 'Download the file',
    about: handingOut,
    noPiece: 'Choose at least one piece.',
    noLabel: 'Choose a label.',
  },
  senders: {
    heading: 'Whom you trust',
    none: 'Nobody yet: you are asked when the first file comes.',
    who: 'Who',
    since: 'Compared',
    withdrawn: (day: string) => `Trust withdrawn ${day}`,
    withdraw: 'Withdraw trust',
    withdrawFrom: (name: string) => `Withdraw trust in ${name}`,
    sure: (name: string) =>
      `Trust ${name} no longer? Nothing of theirs is taken in or passed on any more. What you have published of it stays until you withdraw it.`,
    yes: 'Yes, withdraw trust',
  },
  received: {
    heading: 'What you have received',
    piece: 'Piece',
    from: 'From',
    at: 'Received',
    takenBack: (day: string) => `Its source took it back ${day}`,
    stillOut: 'and it is still published here: withdraw it',
  },
  piece: {
    text: 'The text is its source’s, word for word, under their signature: it cannot be edited here. To have it changed, ask them for a newer version.',
    takenBack: 'Its source took this piece back. It cannot be published again; if it is published still, withdraw it.',
    noFiles: 'Its label keeps it from public pages, so its files are not handed out for the library.',
  },
  refusals: {
    'too-large': 'The file is larger than 1 MB. Nothing was taken in.',
    'not-json': 'The file is not JSON, so it is none of these, or was cut off on its way. Nothing was taken in.',
    'other-format': 'This is no file of shared pieces that this version knows. Nothing was taken in.',
    'not-as-agreed': (where: string) => `The file is not as agreed at ${where}. Nothing was taken in.`,
    'not-readable': (piece: string) => `${piece}: what was signed cannot be read. Nothing was taken in.`,
    changed: (piece: string) =>
      `${piece}: a signature does not fit. Something was changed after it was signed, be it one letter. Nothing was taken in; ask for the file again.`,
    'broken-chain': (piece: string) =>
      `${piece}: whoever passed it on signed for another text than this. Nothing was taken in.`,
    'not-to-be-passed-on': (piece: string) =>
      `${piece}: it was passed on although its label forbids that. Nothing was taken in; tell whoever sent it.`,
    'stray-file': (piece: string, file: string) =>
      `${piece}: it holds “${file}”, which no piece of this kind has. Nothing was taken in.`,
    'no-piece': (piece: string, file: string) =>
      `${piece}: ${file || 'it'} is no case or module. Nothing was taken in.`,
    distrusted: (name: string) =>
      `The file came through ${name}, whom you trust no longer. Nothing of it is shown or taken in.`,
    'no-file': 'Choose a file.',
  },
  /** Why nothing was handed out. */
  kept: {
    unknown: (piece: string) => `There is no piece called ${piece}.`,
    'not-published': (piece: string) => `${piece} is not published. Only what has passed every check is handed out.`,
    label: (piece: string) => `${piece} may not be passed on: its source labelled it so.`,
    distrusted: (piece: string) => `${piece} came through somebody whom you trust no longer, so it is not passed on.`,
    'too-many-hands': (piece: string) => `${piece} has come through as many hands as a file may name.`,
    'too-many': (piece: string) => `A file holds at most 20 pieces; ${piece} would be one more. Make two files.`,
    'too-large': (piece: string) => `With ${piece} the file is larger than 1 MB. Make two files.`,
    changed: (piece: string) =>
      `${piece} is no longer word for word as its source signed it, so it cannot be passed on. Ask for it again.`,
  },
  done: {
    taken: 'It is taken in, as drafts. Read them, and publish what your people should know.',
    distrusted: 'Trust is withdrawn.',
  },
} as const;
