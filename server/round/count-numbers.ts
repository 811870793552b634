import type { CountReport } from '#shared/domain/count-report.ts';
import type { RoundRecord } from '../db/round-record.ts';
export function countNumbers(_round: RoundRecord): CountReport | null { return null; }
