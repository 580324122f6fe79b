/** Fields of a report by their names in lower case, each with the folded lines that follow it. */
export type Fields = ReadonlyMap<string, string>;

/**
 * Blocks of fields as delivery reports have them (RFC 3464): the first is about the message, each further one about a recipient. nullmailer leaves
 * the further lines of a reply unfolded, Dovecot leaves out the empty line: whatever is no field goes on with the last one, and a second
 * recipient begins a block of its own.
 */
export function readBlocks(text: string): Fields[] {
  const blocks: Map<string, string>[] = [];
  let block: Map<string, string> | null = null;
  /** The field that a further line belongs to; of one that stands twice, the first counts. */
  let open: string | null = null;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') {
      block = null;
      continue;
    }
    const [, name, value = ''] = /^([A-Za-z][A-Za-z0-9-]*):(.*)$/.exec(line) ?? [];
    const key = name?.toLowerCase();
    if (block === null || (key === 'final-recipient' && block.has(key))) {
      block = new Map();
      blocks.push(block);
      open = null;
    }
    if (key !== undefined) open = block.has(key) ? null : key;
    if (open !== null) block.set(open, key === undefined ? `${block.get(open)} ${line.trim()}`.trim() : value.trim());
  }
  return blocks;
}

/** The fields up to the first empty line, as of a mail's header. */
export function readHeader(text: string): Fields {
  return readBlocks(text)[0] ?? new Map();
}

/** `rfc822; Mei@Kazehaya.example` as `mei@kazehaya.example`. Types come in any case, and with or without a space. */
export function recipientIn(field: string | undefined): string | null {
  const [, address] = /^[^;]*;\s*<?([^<>\s]+)>?/.exec(field ?? '') ?? [];
  return address?.toLowerCase() ?? null;
}
