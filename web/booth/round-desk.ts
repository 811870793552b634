import type { TrustedManifest } from '#shared/ballot-paper/manifest-check.ts';
import type { PaperRound } from '#shared/ballot-paper/paper.ts';
import type { DelegateLine } from './delegate-line.ts';
import type { RoundEvent } from './booth-state.ts';
import { keepRound, type KeptRound, readKeptRound } from './kept-round.ts';

/** What every duty of a round works with. */
export type RoundDesk = {
  readonly line: DelegateLine;
  readonly roundId: string;
  /** The manifest of the round, checked. */
  readonly round: TrustedManifest;
  readonly report: (event: RoundEvent) => void;
  /** Asks the server anew how things stand. */
  readonly refresh: () => Promise<void>;
  readonly signal: AbortSignal;
};

export function paperRound({ round }: RoundDesk): PaperRound {
  return { mh: round.mh, paperKey: round.manifest.paperKey };
}

export function readKept({ line, roundId, round }: RoundDesk): Promise<KeptRound> {
  return readKeptRound(line.placeOf(roundId), { mh: round.mh, number: round.manifest.number });
}

/** Keeps a record of the round on the device and gives it back. */
export async function keep({ line, roundId }: RoundDesk, kept: KeptRound): Promise<KeptRound> {
  await keepRound(line.placeOf(roundId), kept);
  return kept;
}

/** One act at a time for one letter and round, over all tabs of the browser: two tabs must never make two papers. */
export async function alone({ line, roundId, signal }: Pick<RoundDesk, 'line' | 'roundId' | 'signal'>, act: () => Promise<void>): Promise<void> {
  const { letterKey } = line.placeOf(roundId);
  await navigator.locks.request(`booth/${letterKey}/${roundId}`, { signal }, act).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
