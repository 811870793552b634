import { isIP } from 'node:net';

/** A name or an address under which devices reach this machine, in the form that certificates carry. */
export type HostName = { readonly kind: 'dns' | 'ip'; readonly name: string };

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Reads `vote.example`, `laptop`, `192.168.1.5` or `fd00::5`: lower case, an international name in its ASCII form.
 * Null for anything else: a port, a path, a pattern, an unfinished address.
 */
export function readHostName(text: string): HostName | null {
  const plain = text.trim();
  const written = isIP(plain) === 6 ? `[${plain}]` : plain;
  if (/[/:@?#\s]/.test(isIP(plain) === 6 ? '' : written) || !URL.canParse(`https://${written}`)) return null;
  const name = new URL(`https://${written}`).hostname.replaceAll(/^\[|\]$/g, '');
  if (isIP(name) !== 0) return isIP(plain) === 0 ? null : { kind: 'ip', name };
  return name.length <= 253 && name.split('.').every((label) => LABEL.test(label)) ? { kind: 'dns', name } : null;
}

/** The origin of https at this name; the port is left out where it is the usual one. */
export function originOf(name: string, port: number): string {
  const host = isIP(name) === 6 ? `[${name}]` : name;
  return new URL(`https://${host}:${String(port)}`).origin;
}
