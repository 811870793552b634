import { type AuditLogLine, writeAuditLines } from '#shared/archive/audit-line.ts';
import { utf8 } from '#shared/ballot-paper/bytes.ts';
import type { AUDIT_FORMATS } from '#shared/contract/publication.ts';
import { csvText } from '#shared/document/csv.ts';
import type { Refusal } from '#shared/error-code.ts';
import { actorName } from '../../caller.ts';
import type { SignedInCaller } from '../../caller.ts';
import { readAuditLog, writeAudit } from '../../db/audit.repository.ts';
import { transact } from '../../db/client.ts';
import type { Deps } from '../../deps.ts';

type Format = (typeof AUDIT_FORMATS)[number];
type File = { readonly ok: true; readonly value: Uint8Array; readonly headers: Record<string, string> } | Refusal;

const TYPES: Readonly<Record<Format, string>> = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson; charset=utf-8' };
const COLUMNS = ['sequence', 'at', 'actor', 'act', 'detail', 'previousHash', 'hash'] as const;

/** The whole log; that it was taken out is its last line, so that the file and the log end alike. */
export async function takeAuditLog({ db }: Deps, caller: SignedInCaller, format: Format): Promise<File> {
  return transact(db, async (tx) => {
    await writeAudit(tx, { congressId: caller.congressId, actor: actorName(caller), act: 'audit log exported', detail: format });
    const lines = await readAuditLog(tx, caller.congressId);
    const headers = { 'content-type': TYPES[format], 'content-disposition': `attachment; filename="audit.${format}"` };
    return { ok: true as const, value: Buffer.from(format === 'csv' ? csvOf(lines) : writeAuditLines(lines)), headers };
  });
}

function csvOf(lines: readonly AuditLogLine[]): Uint8Array {
  return utf8(csvText([COLUMNS, ...lines.map((line) => COLUMNS.map((column) => line[column]))]));
}
