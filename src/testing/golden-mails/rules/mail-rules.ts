import { bothPartsRules } from './both-parts-rules.ts';
import { contrastRules } from './contrast-rules.ts';
import { headerRules } from './header-rules.ts';
import type { MailRule } from './mail-rule.ts';
import { pageRules } from './page-rules.ts';
import { subjectRules } from './subject-rules.ts';
import { textRules } from './text-rules.ts';
import { wireRules } from './wire-rules.ts';

/**
 * What every mail of every kind is held to. Rules of filters that rest on the network, on the sender's name servers or on a signature are not
 * here, because no mail by itself can keep or break them: SPF_*, DKIM_*, DMARC_*, ARC_*, RCVD_IN_*, URIBL_*, HFILTER_*, RDNS_NONE, AUTH_NA.
 */
export const mailRules: readonly MailRule[] = [
  ...wireRules,
  ...headerRules,
  ...subjectRules,
  ...textRules,
  ...bothPartsRules,
  ...pageRules,
  ...contrastRules,
];
