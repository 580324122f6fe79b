import type { Instant } from '#server/database/schema.ts';
import type { Log } from '#server/log/log.ts';
import type { Askers } from './askers.ts';

/** Letters in an hour. */
export type LetterLimits = {
  /** To one address, asked for in one browser in which it signed in before. */
  browser: number;
  /** To one address, asked for from one network. */
  asker: number;
  /** To all addresses, from one network: everybody of a firm may come from one. */
  network: number;
  /** To one address from everywhere, but for browsers that are known: only many strangers together reach it. */
  address: number;
};

export const usualLimits: LetterLimits = { browser: 6, asker: 6, network: 60, address: 60 };

/** All of a demo's mail stays on this machine, where tests and visitors are one asker. */
export const demoLimits: LetterLimits = { browser: 600, asker: 600, network: 600, address: 600 };

export type LinkRequest = {
  email: string;
  network: string;
  /** By what name the browser is known, if it is. */
  known: string | null;
  now: Instant;
};

export type Admission = { ok: true } | { ok: false; again: Instant };

/**
 * Whether a request for a link may become a letter. It is the same for addresses of trainers and of others. What strangers ask for is counted by where they ask from:
 * that keeps nobody out who asks from elsewhere, or from a browser that is known.
 */
export function admitRequest(
  { askers, log, limits: most }: { askers: Askers; log: Log; limits: LetterLimits },
  { email, network, known, now }: LinkRequest,
): Admission {
  const limits =
    known === null
      ? ([
          ['asker', `network ${network}`, most.network],
          ['asker', `asker ${network} ${email}`, most.asker],
          ['address', `address ${email}`, most.address],
        ] as const)
      : ([['browser', `browser ${known}`, most.browser]] as const);
  for (const [by, name, letters] of limits) {
    const turn = askers.take(name, letters, now);
    if (turn.ok) continue;
    if (turn.isFirstRefusal) log.tell('sign-in-limited', { by });
    return { ok: false, again: turn.again };
  }
  return { ok: true };
}
