import type { Standing } from '#core/privacy/desk-roles.ts';
import type { Desk } from '../desk.ts';
import { mayAsk } from './who-may.ts';

/**
 * The desk behind a second door: whatever a page asks of it that is not for its user's roles ends the request, so that a page which forgot to say whom
 * it is for shows nothing.
 */
export function guardedDesk(desk: Desk, own: ReadonlySet<Standing>): Desk {
  return guarded(desk, '', own);
}

function guarded<Part extends object>(part: Part, of: string, own: ReadonlySet<Standing>): Part {
  return new Proxy(part, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof name !== 'string' || !(name in target)) return value;
      const whole = `${of}${name}`;
      if (!mayAsk(own, whole))
        throw new RangeError(`desk.${whole} is not for ${[...own].join(', ') || 'nobody'}; see who-may.ts.`);
      if (typeof value === 'function') return value.bind(target);
      // The parts of the desk, and nothing that lies in them.
      return of === '' && typeof value === 'object' && value !== null && name !== 'rules'
        ? guarded(value, `${name}.`, own)
        : value;
    },
  });
}
