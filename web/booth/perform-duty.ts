import type { RoundSummary } from '#shared/contract/congress.ts';
import type { TrustedManifest } from '#shared/ballot-paper/manifest-check.ts';
import type { Duty } from './booth-duty.ts';
import type { Kept, RoundEvent, Terms } from './booth-state.ts';
import { type Choice, sealBallot, sendBallot } from './cast-ballot.ts';
import type { DelegateLine } from './delegate-line.ts';
import { drawPaper, takePaperUp } from './draw-paper.ts';
import { changeKept, readKept, type RoundDesk } from './round-desk.ts';
import { checkInclusion } from './search-box.ts';
import { searchRecord } from './search-record.ts';
import { readTrustedRound, scrutineersChanged } from './trusted-round.ts';
import { untilAnswered } from './until-answered.ts';

/** What a duty needs beside the letter: the round, what was chosen, and whom to tell. */
export type DutyCall = {
  readonly line: DelegateLine;
  readonly summary: RoundSummary;
  readonly choice: Choice;
  readonly report: (event: RoundEvent) => void;
  readonly refresh: () => Promise<void>;
  readonly signal: AbortSignal;
};

/** Manifests that this page has checked, by round. */
export type TrustedRounds = Map<string, TrustedManifest>;

export async function performDuty(duty: Duty, call: DutyCall, rounds: TrustedRounds): Promise<void> {
  if (duty === 'read-manifest') return trustRound(call, rounds);
  const desk = deskOf(call, rounds);
  switch (duty) {
    case 'read-kept':
      desk.report({ type: 'kept-read', kept: await keptOf(desk) });
      return;
    case 'draw-paper':
      return drawPaper(desk);
    case 'take-paper-up':
      return takePaperUp(desk);
    case 'seal-ballot':
      return sealBallot(desk, call.choice);
    case 'send-ballot':
      return sendBallot(desk);
    case 'search-record':
      return searchRecord(desk);
    case 'check-inclusion':
      return checkInclusion(desk);
  }
}

/** Keeps what is marked so far, unless a ballot was sealed in between. */
export async function keepSelection(call: DutyCall, rounds: TrustedRounds): Promise<void> {
  if (!rounds.has(call.summary.id)) return;
  const selection = [...call.choice.selection];
  await changeKept(deskOf(call, rounds), (kept) => (kept.ballot !== null || isSame(kept.selection, selection) ? kept : { ...kept, selection }));
}

/** Another tab with this letter kept something: follows it, e.g. to the receipt of a ballot that was cast there. */
export async function followOtherTab(call: DutyCall, rounds: TrustedRounds): Promise<void> {
  if (!rounds.has(call.summary.id)) return;
  const desk = deskOf(call, rounds);
  desk.report({ type: 'kept-elsewhere', kept: await keptOf(desk) });
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((number, index) => number === other[index]);
}

async function trustRound({ line, summary, report, refresh, signal }: DutyCall, rounds: TrustedRounds): Promise<void> {
  const answer = await untilAnswered(() => readTrustedRound(line, summary), signal, { alsoPassing: ['manifest-unsigned', 'not-found'] });
  if (answer === null) return;
  if (!answer.ok || !answer.value.trusted) {
    // Perhaps it was made anew while it was read: then the next look names another, and that one is read.
    await refresh();
    if (!signal.aborted) report({ type: 'manifest-untrusted', fingerprint: summary.fingerprint });
    return;
  }
  const { round } = answer.value;
  rounds.set(summary.id, round);
  const terms: Terms = {
    fingerprint: summary.fingerprint ?? round.fingerprint,
    options: round.manifest.options,
    rule: round.manifest.rule,
    scrutineersChanged: scrutineersChanged(line.letter.congress.id, round),
  };
  report({ type: 'manifest-trusted', terms });
}

async function keptOf(desk: RoundDesk): Promise<Kept> {
  const { request, stamp, selection, ballot, receipt, tracker } = await readKept(desk);
  const sealed = ballot === null ? 'none' : 'sealed';
  return {
    drawRequested: request !== null || stamp !== null,
    paperHere: stamp !== null,
    selection,
    ballot: receipt === null ? sealed : 'in-box',
    tracker,
  };
}

function deskOf({ line, summary, report, refresh, signal }: DutyCall, rounds: TrustedRounds): RoundDesk {
  const round = rounds.get(summary.id);
  if (round === undefined) throw new Error('The manifest of the round was not checked.');
  return { line, roundId: summary.id, round, report, refresh, signal };
}
