import { badAddress } from '../judge-reply.ts';
import { meaningOf } from './prose.ts';
import type { Reason } from './reason.ts';

type ReasonVerdict = 'hard' | 'soft' | 'policy' | 'unreadable';

/** Of a domain that takes no mail or is not there, beside what blames an address in a conversation: Postfix says 5.1.0 and 5.4.4 of these. */
const alsoGone = new Set(['5.1.0', '5.4.4']);

/** Replies that servers without enhanced codes give to RCPT for a mailbox or domain that is not there. */
const bareGone = new Set([550, 551, 553, 556]);

const aboutSender = new Set(['5.1.7', '5.1.8', '4.1.7', '4.1.8']);

/** Why a mail did not arrive, and whether the address is to blame for it. */
export function judgeReason(reason: Reason): ReasonVerdict {
  // Our name, our sender, our greeting: every other recipient would hear the same.
  if (reason.phase === 'sender') return isForNow(reason) ? 'soft' : 'policy';
  if (reason.code !== null) return judgeCode(reason.code, reason.words);
  if (reason.status !== null && reason.status < 500) return 'soft';
  return reason.status === null ? judgeWords(reason.words) : judgeBare(reason.status, reason);
}

function isForNow({ code, status }: Reason): boolean {
  return code === null ? status !== null && status < 500 : code.startsWith('4.') && !code.startsWith('4.7.');
}

function judgeCode(code: string, words: string): ReasonVerdict {
  const subject = code.split('.')[1];
  if (subject === '7' || aboutSender.has(code)) return 'policy';
  if (code.startsWith('4.')) return 'soft';
  if (badAddress.has(code)) return 'hard';
  if (alsoGone.has(code)) return /\bsender\b/i.test(words) ? 'policy' : 'hard';
  // Microsoft 365 says this of an address that its directory does not hold.
  if (code === '5.4.1' && /recipient address rejected/i.test(words)) return 'hard';
  if (code === '5.2.3' || code === '5.3.4') return 'policy';
  if (subject === '2' || subject === '3' || subject === '4') return 'soft';
  if (subject === '5' || subject === '6') return 'policy';
  return judgeWords(words);
}

function judgeWords(words: string): ReasonVerdict {
  switch (meaningOf(words)) {
    case 'later':
      return 'soft';
    case 'policy':
      return 'policy';
    case 'gone':
      return 'hard';
    case null:
      return 'unreadable';
  }
}

/** A code for good that says nothing else. Unless its words or its place blame the address, nobody is blamed. */
function judgeBare(status: number, { words, phase }: Reason): ReasonVerdict {
  const said = judgeWords(words);
  if (said !== 'unreadable') return said;
  if (status === 552) return 'soft';
  return phase === 'recipient' && bareGone.has(status) ? 'hard' : 'policy';
}
