import { asksToSlowDown, findingOutMs, holdsAllButOne, type Rest, restAfter } from '#core/delivery/destination-rest.ts';
import type { Instant } from '#server/database/schema.ts';
import type { DeliveryOutcome } from '#server/mail/transport.ts';

/** Mail of one process by the domain it goes to: which of them rest, and which holds the connections. Kept between runs. */
export type Destinations = {
  /** Until when mail to an address has to wait, and in which words its domain asked for that, or `null`. */
  restOf: (address: string, now: Instant) => Pick<Rest, 'reply' | 'until'> | null;
  /** A domain that should get no more just now, as slow mails to it hold all connections but one. */
  holder: (now: Instant) => string | null;
  /** A mail is handed over; whoever does it says how it ended. Then it answers until when the domain rests from now on, or `null`. */
  begin: (address: string, now: Instant) => (outcome: DeliveryOutcome, now: Instant) => Instant | null;
};

type UnderWay = { domain: string; at: Instant };

export function watchDestinations(connections: number): Destinations {
  const rests = new Map<string, Rest>();
  const underWay = new Set<UnderWay>();
  return {
    restOf: (address, now) => {
      const rest = rests.get(domainOf(address));
      return rest && now < rest.until ? rest : null;
    },
    holder: (now) => {
      for (const [domain, mails] of Map.groupBy(underWay, (mail) => mail.domain)) {
        const begun = mails.map(({ at }) => at);
        if (holdsAllButOne(begun, connections, now)) return domain;
      }
      return null;
    },
    begin: (address, at) => {
      const domain = domainOf(address);
      const mail = { domain, at };
      underWay.add(mail);
      const rest = rests.get(domain);
      if (rest) rests.set(domain, { ...rest, until: Math.max(rest.until, at + findingOutMs) });
      return (outcome, now) => {
        underWay.delete(mail);
        if (outcome.kind === 'accepted' || outcome.kind === 'failed') rests.delete(domain);
        if (outcome.kind !== 'deferred' || outcome.trouble !== null || !asksToSlowDown(outcome.reply)) return null;
        // Those that were under way beside the first say the same: that is asked once.
        const before = rests.get(domain);
        if (before && at < before.since) return null;
        const next = restAfter(before, outcome.reply, now);
        rests.set(domain, next);
        return next.until;
      };
    },
  };
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
