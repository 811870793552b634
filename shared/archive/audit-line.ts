import { z } from 'zod/mini';
import { type Bytes, readUtf8, utf8 } from '../ballot-paper/bytes.ts';
import { sha256 } from '../ballot-paper/hash.ts';
import { toHex } from '../ballot-paper/hex.ts';
import { parseJson } from '../ballot-paper/json.ts';

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const auditLine = z.object({
  congressId: z.string(),
  sequence: z.int(),
  /** ISO 8601 in UTC with milliseconds. */
  at: z.string(),
  actor: z.string(),
  act: z.string(),
  detail: z.string(),
  previousHash: z.nullable(hash),
  hash,
});
/** A line of the audit log as it leaves the house: everything that its hash covers, and the hash. */
export type AuditLogLine = z.infer<typeof auditLine>;

/** Hex SHA-256 over the JSON array of all fields, the hash of the line before among them. */
export function auditLineHash({ congressId, sequence, at, actor, act, detail, previousHash }: Omit<AuditLogLine, 'hash'>): string {
  return toHex(sha256(utf8(JSON.stringify([congressId, sequence, at, actor, act, detail, previousHash]))));
}

/** One JSON object a line, oldest first; the fields always in the same order. */
export function writeAuditLines(lines: readonly AuditLogLine[]): Bytes {
  return utf8(lines.map((line) => `${JSON.stringify(z.parse(auditLine, line))}\n`).join(''));
}

/** The lines of an audit.jsonl, or null where one of them is none. */
export function readAuditLines(bytes: Uint8Array): readonly AuditLogLine[] | null {
  const text = readUtf8(bytes);
  if (text === null || (text !== '' && !text.endsWith('\n'))) return null;
  const lines = text.split('\n').slice(0, -1).map((line) => auditLine.safeParse(parseJson(line)));
  const read = lines.flatMap((line) => (line.success ? [line.data] : []));
  return read.length === lines.length ? read : null;
}

/** What is wrong with a chain: the first line that does not follow from the one before it; null where all do. */
export function brokenAuditLine(lines: readonly AuditLogLine[]): number | null {
  const at = lines.findIndex((line, index) => {
    const before = lines[index - 1];
    const follows = line.sequence === index + 1 && line.previousHash === (before?.hash ?? null);
    return !follows || line.hash !== auditLineHash(line) || (before !== undefined && line.congressId !== before.congressId);
  });
  return at === -1 ? null : at + 1;
}
