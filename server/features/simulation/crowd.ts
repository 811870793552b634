import { readCodeOf } from '#shared/ballot-paper/secret-code.ts';
import { inHallAt } from '#shared/domain/attendance.ts';
import type { Database } from '../../db/client.ts';
import { readRehearsalSecrets } from '../../db/rehearsal.repository.ts';
import { readDrawn } from '../../db/roll-entry.repository.ts';
import { readStays } from '../../db/stay.repository.ts';
import type { SimulatedLetter } from './simulated-delegate.ts';

export type Stand = {
  readonly delegateId: string;
  readonly number: string;
  readonly letter: SimulatedLetter;
  readonly inHall: boolean;
  readonly drawn: boolean;
};

/**
 * The rehearsal's delegates and where they stand. People take letters from the top of the list and the
 * scrutineers' own; simulated delegates come from its end, scrutineers last.
 */
export async function readCrowd(db: Database, congressId: string, roundId: string | null): Promise<readonly Stand[]> {
  const { letters } = await readRehearsalSecrets(db, congressId);
  const inHall = inHallAt(await readStays(db, congressId), Date.now());
  const drawn = roundId === null ? new Set<string>() : await readDrawn(db, roundId);
  return letters
    .toSorted((a, b) => Number(a.scrutineer) - Number(b.scrutineer) || Number(b.number) - Number(a.number))
    .map(({ delegateId, number, code }) => ({
      delegateId,
      number,
      letter: { congressId, secret: secretOf(code) },
      inHall: inHall.has(delegateId),
      drawn: drawn.has(delegateId),
    }));
}

/** Only a rehearsal's letter gives a secret here: the code of a real one is refused by its check. */
function secretOf(code: string): SimulatedLetter['secret'] {
  const read = readCodeOf('rehearsal', code);
  if (!read.ok) throw new Error('A stored rehearsal letter cannot be read.');
  return read.secret;
}
