import { generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';

/** A certificate and its key, in PEM. */
export type Issued = { cert: string; key: string };

export type Authority = Issued & {
  /** A certificate for a name or address, and its key; valid for a day from `from` on. */
  issue: (name: string, from?: Date) => Issued;
};

const dayMs = 86_400_000;

/** A certificate authority of a firm's own, with keys made for this test. */
export function anAuthority(): Authority {
  const subject = [{ shortName: 'CN', value: 'An authority of our own' }];
  const own = aKeyPair();
  const extensions = [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, critical: true },
  ];
  const cert = certify({ subject, issuer: subject, key: own.publicKey, from: new Date(), extensions }, own.privateKey);
  return {
    cert,
    key: own.privateKey,
    issue: (name, from = new Date()) => {
      const { publicKey, privateKey } = aKeyPair();
      const altName = /^[\d.]+$/.test(name) ? { type: 7, ip: name } : { type: 2, value: name };
      const named = {
        subject: [{ shortName: 'CN', value: name }],
        extensions: [{ name: 'subjectAltName', altNames: [altName] }],
      };
      return { cert: certify({ ...named, issuer: subject, key: publicKey, from }, own.privateKey), key: privateKey };
    },
  };
}

type Certified = {
  subject: forge.pki.CertificateField[];
  issuer: forge.pki.CertificateField[];
  key: string;
  from: Date;
  extensions: object[];
};

function certify({ subject, issuer, key, from, extensions }: Certified, signedWith: string): string {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(key);
  certificate.serialNumber = `01${forge.util.bytesToHex(forge.random.getBytesSync(8))}`;
  certificate.validity.notBefore = from;
  certificate.validity.notAfter = new Date(from.getTime() + dayMs);
  certificate.setSubject(subject);
  certificate.setIssuer(issuer);
  certificate.setExtensions(extensions);
  certificate.sign(forge.pki.privateKeyFromPem(signedWith), forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate);
}

function aKeyPair() {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}
