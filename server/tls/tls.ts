import { X509Certificate, createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** What a server needs to speak https, checked, and what people should know of it. */
export type Tls = {
  /** PEM: the server's certificate first, then those between it and the authority. */
  readonly cert: Buffer;
  /** PEM of the private key. */
  readonly key: Buffer;
  /** Names and addresses of the certificate, in its order; a pattern such as `*.vote.example` is left out. */
  readonly names: readonly string[];
  readonly notAfter: Date;
  /** DER of the installation's own authority, which devices install; null where the owner's files are used. */
  readonly authority: Buffer | null;
};

/** Which of the two files is wrong, and what is wrong with it, as the end of a sentence. */
export type TlsFault = { readonly ok: false; readonly of: 'cert' | 'key'; readonly why: string };

/** Reads a certificate and its key from PEM and checks that they belong together and are valid now. */
export function readTls(cert: Buffer, key: Buffer, authority: Buffer | null, now: Date): { readonly ok: true; readonly tls: Tls } | TlsFault {
  const certificate = orNull(() => new X509Certificate(cert));
  if (certificate === null) return { ok: false, of: 'cert', why: 'holds no certificate in PEM form' };
  const privateKey = orNull(() => createPrivateKey(key));
  if (privateKey === null) return { ok: false, of: 'key', why: 'holds no private key in PEM form, or one under a passphrase' };
  const why = certificateFault(certificate, now);
  if (why !== null) return { ok: false, of: 'cert', why };
  if (!belongs(certificate, privateKey)) return { ok: false, of: 'key', why: 'is not the key of the certificate, whose own must be the first in its file' };
  return { ok: true, tls: { cert, key, names: namesOf(certificate), notAfter: new Date(certificate.validTo), authority } };
}

function certificateFault(certificate: X509Certificate, now: Date): string | null {
  const until = new Date(certificate.validTo);
  const from = new Date(certificate.validFrom);
  if (until <= now) return `expired on ${until.toISOString().slice(0, 10)}`;
  if (from > now) return `is valid only from ${from.toISOString().slice(0, 10)}; is the clock of this machine right?`;
  return namesOf(certificate).length === 0 ? 'names no host in its subject alternative names' : null;
}

function belongs(certificate: X509Certificate, key: KeyObject): boolean {
  return orNull(() => certificate.checkPrivateKey(key)) ?? false;
}

/** The names of the subject alternative names, as Node prints them: `DNS:a, IP Address:192.168.1.5`. */
function namesOf({ subjectAltName }: X509Certificate): readonly string[] {
  const listed = Array.from((subjectAltName ?? '').matchAll(/(?:^|, )(DNS|IP Address):("?)([^,"]+)\2/g), ([, kind, , name = '']) =>
    kind === 'DNS' ? name.toLowerCase() : new URL(`https://${name.includes(':') ? `[${name}]` : name}`).hostname.replaceAll(/^\[|\]$/g, ''),
  );
  return listed.filter((name) => !name.includes('*'));
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
