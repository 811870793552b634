import type { FastifyInstance } from 'fastify';
import { readRoundsToClose } from '../../db/round.repository.ts';
import type { Deps } from '../../deps.ts';
import { finishDeletions } from '../archive/deletion.service.ts';
import { syncBoxStates } from '../../round/box-sync.ts';
import { closeRound } from './close.service.ts';

const TICK_MS = 1_000;
/** Every so many ticks, what a failure left between round and box is repaired. */
const REPAIR_TICKS = 5;

/**
 * Closes rounds when their countdown ends. Every API process runs it: closing happens under the round's
 * lock, and whoever comes second finds the round closed. It works on one tick at a time.
 */
export function closer(app: FastifyInstance, deps: Deps): void {
  let ticks = 0;
  let working: Promise<void> | null = null;
  const tick = () => {
    working ??= work(deps, ticks++ % REPAIR_TICKS === 0)
      // A database that is away comes back: the next tick tries again.
      .catch((error: unknown) => app.log.warn(error, 'closing waits'))
      .finally(() => (working = null));
  };
  let timer: NodeJS.Timeout | undefined;
  app.addHook('onReady', () => {
    timer = setInterval(tick, TICK_MS);
    tick();
  });
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await working;
  });
}

async function work(deps: Deps, repair: boolean): Promise<void> {
  for (const roundId of await readRoundsToClose(deps.db, new Date())) await closeRound(deps, roundId);
  if (!repair) return;
  await syncBoxStates(deps);
  await finishDeletions(deps);
}
