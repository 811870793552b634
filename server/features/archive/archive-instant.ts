import type { AuditLogLine } from '#shared/archive/audit-line.ts';
import type { AuditAct } from '#shared/document/audit-acts.ts';

const TAKING: AuditAct = 'archive taken';

/**
 * When the congress was last touched: the archive's instant, and that of its documents. That an archive was taken
 * touches nothing, so that two archives of one state differ in their lines of the log alone.
 */
export function instantOf(log: readonly AuditLogLine[]): string {
  return log.findLast(({ act }) => act !== TAKING)?.at ?? new Date(0).toISOString();
}
