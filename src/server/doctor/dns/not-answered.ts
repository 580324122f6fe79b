import { note, type Verdict } from '../finding.ts';

/** A machine without DNS can send all the same: its relay looks up what has to be. */
export function notAnswered(name: string, reason: string): Verdict {
  return note(
    `not looked at: no DNS answers here about ${name} (${reason}). Look from a machine that has it, with dig or host.`,
  );
}
