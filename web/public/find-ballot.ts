import { readArchive } from '#shared/ballot-paper/archive.ts';
import { CROCKFORD, foldTyped } from '#shared/ballot-paper/crockford.ts';
import { readRecord } from '#shared/ballot-paper/record.ts';
import type { BallotVerdict } from '#shared/domain/tally.ts';
import { type Refusal, refuse } from '#shared/error-code.ts';

export type FoundBallot = {
  readonly round: number;
  readonly verdict: BallotVerdict;
  readonly marked: readonly { readonly number: number; readonly title: string }[];
};

/** The 16 characters that a person meant, or null. */
export function readTracker(typed: string): string | null {
  const folded = foldTyped(typed);
  return folded.length === 16 && Array.from(folded).every((character) => CROCKFORD.includes(character)) ? folded : null;
}

/** Every ballot of the record that carries a tracker; a copied tracker stands under its leaf instead. Refuses bad-record. */
export function findBallots(zip: Uint8Array, tracker: string): { readonly ok: true; readonly ballots: readonly FoundBallot[] } | Refusal {
  const archive = readArchive(zip);
  if (!archive.ok) return archive;
  const ballots: FoundBallot[] = [];
  for (const { files } of archive.rounds) {
    const { manifest, board } = readRecord(files).parts;
    if (manifest === null || board === null) return refuse('bad-record');
    const line = board.lines.find(({ name }) => name === tracker);
    if (line === undefined) continue;
    const { ballot, verdict } = line;
    const marked = ballot.kind === 'marks' ? manifest.options.filter((_, index) => ballot.marks[index] === 1) : [];
    ballots.push({ round: manifest.number, verdict, marked });
  }
  return { ok: true, ballots };
}
