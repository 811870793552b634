import { readCsv } from './csv-sheet.ts';
import type { SheetRead } from './sheet.ts';
import { readXlsx } from './xlsx-sheet.ts';

/** First bytes of a zip, which an .xlsx is, and of the older container of .xls, .et and of encrypted files. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** How the older container names the part that an encrypted .xlsx is. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** What is read of a file: rows beyond `rows` and one more are not; what unfolds to more bytes is refused. */
export type Limits = { readonly rows: number; readonly bytes: number };

/** Reads a table by what the file holds, whatever its name says: .xlsx, or CSV in UTF-8, UTF-16 or GB18030. */
export function readSheet(file: Uint8Array, { rows, bytes }: Limits): SheetRead {
  if (file.length === 0) return { ok: false, why: 'empty' };
  if (startsWith(file, ZIP)) return readXlsx(file, rows, bytes);
  if (startsWith(file, OLE)) return { ok: false, why: Buffer.from(file.buffer, file.byteOffset, file.length).includes(ENCRYPTED) ? 'locked' : 'old-excel' };
  return file.length > bytes ? { ok: false, why: 'too-large-inside' } : readCsv(file, rows);
}

function startsWith(file: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => file[index] === byte);
}
