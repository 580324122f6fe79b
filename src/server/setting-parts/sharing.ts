import { z } from 'zod';
import { optional } from './blank.ts';

export type SharingSettings = {
  /** What the organisation is called in files that it hands out; `null`: it hands none out. */
  sharedBy: string | null;
  /** Where the key lies that they are signed with; `null`: in the data folder. */
  sharingKeyFile: string | null;
};

/** What the firm of the demo is called. */
const demoName = 'Kazehaya';

export const sharingShape = {
  SHARED_BY: optional(
    z
      .string()
      .max(120, 'say it in at most 120 letters')
      .regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u, 'write one line'),
  ).describe(
    'What your organisation is called in the cases and modules that it hands to others, as in Kazehaya Instruments Ltd. Empty: it hands out none, and can still take some in.',
  ),
  SHARING_KEY_FILE: optional(z.string()).describe(
    'An Ed25519 private key in PEM that these are signed with, from: openssl genpkey -algorithm ed25519. Several machines of one house need the same.\nEmpty: one is made in DATA_DIR when it is first needed. Keep a copy: whoever trusts you trusts this key.',
  ),
};

export function readSharing(
  read: { SHARED_BY?: string | undefined; SHARING_KEY_FILE?: string | undefined },
  demo: boolean,
): SharingSettings {
  return { sharedBy: read.SHARED_BY ?? (demo ? demoName : null), sharingKeyFile: read.SHARING_KEY_FILE ?? null };
}
