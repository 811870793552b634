import type { SecretPlace } from '../api/secret-store.ts';
import type { KeptRound } from './kept-round.ts';

/**
 * Where a booth keeps what it must not lose of a round: on the delegate's own device, or, on a tablet that
 * many delegates share, in the memory of the page alone.
 */
export type RoundStore = {
  /** Whether letter and login session may be kept by the tab as well. */
  readonly lasting: boolean;
  read(place: SecretPlace): Promise<KeptRound | null>;
  /** Resolves when the record is kept as well as this browser can. */
  write(place: SecretPlace, record: KeptRound): Promise<void>;
  /** All rounds of one letter in one congress. */
  list(of: Omit<SecretPlace, 'roundId'>): Promise<readonly { readonly roundId: string; readonly record: KeptRound }[]>;
};

/** Gone with the page, and with the delegate's line that holds it. */
export function memoryStore(): RoundStore {
  const rounds = new Map<string, KeptRound>();
  return {
    lasting: false,
    read: ({ roundId }) => Promise.resolve(rounds.get(roundId) ?? null),
    write: ({ roundId }, record) => {
      rounds.set(roundId, record);
      return Promise.resolve();
    },
    list: () => Promise.resolve([...rounds].map(([roundId, record]) => ({ roundId, record }))),
  };
}
