import type { Refusal } from '#shared/error-code.ts';
import { PrismaClient } from './generated/client.ts';
import type { Prisma } from './generated/client.ts';
import { QueuedPg } from './queued-pg.ts';

export type Database = PrismaClient;
/** The handle inside a transaction; every repository function takes one first. */
export type Transaction = Prisma.TransactionClient;
/** Reading works with either. */
export type Handle = Database | Transaction;

export function connectDatabase(url: string): Database {
  return new PrismaClient({ adapter: new QueuedPg({ connectionString: url, max: 10 }) });
}

/** Carries a refusal out of a transaction, so that what was written before it is rolled back. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}

/** One writing act: everything or, with a refusal or a surprise, nothing. */
export async function transact<T extends { readonly ok: true }>(
  db: Database,
  act: (tx: Transaction) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  try {
    return await db.$transaction(
      async (tx) => {
        const result = await act(tx);
        if (!result.ok) throw new Refused(result);
        return result;
      },
      { maxWait: 10_000, timeout: 30_000 },
    );
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}
