import type { Standing } from '#core/privacy/desk-roles.ts';
import type { Desk } from '../desk.ts';
import { mayAsk } from './who-may.ts';

/**
 * The desk behind a second door: whatever a page asks of it that is not for its user's roles ends the request, so that a page which forgot to say whom
 * it is for shows nothing.
 */
export function guardedDesk(desk: Desk, own: ReadonlySet<Standing>): Desk {
  return new Proxy(desk, {
    get(target, name) {
      if (typeof name === 'string' && name in target && !mayAsk(own, name))
        throw new RangeError(`desk.${name} is not for ${[...own].join(', ') || 'nobody'}; see who-may.ts.`);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
