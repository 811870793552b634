import { z } from 'zod/mini';
import { type Bytes, utf8 } from '../ballot-paper/bytes.ts';
import { readJson } from '../ballot-paper/json.ts';

/** The list at the root of an archive: what the archive is and, but for itself, every file that it holds. */
export const ARCHIVE_FILE = 'archive.json';
/** The audit log, one JSON object a line. */
export const AUDIT_FILE = 'audit/audit.jsonl';
export const DOCUMENTS_FOLDER = 'documents';
/** The election record of a round lies in `record/round-N/`. */
export const RECORD_FOLDER = 'record';

const FORMAT = 'congress-archive 1';
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const count = z.int().check(z.minimum(0));
const auditHead = z.object({ sequence: z.int().check(z.minimum(1)), hash });

const archiveFile = z.object({
  format: z.literal(FORMAT),
  congress: z.object({ id: z.string(), title: z.string(), place: z.string(), year: z.int(), profile: z.string(), rehearsal: z.boolean() }),
  /** Instant of the last line of the audit log (ISO 8601, UTC): the same state of a congress gives the same archive. */
  at: z.string(),
  software: z.object({ name: z.string(), version: z.string() }),
  /** Every round by number. A void round's box stays sealed and has no record. */
  rounds: z.array(z.object({
    number: z.int().check(z.minimum(1), z.maximum(999)),
    state: z.enum(['certified', 'void']),
    /** The end of the audit log as the signed result sheet names it. */
    sheetAuditHead: z.nullable(auditHead),
  })),
  audit: z.object({ lines: count, head: z.nullable(hash) }),
  /** Sorted by name, in the order of UTF-16 code units. Sizes in bytes. */
  files: z.array(z.object({ name: z.string(), size: count, sha256: hash })),
});
export type ArchiveFile = z.infer<typeof archiveFile>;
export type ListedFile = ArchiveFile['files'][number];

/** Bytes of archive.json; the files may come in any order. */
export function writeArchiveFile(content: Omit<ArchiveFile, 'format'>): Bytes {
  const files = content.files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return utf8(`${JSON.stringify({ format: FORMAT, ...content, files }, null, 1)}\n`);
}

/** What archive.json says; null where it is none, names itself, or does not list every name once and in order. */
export function readArchiveFile(bytes: Uint8Array): ArchiveFile | null {
  const read = archiveFile.safeParse(readJson(bytes));
  if (!read.success) return null;
  const names = read.data.files.map(({ name }) => name);
  const inOrder = names.every((name, index) => name !== ARCHIVE_FILE && (index === 0 || (names[index - 1] ?? '') < name));
  return inOrder ? read.data : null;
}
