import { crc32, inflateRawSync } from 'node:zlib';

/** The parts of a zip that may be asked for by name; `locked` where one of them is encrypted. */
export type Zip = { readonly read: (name: string) => Uint8Array | null; readonly has: (name: string) => boolean };

/** A part, or all parts read so far, unfolds to more than is taken. */
export class TooLargeInside extends Error {}
/** The file is no whole zip, or says of itself what does not fit. */
export class Damaged extends Error {}
export class Locked extends Error {}

type Entry = { readonly flags: number; readonly method: number; readonly crc: number; readonly packed: number; readonly size: number; readonly at: number };

const END = 0x06054b50;
const END_LENGTH = 22;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;
const LONGEST_REMARK = 0xffff;
/** An office file has dozens. */
const MOST_ENTRIES = 5_000;

/**
 * Opens a zip (PKWARE APPNOTE 6.3, without zip64) by its directory at the end. Nothing is unfolded before it is asked
 * for, and all that is asked for together to no more than `most` bytes, whatever the directory says of sizes.
 * Throws Damaged, and on reading TooLargeInside, Locked and Damaged.
 */
export function openZip(file: Uint8Array, most: number): Zip {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const entries = readDirectory(bytes);
  let left = most;
  return {
    has: (name) => entries.has(name),
    read: (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      const part = unfold(bytes, entry, left);
      left -= part.length;
      return part;
    },
  };
}

function readDirectory(bytes: Buffer): ReadonlyMap<string, Entry> {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new Damaged();
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_LENGTH > end || bytes.readUInt32LE(at) !== ENTRY) throw new Damaged();
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength);
    // Two parts of one name: programs would differ on which of them counts.
    if (entries.has(name)) throw new Damaged();
    entries.set(name, {
      flags: bytes.readUInt16LE(at + 8), method: bytes.readUInt16LE(at + 10), crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20), size: bytes.readUInt32LE(at + 24), at: bytes.readUInt32LE(at + 42),
    });
    at += ENTRY_LENGTH + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The end record stands last, before a remark of any length. */
function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_LENGTH - LONGEST_REMARK);
  for (let at = bytes.length - END_LENGTH; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw new Damaged();
}

function unfold(bytes: Buffer, { flags, method, crc, packed, size, at }: Entry, most: number): Uint8Array {
  if ((flags & 1) === 1) throw new Locked();
  if (size > most) throw new TooLargeInside();
  if (at + LOCAL_LENGTH > bytes.length || bytes.readUInt32LE(at) !== LOCAL) throw new Damaged();
  const start = at + LOCAL_LENGTH + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (start + packed > bytes.length) throw new Damaged();
  const part = open(bytes.subarray(start, start + packed), method, most);
  if (part.length !== size || crc32(part) !== crc) throw new Damaged();
  return part;
}

function open(packed: Buffer, method: number, most: number): Uint8Array {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new Damaged();
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    throw error instanceof RangeError ? new TooLargeInside() : new Damaged();
  }
}
