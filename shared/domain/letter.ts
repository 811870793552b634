/**
 * Where a credential letter (投票凭证) is: not yet accounted for, handed out to its delegate, kept sealed by the
 * secretariat, or revoked. Source: 凭证发放换发登记.
 */
export const LETTER_STANDINGS = ['made', 'handed-out', 'kept', 'revoked'] as const;
export type LetterStanding = (typeof LETTER_STANDINGS)[number];

/** Marks of one letter; instants in milliseconds, null where the mark was never made. */
export type LetterMarks = { readonly revokedAt: number | null; readonly handedOutAt: number | null; readonly keptAt: number | null };

/** A revoked letter is neither handed out nor kept; of the two other marks the later one counts. */
export function letterStanding({ revokedAt, handedOutAt, keptAt }: LetterMarks): LetterStanding {
  if (revokedAt !== null) return 'revoked';
  if (handedOutAt !== null && (keptAt === null || handedOutAt > keptAt)) return 'handed-out';
  return keptAt === null ? 'made' : 'kept';
}

/** Letters of one congress, every one that was ever made. */
export type LetterCount = {
  readonly made: number;
  readonly handedOut: number;
  readonly kept: number;
  readonly revoked: number;
};

/** Letters that are neither handed out, nor kept, nor revoked: before opening there is none. Source: made = handed out + kept sealed + revoked. */
export function lettersUnaccounted({ made, handedOut, kept, revoked }: LetterCount): number {
  return made - handedOut - kept - revoked;
}
