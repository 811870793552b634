import type { Config } from '../../config.ts';

/**
 * Origins that a sign-in signature may name: those of the installation and, where it listens on this
 * machine alone, the machine's own names.
 */
export function acceptedOrigins({ publicOrigins, host, port, tls }: Config): readonly string[] {
  const scheme = tls === null ? 'http' : 'https';
  const local = ['localhost', '127.0.0.1', '::1'].includes(host);
  const own = local ? [`${scheme}://localhost:${String(port)}`, `${scheme}://127.0.0.1:${String(port)}`] : [];
  return [...new Set([...publicOrigins, ...own])];
}
