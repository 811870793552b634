import { X509Certificate } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import type { CertificateView, NetworkView } from '#shared/contract/network.ts';
import type { Config } from '../../config.ts';
import type { Tls } from '../../tls/tls.ts';

export function networkOf({ publicOrigins, tls, httpPort }: Config): NetworkView {
  return { origins: [...publicOrigins], door: doorOf(tls, httpPort, publicOrigins[0]), addresses: ownAddresses(), certificate: tls === null ? null : certificateOf(tls) };
}

/** Plain http on the same host; only where it has a certificate to hand out. */
function doorOf(tls: Tls | null, httpPort: number | null, origin: string): string | null {
  if (tls === null || tls.authority === null || httpPort === null) return null;
  const door = new URL(origin);
  return new URL(`http://${door.hostname}:${String(httpPort)}`).origin;
}

function certificateOf({ names, notAfter, authority }: Tls): CertificateView {
  return { names: [...names], notAfter: notAfter.toISOString(), authority: authority === null ? null : authorityOf(authority) };
}

function authorityOf(der: Buffer): CertificateView['authority'] {
  const { fingerprint256, validTo } = new X509Certificate(der);
  return { fingerprint: fingerprint256, notAfter: new Date(validTo).toISOString() };
}

function ownAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address);
}
