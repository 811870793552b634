import { isIP } from 'node:net';
import type { HostName } from './host-name.ts';

/** id-ce-nameConstraints */
export const NAME_CONSTRAINTS = '2.5.29.30';

/** Tags of GeneralName in RFC 5280, 4.2.1.6: dNSName [2] and iPAddress [7], both primitive. */
const DNS = 0x82;
const IP = 0x87;
const SEQUENCE = 0x30;
const PERMITTED = 0xa0;
const EXCLUDED = 0xa1;

/**
 * DER of the name constraints (RFC 5280, 4.2.1.10) that let an authority vouch for these names and nothing else. A
 * kind of which there is no name is excluded whole: without a subtree of its kind a name would be free.
 */
export function limitsOf(names: readonly HostName[]): Uint8Array<ArrayBuffer> {
  const dns = names.filter(({ kind }) => kind === 'dns').map(({ name }) => subtree(DNS, new TextEncoder().encode(name)));
  const ip = names.filter(({ kind }) => kind === 'ip').map(({ name }) => subtree(IP, oneAddress(name)));
  const excluded = [
    ...(dns.length === 0 ? [subtree(DNS, new Uint8Array())] : []),
    ...(ip.length === 0 ? [subtree(IP, new Uint8Array(8)), subtree(IP, new Uint8Array(32))] : []),
  ];
  const parts = [der(PERMITTED, ...dns, ...ip), ...(excluded.length === 0 ? [] : [der(EXCLUDED, ...excluded)])];
  return der(SEQUENCE, ...parts);
}

function subtree(tag: number, base: Uint8Array): Uint8Array {
  return der(SEQUENCE, der(tag, base));
}

/** The address and a mask of ones: this one and no other. */
function oneAddress(name: string): Uint8Array {
  const bytes = addressBytes(name);
  return Uint8Array.from([...bytes, ...bytes.map(() => 0xff)]);
}

/** 4 bytes, or 16. */
function addressBytes(name: string): readonly number[] {
  if (isIP(name) === 4) return name.split('.').map(Number);
  const [head = '', tail] = name.split('::');
  const left = groupsOf(head);
  const right = groupsOf(tail ?? '');
  const groups = [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right];
  return groups.flatMap((group) => [group >> 8, group & 0xff]);
}

function groupsOf(text: string): readonly number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
}

function der(tag: number, ...contents: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const value = Buffer.concat(contents);
  const size = value.length < 0x80 ? [value.length] : value.length < 0x100 ? [0x81, value.length] : [0x82, value.length >> 8, value.length & 0xff];
  return Uint8Array.from([tag, ...size, ...value]);
}
