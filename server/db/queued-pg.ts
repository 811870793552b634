import { PrismaPg } from '@prisma/adapter-pg';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type PgTransaction = Awaited<ReturnType<Adapter['startTransaction']>>;

/**
 * Prisma fetches the relations of what it reads side by side, also in a transaction, where there is one connection: the
 * driver lets them wait, warns of it, and will refuse it from pg 9 on. Here each waits for the one before, which is how
 * they reach the database anyway.
 */
export class QueuedPg extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => oneByOne(await start(isolationLevel));
    return adapter;
  }
}

function oneByOne(transaction: PgTransaction): PgTransaction {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const turn = last.then(act);
    // One that fails is told to whoever asked; the next has its turn all the same, as for the rollback.
    last = turn.catch(() => undefined);
    return turn;
  };
  const query = transaction.queryRaw.bind(transaction);
  const execute = transaction.executeRaw.bind(transaction);
  transaction.queryRaw = (asked) => inTurn(() => query(asked));
  transaction.executeRaw = (asked) => inTurn(() => execute(asked));
  return transaction;
}
