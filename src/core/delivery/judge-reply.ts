/** How far a conversation with a mail server had come: greeting, encryption, login, MAIL FROM, RCPT TO, DATA, the final dot. */
export const phases = ['connect', 'tls', 'login', 'sender', 'recipient', 'data', 'dot'] as const;

export type Phase = (typeof phases)[number];

/** What hinders every mail and not only one. `directory`: the server suddenly knows too few of the recipients. */
export const troubles = ['connection', 'tls', 'login', 'sender', 'relay', 'directory'] as const;

export type Trouble = (typeof troubles)[number];

/** What a refusal is about: the address for good, this mail for good, this mail for now, or all mail. */
export type Verdict = 'recipient' | 'message' | 'later' | Trouble;

export function isTrouble(verdict: Verdict): verdict is Trouble {
  return troubles.some((trouble) => trouble === verdict);
}

/** Codes that say the mailbox is not there (RFC 3463); any other leaves the address usable. */
export const badAddress: ReadonlySet<string> = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1']);
const badSender = new Set(['5.1.7', '5.1.8', '4.1.7', '4.1.8']);

/** Servers without enhanced codes say these of a mailbox that is not there, and 556 of a domain that takes no mail at all (RFC 7504). */
const bareBadAddress = new Set([550, 551, 553, 556]);

/** 530 login wanted, 454 and 535 login failed, 538 encryption wanted. */
const wantsLogin = new Set([454, 530, 534, 535, 538]);

/** A host called relay.example.org denies nothing, and Postfix looks for users in a "relay recipient table". */
const namesRelaying = /(?<![\w.-])relay(?:ing)?(?![\w-]|\.\w| recipient table)/i;
const namesClient = /\bclient (?:host|was not|not) |\bauthentication (?:is )?required/i;
const namesSender = /\bsender (?:address|verify|rejected|not)/i;
const namesPolicy = /\b(?:spam|blocked|block ?list|black ?list|listed|policy|prohibit|reputation)/i;

/** A reply is judged by where it was said, and by the code at its head: a link further on may hold other codes. */
export function judgeReply(phase: Phase, reply: string): Verdict {
  switch (phase) {
    case 'connect':
      return 'connection';
    case 'tls':
    case 'login':
      return phase;
    case 'sender':
      return headOf(reply).status === 421 ? 'connection' : 'sender';
    case 'recipient':
    case 'data':
    case 'dot':
      return troubleNamed(phase, reply) ?? judgeMail(phase, reply);
  }
}

type LatePhase = Extract<Phase, 'recipient' | 'data' | 'dot'>;

/** Many servers keep what they think of the sender and the login to themselves until they hear the recipient. */
function troubleNamed(phase: LatePhase, reply: string): Trouble | null {
  const { status, code, words } = headOf(reply);
  if (wantsLogin.has(status)) return 'relay';
  if (phase !== 'recipient') return null;
  if (code !== null && badSender.has(code)) return 'sender';
  if (code !== null && !/^[45]\.7\./.test(code)) return null;
  if (namesRelaying.test(words) || namesClient.test(words)) return 'relay';
  return namesSender.test(words) ? 'sender' : null;
}

function judgeMail(phase: LatePhase, reply: string): Verdict {
  const { status, code, words } = headOf(reply);
  if (status < 500) return 'later';
  if (phase === 'data') return 'message';
  if (code !== null) return badAddress.has(code) ? 'recipient' : 'message';
  const blamesAddress = phase === 'recipient' && bareBadAddress.has(status) && !namesPolicy.test(words);
  return blamesAddress ? 'recipient' : 'message';
}

type Head = { status: number; code: string | null; words: string };

/** The first line, in which the server says what it means; what follows explains. */
function headOf(reply: string): Head {
  const [, status, code, words] = /^(\d{3})[ -]?(?:([245]\.\d{1,3}\.\d{1,3})(?![\d.]))?(.*)/.exec(reply) ?? [];
  return { status: Number(status ?? 0), code: code ?? null, words: words ?? '' };
}
