import type { ErrorCode } from '#shared/error-code.ts';
import type { Reply } from './api.ts';

/** The code of a refused reply; null for one that was served. */
export function codeOf(reply: Reply<unknown>): ErrorCode | null {
  return reply.ok ? null : reply.error.code;
}
