import { z } from 'zod';
import { Prisma } from './generated/client.ts';

const driverError = z.object({
  meta: z.object({
    driverAdapterError: z.object({
      cause: z.object({
        originalCode: z.string().optional(),
        originalMessage: z.string().optional(),
        constraint: z.unknown().optional(),
      }),
    }),
  }),
});

/** Codes of connections that were refused, reset or ended by the database's operator. */
const AWAY = /ECONNREFUSED|ECONNRESET|CONNECTION_(ENDED|CLOSED|DESTROYED|CONNECT_TIMEOUT)|57P0[123]|terminat|Can't reach database|Connection (terminated|refused|closed)|P1001|P1017|P2024|P2028/i;

/** Whether an error says that the database is away for now; the act can be tried again. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return AWAY.test(code) || AWAY.test(error.message) || (error.cause !== undefined && isDatabaseAway(error.cause));
}

/**
 * The name of the constraint that an error of the database tells of (unique index, check or trigger),
 * as the migrations name it; null for any other error. Repositories turn it into a refusal.
 */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) && !(error instanceof Error)) return null;
  const parsed = driverError.safeParse(error);
  const message = parsed.success ? (parsed.data.meta.driverAdapterError.cause.originalMessage ?? '') : error.message;
  const quoted = /constraint \\?"([a-z0-9_]+)\\?"/i.exec(message);
  return quoted?.[1] ?? null;
}
