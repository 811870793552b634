import type { TrustedManifest } from '#shared/ballot-paper/manifest-check.ts';
import type { PaperRound } from '#shared/ballot-paper/paper.ts';
import { holdLock } from '../api/browser-lock.ts';
import type { DelegateLine } from './delegate-line.ts';
import type { RoundEvent } from './booth-state.ts';
import { tellKept } from './kept-news.ts';
import { type KeptRound, readKeptRound } from './kept-round.ts';

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
  return readKeptRound(line.store, line.placeOf(roundId), { mh: round.mh, number: round.manifest.number });
}

/**
 * Changes what is kept of the round, alone over all tabs of the browser: two tabs must never make two papers or two
 * ballots. `change` gives the new record, or the same to leave it. Messages are sent outside of this: they may take
 * minutes, and the identical message from two tabs is one. Null when told to stop before its turn.
 */
export async function changeKept(desk: RoundDesk, change: (kept: KeptRound) => KeptRound | Promise<KeptRound>): Promise<KeptRound | null> {
  const { line, roundId, signal } = desk;
  const place = line.placeOf(roundId);
  const done: { kept: KeptRound | null } = { kept: null };
  await holdLock(`booth/${place.letterKey}/${roundId}`, signal, async () => {
    const before = await readKept(desk);
    const after = await change(before);
    if (after !== before) {
      await line.store.write(place, after);
      if (line.store.lasting) tellKept(place);
    }
    done.kept = after;
  });
  return done.kept;
}
