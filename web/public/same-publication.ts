import type { RecountedRound } from './recount-job.ts';

type PublishedRound = { readonly number: number; readonly fingerprint: string; readonly outcomeHash: string };

/**
 * Whether a record is the one that was published: a record that is right in itself may still be of another vote.
 * Compares fingerprint and hash of the outcome, round by round; `missing` are published rounds that it lacks.
 */
export function comparePublication(rounds: readonly RecountedRound[], published: readonly PublishedRound[]): {
  readonly same: boolean;
  readonly rounds: readonly { readonly number: number; readonly state: 'same' | 'other' | 'missing' }[];
} {
  const compared = published.map(({ number, fingerprint, outcomeHash }) => {
    const round = rounds.find(({ manifest }) => manifest?.number === number);
    if (round === undefined) return { number, state: 'missing' } as const;
    const same = round.manifest?.fingerprint === fingerprint && round.outcomeHash === outcomeHash;
    return { number, state: same ? 'same' : 'other' } as const;
  });
  return { same: compared.every(({ state }) => state === 'same') && rounds.length === published.length, rounds: compared };
}
