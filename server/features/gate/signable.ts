import { checkCountReport } from '#shared/domain/count-report.ts';
import type { RoundState } from '#shared/domain/round.ts';
import { demand, firstRefusal } from '#shared/domain/verdict.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import { refuse } from '#shared/error-code.ts';
import type { RoundRecord, SignedFile } from '../../db/round-record.ts';
import { countNumbers } from '../../round/count-numbers.ts';
import { certifiedBy, pendingRuling } from '../../round/facts.ts';
import { outcomeOf } from '../../round/outcome.ts';

/** When a file may be signed: also later than needed, so that a slower scrutineer's name is not missing. */
const SIGNABLE: Readonly<Record<SignedFile, readonly RoundState[]>> = {
  manifest: ['prepared', 'armed'],
  count: ['closed', 'confirmed', 'frozen'],
  sth: ['closed', 'confirmed', 'frozen'],
  board: ['frozen', 'tallied'],
  outcome: ['tallied', 'certified'],
};

/** Whether the round has come to where this file is signed, and nothing that it says is open. */
export function checkSignable(round: RoundRecord, file: SignedFile): Verdict {
  const inTime = demand(SIGNABLE[file].includes(round.state), 'wrong-round-state', { figures: { state: round.state, file } });
  return firstRefusal(inTime, checkContent(round, file));
}

function checkContent(round: RoundRecord, file: SignedFile): Verdict {
  switch (file) {
    case 'manifest':
      return demand(round.manifest !== null, 'manifest-unsigned');
    case 'count': {
      const numbers = countNumbers(round);
      return numbers === null ? refuse('printed-not-counted') : checkCountReport(round.congress.method.roundValid, numbers);
    }
    case 'sth':
      return demand(round.treeHead !== null, 'printed-not-keyed');
    case 'board':
      return demand(round.board !== null, 'bad-board');
    case 'outcome':
      return firstRefusal(
        demand(pendingRuling(round) === null, 'ruling-pending'),
        demand(outcomeOf(round)?.next.kind !== 'ruling', 'ruling-needed'),
        demand(certifiedBy(round) !== null, 'tally-clerk-missing'),
      );
  }
}
