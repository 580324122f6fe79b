import { z } from 'zod';
import { blankAsAbsent, optional } from './blank.ts';
import { loopback } from './relay.ts';

const issuer = z
  .url({
    protocol: /^https?$/,
    error: 'write the address of the server, as in https://login.your-company.com',
    abort: true,
  })
  .refine(
    (text) => new URL(text).protocol === 'https:' || loopback.test(new URL(text).hostname),
    'use https://, since it says who may see the desk',
  );

export const companyAccountShape = {
  OIDC_ISSUER: optional(issuer).describe(
    'The OpenID Connect server of your company, as in https://login.microsoftonline.com/TENANT_ID/v2.0: trainers then sign in with their company account.\nIt has to send them back to SITE_URL/desk/company/callback. Needs OIDC_CLIENT_ID.',
  ),
  OIDC_CLIENT_ID: optional(z.string()).describe('Under what name Nodomoto is registered there.'),
  OIDC_CLIENT_SECRET: optional(z.string()).describe('Its secret there. Empty: it is registered as a public client.'),
  LINK_SIGN_IN: z
    .preprocess(blankAsAbsent, z.enum(['0', '1'], 'use 1 for on, 0 for off').default('1'))
    .describe('0 lets trainers in by company account alone, 1 by a link in a mail too.'),
};

/** Where trainers sign in with their company account. */
export type CompanyAccounts = { issuer: string; clientId: string; clientSecret: string | null };

export type ReadDoors =
  | { ok: true; companyAccounts: CompanyAccounts | null; linkSignIn: boolean }
  | { ok: false; faults: string[] };

export function readDoors(read: z.infer<z.ZodObject<typeof companyAccountShape>>): ReadDoors {
  const { OIDC_ISSUER: named, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = read;
  const linkSignIn = read.LINK_SIGN_IN === '1';
  if (named === undefined) {
    const stray = (['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const).filter((name) => read[name] !== undefined);
    const faults = [
      ...stray.map((name) => `${name}: set OIDC_ISSUER too, or leave this out`),
      ...(linkSignIn ? [] : ['LINK_SIGN_IN: set OIDC_ISSUER too, or nobody gets in to the desk']),
    ];
    return faults.length > 0 ? { ok: false, faults } : { ok: true, companyAccounts: null, linkSignIn };
  }
  if (clientId === undefined) return { ok: false, faults: ['OIDC_CLIENT_ID: set it too, or leave out OIDC_ISSUER'] };
  return {
    ok: true,
    companyAccounts: { issuer: named, clientId, clientSecret: clientSecret ?? null },
    linkSignIn,
  };
}
