/** What can be wrong with a file of certificates or keys, and what to do about it. */
export const pemFaults = {
  missing: { says: 'is not there', mend: 'Check the path; it starts from the folder Nodomoto runs in.' },
  unreadable: { says: 'cannot be read', mend: 'Let the user that Nodomoto runs as read it, and nobody else.' },
  'no-certificate': {
    says: 'holds no certificate in PEM',
    mend: 'It has to hold -----BEGIN CERTIFICATE-----; from a DER file: openssl x509 -inform der -in FILE -out FILE.pem',
  },
  'no-key': {
    says: 'holds no private key in PEM',
    mend: 'It has to hold -----BEGIN PRIVATE KEY-----; from a DER file: openssl pkey -inform der -in FILE -out FILE.pem',
  },
  'public-key': {
    says: 'holds the public key only',
    mend: 'Name the file with the private key; the public one belongs in DNS.',
  },
  encrypted: {
    says: 'holds a key behind a passphrase, which nobody is there to type',
    mend: 'Write it without one, readable by this user alone: openssl pkey -in FILE -out FILE.pem',
  },
  'other-key': {
    says: 'holds a key that does not belong to the certificate',
    mend: 'Name the key that the certificate was asked for with; if the file holds several certificates, ours has to be the first.',
  },
  expired: { says: 'holds a certificate that has expired', mend: 'Have it renewed by whoever gave it out.' },
  'not-yet-valid': {
    says: 'holds a certificate that is not valid yet',
    mend: 'Check the clock of this machine, or wait for the day the certificate names.',
  },
  'short-key': {
    says: 'holds an RSA key of fewer than 1024 bits, which no receiver believes (RFC 8301)',
    mend: 'Make a new one and publish it under a new selector: openssl genrsa -out FILE.pem 2048',
  },
  'wrong-kind': {
    says: 'holds a key that is neither RSA nor Ed25519',
    mend: 'Make one of these: openssl genrsa -out FILE.pem 2048, or openssl genpkey -algorithm ed25519 -out FILE.pem',
  },
  'same-kind': {
    says: 'holds a key of the same kind as the one before it',
    mend: 'Of two keys one has to be RSA and the other Ed25519: they are for receivers that read only one of these.',
  },
} as const satisfies Record<string, { says: string; mend: string }>;

export type PemFault = keyof typeof pemFaults;
