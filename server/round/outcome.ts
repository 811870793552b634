import type { RoundOutcome, OutcomeRuling } from '#shared/domain/outcome.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import type { RoundRecord } from '../db/round-record.ts';
import type { Transaction } from '../db/client.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
export function outcomeOf(_round: RoundRecord): RoundOutcome | null { return null; }
export function outcomeView(_round: RoundRecord): Omit<NonNullable<RoundDetail['outcome']>, 'signedBy'|'certifiedBy'> | null { return null; }
export async function makeOutcome(_tx: Transaction, _round: RoundRecord, _r: OutcomeRuling | null): Promise<Verdict> { return { ok: true }; }
export async function standingsOf(_tx: Transaction, _round: RoundRecord): Promise<{ selected: readonly number[]; keyWork: readonly number[] }> { return { selected: [], keyWork: [] }; }
export function checkOutcomeRuling(_round: RoundRecord, _r: OutcomeRuling): Verdict { return { ok: true }; }
