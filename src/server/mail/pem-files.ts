import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { AppError } from '#core/errors/app-error.ts';
import type { PemFault } from '#core/errors/pem-faults.ts';
import type { RelaySettings } from '#server/setting-parts/relay.ts';

/** A certificate with those that vouch for it, and its key; all in PEM. */
export type ClientCertificate = { cert: string; key: string };

type PemSetting = 'SMTP_CA_FILE' | 'SMTP_CLIENT_CERT_FILE' | 'SMTP_CLIENT_KEY_FILE' | 'DKIM_KEY_FILE';

export function pemError(setting: PemSetting, file: string, fault: PemFault, cause?: unknown): AppError {
  return new AppError('PEM_FILE_UNUSABLE', { setting, file, fault }, { cause });
}

/** Each certificate of the file. @throws AppError when there is none, or when none is valid at `now` (epoch milliseconds). */
export function readAuthorities(file: string, now: number): string[] {
  const certificates = certificatesIn('SMTP_CA_FILE', file);
  const faults = certificates.map((certificate) => faultAt(certificate, now));
  const [first] = faults;
  // A bundle may hold some that have run out, as those of operating systems do.
  if (first && faults.every(Boolean)) throw pemError('SMTP_CA_FILE', file, first);
  return certificates.map(String);
}

/** @throws AppError when either file cannot be used, they do not belong together, or it is not valid at `now`. */
export function readClientCertificate(
  files: NonNullable<RelaySettings['smtpClientFiles']>,
  now: number,
): ClientCertificate {
  const certificates = certificatesIn('SMTP_CLIENT_CERT_FILE', files.certificate);
  const key = readPrivateKey('SMTP_CLIENT_KEY_FILE', files.key);
  const [own] = certificates;
  if (!own?.checkPrivateKey(key)) throw pemError('SMTP_CLIENT_KEY_FILE', files.key, 'other-key');
  const fault = faultAt(own, now);
  if (fault) throw pemError('SMTP_CLIENT_CERT_FILE', files.certificate, fault);
  return { cert: certificates.join(''), key: key.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

/** @throws AppError when the file holds no private key in PEM that can be used without a passphrase. */
export function readPrivateKey(setting: PemSetting, file: string): KeyObject {
  const text = readText(setting, file);
  try {
    return createPrivateKey(text);
  } catch (error) {
    throw pemError(setting, file, faultOfKey(text, error), error);
  }
}

function faultOfKey(text: string, error: unknown): PemFault {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ERR_MISSING_PASSPHRASE' || /ENCRYPTED/.test(text)) return 'encrypted';
  return isPublicKey(text) ? 'public-key' : 'no-key';
}

function isPublicKey(text: string): boolean {
  try {
    createPublicKey(text);
    return true;
  } catch {
    return false;
  }
}

const certificateBlock = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

function certificatesIn(setting: PemSetting, file: string): [X509Certificate, ...X509Certificate[]] {
  const blocks = readText(setting, file).match(certificateBlock) ?? [];
  try {
    const [first, ...others] = blocks.map((block) => new X509Certificate(block));
    if (first) return [first, ...others];
  } catch (error) {
    throw pemError(setting, file, 'no-certificate', error);
  }
  throw pemError(setting, file, 'no-certificate');
}

function faultAt(certificate: X509Certificate, now: number): PemFault | null {
  if (certificate.validToDate.getTime() < now) return 'expired';
  return certificate.validFromDate.getTime() > now ? 'not-yet-valid' : null;
}

function readText(setting: PemSetting, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw pemError(setting, file, isMissing ? 'missing' : 'unreadable', error);
  }
}
