import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFault } from '../check/content-fault.ts';
import { lineOfFault } from '../check/line-of-fault.ts';

/** A fault with the line it stands on, and what that line says. */
export type PlacedFault = ContentFault & { line: { number: number; text: string } | null };

export function placeFault(folder: string, fault: ContentFault): PlacedFault {
  const path = join(folder, fault.file);
  if (!existsSync(path)) return { ...fault, line: null };
  const text = readFileSync(path, 'utf8');
  const number = lineOfFault(text, fault);
  return { ...fault, line: number === null ? null : { number, text: (text.split('\n')[number - 1] ?? '').trim() } };
}
