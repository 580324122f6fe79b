import { type Fields, recipientIn } from './fields.ts';
import { judgeReason } from './judge-reason.ts';
import { aboutRecipient, meaningOf } from './prose.ts';
import { diagnosticReply, phaseIn, type Reason, replyIn } from './reason.ts';
import type { Judgement, ReportVerdict } from './report.ts';

/** From what blames nobody to what blames the address. */
const fromMildest: readonly ReportVerdict[] = ['relayed', 'delayed', 'unreadable', 'policy', 'soft', 'hard'];

/**
 * What delivery fields say of the mail that went to `address`. Its own block counts, and where there is none (the address is forwarded, and the
 * report names where to) the mildest of all.
 */
export function judgeDelivery(blocks: readonly Fields[], text: string, address: string): Judgement {
  const about = blocks.filter((block) => block.has('action') || block.has('status') || block.has('final-recipient'));
  const own = about.filter((block) => recipientsOf(block).includes(address));
  const counted = (own.length > 0 ? own : about).map((block) => judgeBlock(block, about, text));
  const [mildest] = counted.toSorted((a, b) => rank(a) - rank(b));
  return mildest ?? { verdict: 'unreadable', reply: '' };
}

function rank({ verdict }: Judgement): number {
  return fromMildest.indexOf(verdict);
}

function recipientsOf(block: Fields): string[] {
  const fields = ['final-recipient', 'original-recipient'];
  return fields.flatMap((field) => recipientIn(block.get(field)) ?? []);
}

function judgeBlock(block: Fields, all: readonly Fields[], text: string): Judgement {
  if (isAboutAnother(block, all)) return { verdict: 'unreadable', reply: block.get('diagnostic-code') ?? '' };
  const reason = reasonOf(block, all, text);
  return { verdict: verdictOf(block, reason), reply: reason.words };
}

/** nullmailer gives every recipient the first one's refusal. */
function isAboutAnother(block: Fields, all: readonly Fields[]): boolean {
  const diagnostic = block.get('diagnostic-code')?.toLowerCase() ?? '';
  const own = recipientsOf(block);
  if (own.some((address) => diagnostic.includes(address))) return false;
  return all.some(
    (other) => other !== block && recipientsOf(other).some((address) => diagnostic.includes(`<${address}>`)),
  );
}

function verdictOf(block: Fields, reason: Reason): ReportVerdict {
  const status = block.get('status') ?? '';
  // A comment may follow: `relayed (to non-DSN-aware mailer)`.
  const action = /^[a-z-]+/i.exec(block.get('action') ?? '')?.[0].toLowerCase();
  const isExpired = /^[45]\.4\.7\b/.test(status);
  switch (action) {
    case 'delivered':
    case 'relayed':
    case 'expanded':
      return 'relayed';
    case 'delayed':
      // OpenSMTPD says so of a mail that it has given up.
      return isExpired ? 'soft' : 'delayed';
    default: {
      const verdict = judgeReason(reason);
      // Given up while the answer was still "not now".
      if (isExpired || (status.startsWith('4.') && verdict === 'hard')) return 'soft';
      return verdict;
    }
  }
}

/** Read in this order: the enhanced code of the reply, Status unless it names a class only, the reply code, the text. */
function reasonOf(block: Fields, all: readonly Fields[], text: string): Reason {
  const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(block.get('status') ?? '')?.[0] ?? null;
  const specific = status !== null && !status.endsWith('.0.0') ? status : null;
  const about = textAbout(block, all, text);
  const phase = phaseIn(about);
  const diagnostic = block.get('diagnostic-code');
  if (diagnostic === undefined && specific === null) return { ...replyIn(about), phase };
  const said = diagnosticReply(diagnostic ?? '');
  // sendmail makes 5.1.1 of any 550.
  const isGuessed = said.status !== null && said.code === null && meaningOf(said.words) === 'policy';
  return {
    ...said,
    words: said.words || replyIn(about).words,
    code: said.code ?? (isGuessed ? null : specific),
    phase,
  };
}

function textAbout(block: Fields, all: readonly Fields[], text: string): string {
  const others = all.filter((other) => other !== block).flatMap(recipientsOf);
  const [named = null] = recipientsOf(block);
  return aboutRecipient(text, named, others);
}
