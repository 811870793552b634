import { z } from 'zod';

/** How @prisma/adapter-pg hands on what Postgres said. */
const prismaError = z.object({
  meta: z.object({
    driverAdapterError: z.object({
      cause: z.object({
        originalMessage: z.string(),
        constraint: z.object({ index: z.string() }).optional().catch(undefined),
      }),
    }),
  }),
});
const postgresError = z.object({ constraint_name: z.string() });

/** Codes of connections that were refused, reset or ended by the database's operator. */
const AWAY = /ECONNREFUSED|ECONNRESET|CONNECTION_(ENDED|CLOSED|DESTROYED|CONNECT_TIMEOUT)|57P0[123]|terminat|Can't reach database|Connection (terminated|refused|closed)|P1001|P1017|P2024|P2028/i;

/** Whether an error says that the database is away for now; the act can be tried again. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return AWAY.test(code) || AWAY.test(error.message) || (error.cause !== undefined && isDatabaseAway(error.cause));
}

/**
 * The name of the unique index, check or foreign key that an error of the database tells of, as the
 * migrations name it; null for any other error. Repositories turn it into a refusal. Triggers are not
 * among them: they stop a faulty program, no race can reach them, and their errors stay surprises.
 */
export function violatedConstraint(error: unknown): string | null {
  const prisma = prismaError.safeParse(error);
  if (prisma.success) {
    const { constraint, originalMessage } = prisma.data.meta.driverAdapterError.cause;
    return constraint?.index ?? /constraint "([a-z0-9_]+)"/i.exec(originalMessage)?.[1] ?? null;
  }
  return postgresError.safeParse(error).data?.constraint_name ?? null;
}
