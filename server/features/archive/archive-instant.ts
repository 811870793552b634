import type { AuditLogLine } from '#shared/archive/audit-line.ts';

/** When the congress was last touched: the archive's instant, and that of its documents. */
export function instantOf(log: readonly AuditLogLine[]): string {
  return log.at(-1)?.at ?? new Date(0).toISOString();
}
