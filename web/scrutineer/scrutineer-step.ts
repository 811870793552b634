import type { CongressSummary } from '#shared/contract/congress.ts';
import type { RoundDetail, RulingView } from '#shared/contract/round.ts';

/** The scrutineer at this page, by the number on the manifest. */
export type Me = { readonly position: number; readonly chief: boolean };

/** What is waited for, where nothing is to be done here. */
export type WaitFor =
  | 'round'
  | 'manifest'
  | 'manifest-signatures'
  | 'opening'
  | 'close'
  | 'gate-1-signatures'
  | 'gate-1-numbers'
  | 'printed'
  | 'freeze'
  | 'keys'
  | 'second-opening'
  | 'ruling'
  | 'ruling-signature'
  | 'tally-clerk'
  | 'gate-2-signatures'
  | 'next-round'
  | 'adjourned';

/** The one card that a scrutineer sees. */
export type Step =
  | { readonly kind: 'wait'; readonly for: WaitFor; readonly round: RoundDetail | null }
  | { readonly kind: 'approve'; readonly round: RoundDetail }
  | { readonly kind: 'sign-ruling'; readonly round: RoundDetail; readonly ruling: RulingView }
  | { readonly kind: 'sign-manifest'; readonly round: RoundDetail }
  | { readonly kind: 'head-count'; readonly round: RoundDetail }
  | { readonly kind: 'gate-1'; readonly round: RoundDetail }
  | { readonly kind: 'release'; readonly round: RoundDetail }
  | { readonly kind: 'open-box'; readonly round: RoundDetail }
  | { readonly kind: 'reopen-box'; readonly round: RoundDetail }
  | { readonly kind: 'gate-2'; readonly round: RoundDetail }
  | { readonly kind: 'decided'; readonly round: RoundDetail };

/** The step of the round in hand; the server decides whether an act is allowed, this only says which comes next. */
export function scrutineerStep(state: CongressSummary['state'], rounds: readonly RoundDetail[], me: Me): Step {
  const round = rounds.toSorted((a, b) => a.number - b.number).at(-1);
  if (round === undefined) return { kind: 'wait', for: 'round', round: null };
  return urgentStep(round, me) ?? stepOfRound(state, round, me);
}

/** People stand and wait for these. */
function urgentStep(round: RoundDetail, me: Me): Step | null {
  const pending = round.rulings.find((ruling) => ruling.effectiveAt === null);
  if (pending !== undefined && me.chief) return { kind: 'sign-ruling', round, ruling: pending };
  const drawing = round.state === 'armed' || round.state === 'open';
  if (drawing && round.reopenings.length > 0) return { kind: 'approve', round };
  if (pending !== undefined && round.state !== 'open') return wait('ruling-signature', round);
  return null;
}

function stepOfRound(state: CongressSummary['state'], round: RoundDetail, me: Me): Step {
  switch (round.state) {
    case 'prepared':
      return preparedStep(state, round, me);
    case 'armed':
      return armedStep(round, me);
    case 'open':
      return wait('close', round);
    case 'closed':
      return gate1Step(round, me);
    case 'confirmed':
      if (round.treeHead === null) return wait('printed', round);
      return gate1Due(round, me) ? { kind: 'gate-1', round } : wait('freeze', round);
    case 'frozen':
      return openingStep(round, me);
    case 'tallied':
      return gate2Step(round, me);
    case 'certified':
      return afterGate2(state, round);
    case 'void':
      return wait(state === 'adjourned' ? 'adjourned' : 'next-round', round);
  }
}

function preparedStep(state: CongressSummary['state'], round: RoundDetail, me: Me): Step {
  if (round.manifest === null) return wait(state === 'adjourned' ? 'adjourned' : 'manifest', round);
  return manifestDue(round, me) ? { kind: 'sign-manifest', round } : wait('manifest-signatures', round);
}

function armedStep(round: RoundDetail, me: Me): Step {
  if (manifestDue(round, me)) return { kind: 'sign-manifest', round };
  if (me.chief && !round.headCount.entered) return { kind: 'head-count', round };
  return wait('opening', round);
}

function manifestDue(round: RoundDetail, me: Me): boolean {
  return round.manifest?.signedBy.includes(me.position) === false && !declined(round, 'manifest', me);
}

function gate1Step(round: RoundDetail, me: Me): Step {
  // Printed ballots, or a count by hand: their sheets stand above this card.
  if (round.countReport === null || round.treeHead === null) return wait('printed', round);
  if (!round.countReport.valid) return wait('gate-1-numbers', round);
  return gate1Due(round, me) ? { kind: 'gate-1', round } : wait('gate-1-signatures', round);
}

/** Count report and tree head are signed in one act; what lacks either is not finished. */
function gate1Due(round: RoundDetail, me: Me): boolean {
  const signed = round.countReport?.signedBy.includes(me.position) === true && round.treeHead?.signedBy.includes(me.position) === true;
  return !signed && !declined(round, 'count', me);
}

function openingStep(round: RoundDetail, me: Me): Step {
  if (round.board !== null) {
    return round.board.signedBy.includes(me.position) ? wait('second-opening', round) : { kind: 'reopen-box', round };
  }
  if (round.openingSet !== null) return { kind: 'open-box', round };
  if (!round.released.includes(me.position)) return { kind: 'release', round };
  return round.released.length >= round.threshold.t ? { kind: 'open-box', round } : wait('keys', round);
}

function gate2Step(round: RoundDetail, me: Me): Step {
  const { outcome } = round;
  if (outcome === null || outcome.next === 'ruling-tie' || outcome.next === 'ruling-shortfall') return wait('ruling', round);
  if (outcome.certifiedBy === null) return wait('tally-clerk', round);
  const done = outcome.signedBy.includes(me.position) || declined(round, 'outcome', me);
  return done ? wait('gate-2-signatures', round) : { kind: 'gate-2', round };
}

function afterGate2(state: CongressSummary['state'], round: RoundDetail): Step {
  if (state === 'decided' || state === 'published') return { kind: 'decided', round };
  return wait(state === 'adjourned' ? 'adjourned' : 'next-round', round);
}

/** What was declined here and can still be signed, once what was wrong is settled; null where there is nothing. */
export function stepAgain(step: Step, me: Me): Step | null {
  if (step.kind !== 'wait' || step.round === null) return null;
  const { round } = step;
  if (round.manifest !== null && (round.state === 'prepared' || round.state === 'armed') && unsigned(round, 'manifest', me)) return { kind: 'sign-manifest', round };
  if ((round.state === 'closed' || round.state === 'confirmed') && round.treeHead !== null && unsigned(round, 'count', me)) return { kind: 'gate-1', round };
  if (step.for === 'gate-2-signatures' && unsigned(round, 'outcome', me)) return { kind: 'gate-2', round };
  return null;
}

function unsigned(round: RoundDetail, gate: 'manifest' | 'count' | 'outcome', me: Me): boolean {
  const signed = round.signatures.some((one) => one.file === gate && one.position === me.position);
  return !signed && declined(round, gate, me);
}

function declined(round: RoundDetail, gate: 'manifest' | 'count' | 'outcome', me: Me): boolean {
  return round.declines.some((one) => one.gate === gate && one.position === me.position);
}

function wait(reason: WaitFor, round: RoundDetail): Step {
  return { kind: 'wait', for: reason, round };
}
