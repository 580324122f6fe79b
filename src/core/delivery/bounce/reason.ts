/** Why a mail was not delivered, as far as a server said. */
export type Reason = {
  /** Enhanced code (RFC 3463) that says more than its class. */
  code: string | null;
  /** Reply code of SMTP. */
  status: number | null;
  words: string;
  /** What it answered. `null` where that is not told. */
  phase: 'sender' | 'recipient' | 'data' | null;
};

const reply = /(?<![\w.#-])([45]\d\d)(?:[ -]|: )#?(?:([245]\.\d{1,3}\.\d{1,3})(?![\d.]))?/;

/** A code alone, as qmail and Exchange write it: `(#5.1.1)`. One without its mark may be a version or an address. */
const markedCode = /#(?:< ?#)?([45]\.\d{1,3}\.\d{1,3})(?!\.?\d)/;

/** The first reply of a server in some text, wherever the text was cut. */
export function replyIn(text: string): Pick<Reason, 'code' | 'status' | 'words'> {
  const said = reply.exec(text);
  if (said) {
    const [, status, code] = said;
    return { status: Number(status), code: code ?? null, words: clean(text.slice(said.index)) };
  }
  return { status: null, code: markedCode.exec(text)?.[1] ?? null, words: clean(text) };
}

/** The reply in a Diagnostic-Code: `smtp; 550 5.1.1 ...`. Only what stands at its head counts; a link further on may hold other codes. */
export function diagnosticReply(field: string): Pick<Reason, 'code' | 'status' | 'words'> {
  const words = field.replace(/^[\w.-]+\s*;\s*/, '').trim();
  const [, status, code] = /^(\d{3})[ -]?#?(?:([245]\.\d{1,3}\.\d{1,3})(?![\d.]))?/.exec(words) ?? [];
  return { status: status === undefined ? null : Number(status), code: code ?? null, words: clean(words) };
}

/** How Postfix, Exim, sendmail, Courier, dma and qmail say what a server answered to. */
const tellsCommand = [
  /\(in reply to (?:the )?(?:end of )?([A-Z]+)/i,
  /SMTP error from remote mail server after (?:initial |pipelined |end of )*([A-Z]+)/i,
  /did not like our (?:final )?([A-Z]+)/i,
  />>> ([A-Z]+)[^\n]*\n\s*<<< [45]\d\d/i,
];

/** What was refused, if the text of a report tells. */
export function phaseIn(text: string): Reason['phase'] {
  if (/^Connected to \S+ but sender was rejected/m.test(text)) return 'sender';
  if (/^\S+ does not like recipient/m.test(text)) return 'recipient';
  const unfolded = text.replaceAll(/\n[ \t]+(?![ \t<>])/g, ' ');
  const command = tellsCommand.map((told) => told.exec(unfolded)?.[1]).find((told) => told !== undefined);
  if (command === undefined) return null;
  if (/^(?:MAIL|EHLO|HELO|LHLO|STARTTLS|AUTH)$/i.test(command)) return 'sender';
  return /^RCPT$/i.test(command) ? 'recipient' : 'data';
}

/** One line, no longer than anybody reads. */
function clean(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 300);
}
