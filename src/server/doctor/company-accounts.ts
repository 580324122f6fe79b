import { messageOf } from '#core/errors/causes.ts';
import { companySignIn } from '#server/desk/company-sign-in.ts';
import type { CompanyAccounts } from '#server/setting-parts/company-account.ts';
import { good, type Verdict, wrong } from './finding.ts';

/** Whether the server of company accounts can be reached and says where to sign in. Whether it knows us only a sign-in shows. */
export async function companyAccountsReached(accounts: CompanyAccounts, siteUrl: string): Promise<Verdict> {
  const begun = await companySignIn(accounts, siteUrl).begin();
  if (begun.ok) return good();
  const address = `${accounts.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  return wrong(
    `No trainer can sign in with a company account: ${address} cannot be read (${messageOf(begun.err)}). Check OIDC_ISSUER, and open that address from this machine.`,
  );
}
