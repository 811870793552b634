import { X509Certificate } from 'node:crypto';
import { issueCertificate, makeAuthority } from './authority.ts';
import type { Authority } from './authority.ts';
import type { CertificateFolder, OwnCertificates } from './certificate-folder.ts';
import { readHostName } from './host-name.ts';
import type { HostName } from './host-name.ts';

/** An authority that ends sooner than this is made anew: devices have to install the next one in time. */
const LAST_MS = 30 * 24 * 3_600_000;

export type Renewed =
  | { readonly ok: true; readonly own: OwnCertificates; readonly newAuthority: boolean }
  | { readonly ok: false; readonly why: 'no-names' }
  /** The authority may not vouch for these names: only a new one could, and every device would have to install it. */
  | { readonly ok: false; readonly why: 'beyond'; readonly authorityOf: readonly string[]; readonly beyond: readonly string[] };

/**
 * A new server certificate, for the given names first and then those it had: by the authority that is there as long as
 * it may vouch for all of them and lasts, else (`anew`, or where there is none) by a new one.
 */
export async function renewCertificate(folder: CertificateFolder, given: readonly HostName[], anew: boolean, now: Date): Promise<Renewed> {
  const before = await folder.read();
  const had = before === null ? [] : namesOf(before);
  const kept = before === null || anew || new Date(before.root.validTo).getTime() - now.getTime() <= LAST_MS ? null : before;
  const beyond = given.filter((one) => !isAmong(had, one)).map(({ name }) => name);
  if (kept !== null && beyond.length > 0) return { ok: false, why: 'beyond', authorityOf: had.map(({ name }) => name), beyond };
  const names = given.length > 0 && kept === null ? given : [...given, ...had.filter((one) => !isAmong(given, one))];
  if (names.length === 0) return { ok: false, why: 'no-names' };
  const same = kept === null ? null : await authorityOf(folder, kept);
  const authority = same ?? (await makeAuthority(names, now));
  const made = await issueCertificate(authority, names, now);
  const own = { server: new X509Certificate(made.certificate), issuer: new X509Certificate(authority.issuer), root: new X509Certificate(authority.root) };
  await folder.replace(before, own, { server: made.key, issuer: authority.issuerKey });
  return { ok: true, own, newAuthority: same === null };
}

/** Null where its key is gone or under another MASTER_KEY: it can sign nothing any more. */
async function authorityOf(folder: CertificateFolder, own: OwnCertificates): Promise<Authority | null> {
  const issuerKey = await folder.issuerKey(own).catch(() => null);
  return issuerKey === null ? null : { root: own.root.raw, issuer: own.issuer.raw, issuerKey };
}

function isAmong(names: readonly HostName[], one: HostName): boolean {
  return names.some(({ name }) => name === one.name);
}

/** The names that the authority may vouch for: all of them stand in every certificate it gave. */
function namesOf({ server }: OwnCertificates): readonly HostName[] {
  const names = (server.subjectAltName ?? '').split(', ').map((one) => readHostName(one.replace(/^(DNS|IP Address):/, '')));
  return names.filter((name) => name !== null);
}
