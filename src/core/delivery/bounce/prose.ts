/** Where the returned mail begins, in reports without MIME and above the parts of others. */
const returnedBelow =
  /^[\s>=*-]{0,80}(?:message headers follow|original message follows|below is a copy of the original message|below this line is a copy of the message|this is a copy of (?:the|your) message)/im;

/** What a report says itself: a nudge has numbers of its own. */
export function withoutReturned(text: string): string {
  const cut = returnedBelow.exec(text);
  return cut ? text.slice(0, cut.index) : text;
}

/** What a text says of one recipient: from where they are named until the next one is. All of it when they are not. */
export function aboutRecipient(text: string, recipient: string | null, others: readonly string[]): string {
  const lines = text.split('\n');
  const first = recipient === null ? -1 : lines.findIndex((line) => opensFor(line, recipient));
  if (first < 0) return text;
  const next = lines.findIndex((line, at) => at > first && others.some((other) => opensFor(line, other)));
  return lines.slice(first, next < 0 ? undefined : next).join('\n');
}

/** `<mei@firm.example>: 550 ...`, `mei@firm.example: 550 ...`, an address alone, or the last word of a sentence. */
function opensFor(line: string, address: string): boolean {
  const at = line.toLowerCase().indexOf(address);
  if (at < 0 || /[\w.+-]$/.test(line.slice(0, at))) return false;
  const before = line.slice(0, at).replace(/<$/, '').trim();
  const after = line.slice(at + address.length).replace(/^>/, '');
  const isNamed = before === '' || /\b(?:to|for)$/i.test(before);
  return isNamed && /^(?:[:.]|\s*$|\s+\()/.test(after);
}

/** What is said of a full mailbox, a server that does not answer, a wait that ended. */
const saysLater =
  /quota|mailbox (?:is )?full|mailfolder is full|time(?:d)?[ -]?out|queue too long|expired|connection (?:was )?refused|network is (?:down|unreachable)|no route to host|host is (?:down|unreachable)|not responding|try again|temporar|could not deliver for the last|busy|insufficient (?:system )?(?:storage|resources|disk)/i;

const saysPolicy =
  /\b(?:spam|blocked|block ?list|black ?list|listed|policy|prohibit|reputation|unsolicited|bulk|content|virus|denied|not allowed|not permitted|authentic|dmarc|spf|dkim|size|too (?:large|big))/i;

const saysGone =
  /no such (?:user|domain|person|recipient|mailbox|address|host)|(?:user|recipient|account|mailbox|address|host|domain)\b.{0,80}? (?:unknown|not found|does ?n[o']t exist|does not exist|is (?:disabled|inactive))|unknown (?:user|recipient|account|host|address)|invalid (?:recipient|mailbox|address)|unrouteable|no mailbox here|doesn'?t have an? [\w.]+ account|could ?n[o']t be found|non-?existent|no SMTP service|does not accept mail|null ?MX|returned to sender/i;

export type ProseVerdict = 'later' | 'policy' | 'gone' | null;

/** What words mean where no code says it. A wait that ended outweighs its cause: servers name both. */
export function meaningOf(words: string): ProseVerdict {
  if (saysLater.test(words)) return 'later';
  if (saysPolicy.test(words)) return 'policy';
  return saysGone.test(words) ? 'gone' : null;
}
