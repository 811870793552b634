import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension, BasicConstraintsExtension, ExtendedKeyUsage, ExtendedKeyUsageExtension, Extension, KeyUsageFlags,
  KeyUsagesExtension, SubjectAlternativeNameExtension, SubjectKeyIdentifierExtension, X509Certificate, X509CertificateGenerator, cryptoProvider,
} from '@peculiar/x509';
import type { HostName } from './host-name.ts';
import { NAME_CONSTRAINTS, limitsOf } from './name-constraints.ts';

cryptoProvider.set(crypto);

const DAY_MS = 24 * 3_600_000;
/** Phones refuse a server certificate that is valid for longer than 398 days. */
export const SERVER_DAYS = 397;
const AUTHORITY_DAYS = 5 * 365;
/** A phone whose clock is a day behind must not call the certificate too young. */
const BEFORE_MS = DAY_MS;
const P256 = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNED = { name: 'ECDSA', hash: 'SHA-256' };

/** Certificates in DER, private keys in PKCS #8. */
export type Authority = {
  /** What devices install. Its private key signed the issuer and is gone: no copy was ever written. */
  readonly root: Uint8Array;
  /** Signs the server certificates, renewed ones too. */
  readonly issuer: Uint8Array;
  readonly issuerKey: Uint8Array;
};

export type ServerCertificate = { readonly certificate: Uint8Array; readonly key: Uint8Array };

/**
 * An authority for these names alone. Not every system looks at the limits of what was installed by hand, but all
 * look at those of an issuer below it; therefore the installed one has a single issuer and can never have another.
 */
export async function makeAuthority(names: readonly HostName[], now: Date): Promise<Authority> {
  const [rootKeys, issuerKeys] = await Promise.all([makeKeys('used here alone'), makeKeys('written')]);
  const first = names[0]?.name ?? '';
  const day = now.toISOString().slice(0, 10);
  const during = { notBefore: new Date(now.getTime() - BEFORE_MS), notAfter: new Date(now.getTime() + AUTHORITY_DAYS * DAY_MS) };
  const limits = new Extension(NAME_CONSTRAINTS, true, limitsOf(names));
  const usage = new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true);
  const root = await X509CertificateGenerator.createSelfSigned({
    ...during,
    serialNumber: serial(),
    name: [{ CN: [`票决会场 ${first} ${day}`] }],
    keys: rootKeys,
    signingAlgorithm: SIGNED,
    extensions: [new BasicConstraintsExtension(true, 1, true), usage, limits, await SubjectKeyIdentifierExtension.create(rootKeys.publicKey)],
  });
  const issuer = await X509CertificateGenerator.create({
    ...during,
    serialNumber: serial(),
    subject: [{ CN: [`票决会场 ${first} ${day} issuer`] }],
    issuer: root.subjectName,
    publicKey: issuerKeys.publicKey,
    signingKey: rootKeys.privateKey,
    signingAlgorithm: SIGNED,
    extensions: [
      new BasicConstraintsExtension(true, 0, true), usage, limits, new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      ...(await keyIds(rootKeys.publicKey, issuerKeys.publicKey)),
    ],
  });
  return { root: new Uint8Array(root.rawData), issuer: new Uint8Array(issuer.rawData), issuerKey: await exported(issuerKeys) };
}

/** A new key and certificate of the server for all of these names; never valid for longer than its authority. */
export async function issueCertificate(
  { issuer: issuerDer, issuerKey }: Pick<Authority, 'issuer' | 'issuerKey'>,
  names: readonly HostName[],
  now: Date,
): Promise<ServerCertificate> {
  const issuer = new X509Certificate(new Uint8Array(issuerDer));
  const signingKey = await crypto.subtle.importKey('pkcs8', new Uint8Array(issuerKey), P256, false, ['sign']);
  const keys = await makeKeys('written');
  const notBefore = new Date(now.getTime() - BEFORE_MS);
  const latest = notBefore.getTime() + SERVER_DAYS * DAY_MS;
  const made = await X509CertificateGenerator.create({
    serialNumber: serial(),
    notBefore,
    notAfter: new Date(Math.min(latest, issuer.notAfter.getTime())),
    // No name of a host: what counts stands in the alternative names, and nothing may read this as one.
    subject: [{ CN: ['票决会场 server'] }],
    issuer: issuer.subjectName,
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: SIGNED,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(names.map(({ kind, name }) => ({ type: kind, value: name }))),
      ...(await keyIds(await issuer.publicKey.export(), keys.publicKey)),
    ],
  });
  return { certificate: new Uint8Array(made.rawData), key: await exported(keys) };
}

async function keyIds(authority: CryptoKey, subject: CryptoKey): Promise<readonly Extension[]> {
  return [await AuthorityKeyIdentifierExtension.create(authority), await SubjectKeyIdentifierExtension.create(subject)];
}

function makeKeys(use: 'written' | 'used here alone'): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(P256, use === 'written', ['sign', 'verify']);
}

async function exported({ privateKey }: CryptoKeyPair): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey));
}

/** 16 random bytes, positive and not short. */
function serial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.toString('hex');
}
