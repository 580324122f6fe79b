import { z } from 'zod';
import { optional } from './blank.ts';
import { loopback } from './relay.ts';

const endpoint = z
  .url({
    protocol: /^https?$/,
    error: 'write the address that your store gives, as in https://lrs.your-company.com/xapi/',
    abort: true,
  })
  .refine(
    (text) => new URL(text).protocol === 'https:' || loopback.test(new URL(text).hostname),
    'use https://, since it is told what people answered',
  )
  .refine((text) => new URL(text).username === '', 'leave the name and password out, and use XAPI_KEY and XAPI_SECRET')
  .refine((text) => !/\/statements\/?$/.test(new URL(text).pathname), 'leave out /statements at its end');

export const xapiShape = {
  XAPI_ENDPOINT: optional(endpoint).describe(
    'A learning record store (xAPI) that is told what people met, answered and recalled later, each under a name that says nothing: https://lrs.your-company.com/xapi/.\nWhat was before it was set is not told. /privacy says that it is. Needs XAPI_KEY and XAPI_SECRET. Empty: nobody is told.',
  ),
  XAPI_KEY: optional(z.string()).describe('The name by which the store lets us in (Basic authentication).'),
  XAPI_SECRET: optional(z.string()).describe('The password that goes with it.'),
};

/** The learning record store that is told of results. `endpoint` ends with a slash. */
export type XapiStore = { endpoint: string; key: string; secret: string };

export type ReadXapi = { ok: true; xapi: XapiStore | null } | { ok: false; faults: string[] };

export function readXapi(read: z.infer<z.ZodObject<typeof xapiShape>>): ReadXapi {
  const { XAPI_ENDPOINT: address, XAPI_KEY: key, XAPI_SECRET: secret } = read;
  if (address === undefined) {
    const stray = (['XAPI_KEY', 'XAPI_SECRET'] as const).filter((name) => read[name] !== undefined);
    return stray.length === 0
      ? { ok: true, xapi: null }
      : { ok: false, faults: stray.map((name) => `${name}: set XAPI_ENDPOINT too, or leave this out`) };
  }
  if (key === undefined || secret === undefined) {
    const missing = (['XAPI_KEY', 'XAPI_SECRET'] as const).filter((name) => read[name] === undefined);
    return { ok: false, faults: missing.map((name) => `${name}: set it too, or leave out XAPI_ENDPOINT`) };
  }
  return { ok: true, xapi: { endpoint: address.replace(/\/*$/, '/'), key, secret } };
}
