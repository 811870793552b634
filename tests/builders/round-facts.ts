import type { GateFacts } from '#shared/domain/certification.ts';
import type { CountReport } from '#shared/domain/count-report.ts';
import type { ArmFacts } from '#shared/domain/round-arm.ts';
import type { OpenFacts } from '#shared/domain/round-open.ts';
import type { HandCountFacts } from '#shared/domain/round-by-hand.ts';
import type { VoidFacts } from '#shared/domain/round-void.ts';
import { aMethod } from './method.ts';

/** Facts that let each act pass: a street of 60, 55 in the hall, box 2 of 3, chief is scrutineer 1. */
export function armFacts(changes: Partial<ArmFacts> = {}): ArmFacts {
  return {
    congress: 'adopted',
    methodAdopted: true,
    scrutineersAdopted: true,
    method: aMethod(),
    candidates: 8,
    places: 6,
    manifestSignedBy: [1, 3],
    ...changes,
  };
}

export function openFacts(changes: Partial<OpenFacts> = {}): OpenFacts {
  return {
    now: 500_000,
    armedAt: 0,
    congress: 'voting',
    otherRoundOpen: false,
    quorum: aMethod().quorum,
    summoned: 60,
    present: 55,
    headCount: { counted: 55, reason: null },
    notDrawn: 0,
    confirmedNotDrawn: null,
    ...changes,
  };
}

export function aCountReport(changes: Partial<CountReport> = {}): CountReport {
  return { issued: 55, received: 53, present: 55, summoned: 60, reopened: 0, headCount: 55, ...changes };
}

export function gateFacts(changes: Partial<GateFacts> = {}): GateFacts {
  return {
    signatures: 'threshold',
    t: 2,
    chief: 1,
    scrutineers: [1, 2, 3],
    present: [1, 2, 3],
    signedBy: [1, 2],
    declines: [],
    tallyClerkCertified: true,
    ...changes,
  };
}

export function voidFacts(changes: Partial<VoidFacts> = {}): VoidFacts {
  const ruling = { text: '本轮作废', by: '会议主持人', reason: '误操作截止' };
  return { ruling, chiefSigned: true, openingStarted: false, ...changes };
}

/** 55 voted on printed sheets: 53 came back, one blank and two invalid among them. */
export function handCountFacts(changes: Partial<HandCountFacts> = {}): HandCountFacts {
  const votes = [50, 45, 40, 40, 39, 38, 28, 20];
  return {
    congress: 'voting',
    quorum: aMethod().quorum,
    summoned: 60,
    present: 55,
    headCount: { counted: 55, reason: null },
    drawn: 0,
    roundValid: 'issued-within-present-too',
    rule: { min: 6, max: 6, abstain: true },
    candidates: [1, 2, 3, 4, 5, 6, 7, 8],
    count: { issued: 55, received: 53, abstained: 1, invalid: 2, counts: votes.map((row, index) => ({ number: index + 1, votes: row })) },
    ...changes,
  };
}
