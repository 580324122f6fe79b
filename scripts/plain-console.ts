import { format } from 'node:util';
import { printable } from '#core/text/printable.ts';

const ways = ['log', 'error', 'warn'] as const;

/** From here on nothing that a command prints can move the cursor, hide a line or name a window: names and addresses come from files that others wrote. */
export function keepConsolePlain(): void {
  for (const way of ways) {
    const print = console[way].bind(console);
    console[way] = (...parts: unknown[]) => print('%s', printable(format(...parts)));
  }
}
