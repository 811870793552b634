import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import type { ListedFile } from '#shared/archive/archive-file.ts';

export type ZipEntry = { readonly name: string; readonly bytes: Uint8Array };

const deflate = promisify(deflateRaw);

const STORED = 0;
const DEFLATED = 8;
/** Names are UTF-8 (bit 11). */
const FLAGS = 0x0800;
const VERSION = 20;
/** 1980-01-01 00:00: the same files give the same zip. */
const DOS_DATE = 0x0021;
const MOST_ENTRIES = 0xffff;
const MOST_BYTES = 0xffffffff;

/**
 * The bytes of a zip (APPNOTE 6.3, without zip64), entry by entry: never more than one file is held. Every local
 * header has its sizes, so that whoever reads along can count the files. `last` makes a file of the list of all
 * others, which stands at the end.
 */
export async function* zipBytes(entries: AsyncIterable<ZipEntry>, last: (files: readonly ListedFile[]) => ZipEntry): AsyncGenerator<Buffer> {
  const central: Buffer[] = [];
  const files: ListedFile[] = [];
  let offset = 0;
  for await (const entry of entries) {
    files.push({ name: entry.name, size: entry.bytes.length, sha256: createHash('sha256').update(entry.bytes).digest('hex') });
    const { local, directory } = await packed(entry, offset);
    central.push(directory);
    offset += local.length;
    yield local;
  }
  const { local, directory } = await packed(last(files), offset);
  yield local;
  yield closing([...central, directory], offset + local.length);
}

async function packed({ name, bytes }: ZipEntry, offset: number): Promise<{ readonly local: Buffer; readonly directory: Buffer }> {
  const smaller = await deflate(bytes);
  const data = smaller.length < bytes.length ? smaller : Buffer.from(bytes);
  const fileName = Buffer.from(name);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(FLAGS, 2);
  fields.writeUInt16LE(smaller.length < bytes.length ? DEFLATED : STORED, 4);
  fields.writeUInt16LE(DOS_DATE, 8);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(bytes.length, 18);
  fields.writeUInt16LE(fileName.length, 22);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, fileName, data]),
    directory: Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([VERSION, 0]), fields, tail, fileName]),
  };
}

/** The central directory and its end. */
function closing(central: readonly Buffer[], offset: number): Buffer {
  const directory = Buffer.concat(central);
  if (central.length > MOST_ENTRIES || offset + directory.length > MOST_BYTES) throw new Error('An archive of this size needs zip64.');
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([directory, end]);
}
