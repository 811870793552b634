import type { z } from 'zod/mini';
import type { boothView } from '#shared/contract/booth.ts';
import type { BallotRule } from '#shared/domain/method.ts';
import { checkSelection, type Selection, toggle } from '#shared/domain/selection.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { CallError } from '../api/client.ts';

/**
 * What a booth knows, and how each event changes it. Pure: `booth-duty.ts` says what the device must do next,
 * `booth-screen.ts` what the delegate sees, `perform-duty.ts` does the work and reports events back.
 */
export type BoothView = z.output<typeof boothView.response>;

/** The terms of this round's ballot, read from a manifest that was checked. */
export type Terms = {
  readonly fingerprint: string;
  readonly options: readonly { readonly number: number; readonly title: string }[];
  readonly rule: BallotRule;
  /** The scrutineers' keys are not those that this device saw earlier in the congress. */
  readonly scrutineersChanged: boolean;
};

/** What this device kept of the round, as far as the screens need it. The secrets themselves stay in the store. */
export type Kept = {
  readonly drawRequested: boolean;
  readonly paperHere: boolean;
  readonly selection: Selection;
  readonly ballot: 'none' | 'sealed' | 'in-box';
  readonly tracker: string | null;
};

/**
 * What the election record says of this device's ballot. `marks` follow the options, all false for an abstention,
 * null where the board says that it cannot be read. `included`: in the sealed box, where no tracker is kept.
 */
export type Finding =
  | { readonly kind: 'found'; readonly marks: readonly boolean[] | null }
  | { readonly kind: 'included' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-readable'; readonly error: CallError };

/** Whether the sealed box holds the ballot, which the device checks by itself once the tree head is out. */
export type Inclusion = 'unchecked' | 'included' | 'missing';

export type Ballot =
  | { readonly stage: 'none' }
  | { readonly stage: 'sealing'; readonly abstain: boolean }
  | { readonly stage: 'sending'; readonly failures: number }
  | { readonly stage: 'in-box' }
  | { readonly stage: 'refused'; readonly why: CallError | Refusal };

export type RoundWork = {
  readonly roundId: string;
  readonly manifest: { readonly is: 'unread' } | { readonly is: 'untrusted'; readonly fingerprint: string | null } | { readonly is: 'trusted'; readonly terms: Terms };
  /** Whether what the device kept from before a reload was read. */
  readonly keptRead: boolean;
  readonly drawRequested: boolean;
  readonly paperHere: boolean;
  /** The server's answer to drawing or taking up that repeating does not change. */
  readonly paperRefusal: CallError | Refusal | null;
  readonly selection: Selection;
  readonly step: 'choose' | 'review' | 'abstain';
  /** Why the last touch was not taken, e.g. the seventh mark. */
  readonly refusal: Refusal | null;
  readonly ballot: Ballot;
  /** The ballot was made in another tab of this browser, while this one was choosing. */
  readonly ofOtherTab: boolean;
  readonly tracker: string | null;
  readonly finding: 'unasked' | 'asked' | Finding;
  readonly inclusion: Inclusion;
};

export type BoothState = { readonly view: BoothView | null; readonly work: RoundWork | null };

export type RoundEvent =
  | { readonly type: 'manifest-trusted'; readonly terms: Terms }
  /** `fingerprint`: the one that was announced when it was read. */
  | { readonly type: 'manifest-untrusted'; readonly fingerprint: string | null }
  | { readonly type: 'kept-read'; readonly kept: Kept }
  /** What another tab of this browser kept in the meantime. */
  | { readonly type: 'kept-elsewhere'; readonly kept: Kept }
  | { readonly type: 'draw-requested' }
  | { readonly type: 'paper-here' }
  | { readonly type: 'paper-elsewhere' }
  | { readonly type: 'paper-refused'; readonly why: CallError | Refusal }
  | { readonly type: 'paper-again' }
  | { readonly type: 'touched'; readonly number: number }
  | { readonly type: 'review-wanted' }
  | { readonly type: 'choosing-again' }
  | { readonly type: 'abstention-wanted' }
  | { readonly type: 'cast-pressed' }
  /** `here`: by this page and from its own marks. */
  | { readonly type: 'ballot-sealed'; readonly tracker: string | null; readonly here: boolean }
  | { readonly type: 'send-failed' }
  | { readonly type: 'received'; readonly tracker: string | null }
  | { readonly type: 'ballot-refused'; readonly why: CallError | Refusal }
  | { readonly type: 'search-wanted' }
  | { readonly type: 'searched'; readonly finding: Finding }
  | { readonly type: 'inclusion-checked'; readonly inclusion: Inclusion };

export type BoothEvent =
  | { readonly type: 'viewed'; readonly view: BoothView }
  /** Concerns one round; an answer that comes late, after another round began, changes nothing. */
  | { readonly type: 'round'; readonly roundId: string; readonly event: RoundEvent };

export const EMPTY_BOOTH: BoothState = { view: null, work: null };

export function changeBooth(state: BoothState, event: BoothEvent): BoothState {
  if (event.type === 'viewed') return { view: event.view, work: workFor(event.view, state.work) };
  if (state.work === null || state.work.roundId !== event.roundId) return state;
  return { ...state, work: changeRound(state.work, event.event) };
}

/** Another round, or the same with a manifest made anew before any paper was drawn: begin from nothing. */
function workFor(view: BoothView, work: RoundWork | null): RoundWork | null {
  const { round } = view.congress;
  if (round === null) return null;
  if (work?.roundId !== round.id) return newWork(round.id);
  const known = judgedFingerprint(work);
  const remade = known !== null && round.fingerprint !== known && round.state !== 'void';
  return remade ? newWork(round.id) : forgiving(view, work);
}

/** The manifest that was read and judged, by the fingerprint announced for it. */
function judgedFingerprint({ manifest }: RoundWork): string | null {
  if (manifest.is === 'unread') return null;
  return manifest.is === 'trusted' ? manifest.terms.fingerprint : manifest.fingerprint;
}

/** Whoever was refused for not being checked in draws by the device itself once the desk has done it. */
function forgiving({ checkedIn }: BoothView, work: RoundWork): RoundWork {
  const why = work.paperRefusal;
  return !checkedIn && why !== null && 'code' in why && why.code === 'not-checked-in' ? { ...work, paperRefusal: null } : work;
}

function newWork(roundId: string): RoundWork {
  return {
    roundId,
    manifest: { is: 'unread' },
    keptRead: false,
    drawRequested: false,
    paperHere: false,
    paperRefusal: null,
    selection: [],
    step: 'choose',
    refusal: null,
    ballot: { stage: 'none' },
    ofOtherTab: false,
    tracker: null,
    finding: 'unasked',
    inclusion: 'unchecked',
  };
}

function changeRound(work: RoundWork, event: RoundEvent): RoundWork {
  switch (event.type) {
    case 'manifest-trusted':
      return { ...work, manifest: { is: 'trusted', terms: event.terms } };
    case 'manifest-untrusted':
      return { ...work, manifest: { is: 'untrusted', fingerprint: event.fingerprint } };
    case 'kept-read':
      return takeKept(work, event.kept);
    case 'kept-elsewhere':
      return work.keptRead ? followKept(work, event.kept) : work;
    case 'draw-requested':
      return { ...work, drawRequested: true };
    case 'paper-here':
      return { ...work, paperHere: true, paperRefusal: null };
    case 'paper-elsewhere':
      return { ...work, drawRequested: false };
    case 'paper-refused':
      return { ...work, paperRefusal: event.why };
    case 'paper-again':
      return { ...work, paperRefusal: null };
    case 'touched':
    case 'review-wanted':
    case 'choosing-again':
    case 'abstention-wanted':
    case 'cast-pressed':
      return work.ballot.stage === 'none' ? changeSelection(work, event) : work;
    case 'ballot-sealed':
      return { ...work, ballot: { stage: 'sending', failures: 0 }, ofOtherTab: !event.here, tracker: event.tracker };
    case 'send-failed':
      return { ...work, ballot: { stage: 'sending', failures: work.ballot.stage === 'sending' ? work.ballot.failures + 1 : 1 } };
    case 'received':
      return { ...work, ballot: { stage: 'in-box' }, tracker: event.tracker, selection: [], refusal: null };
    case 'ballot-refused':
      return { ...work, ballot: { stage: 'refused', why: event.why } };
    case 'search-wanted':
      return { ...work, finding: 'asked' };
    case 'searched':
      return { ...work, finding: event.finding };
    case 'inclusion-checked':
      return { ...work, inclusion: event.inclusion };
  }
}

function takeKept(work: RoundWork, kept: Kept): RoundWork {
  const stages = { none: { stage: 'none' }, sealed: { stage: 'sending', failures: 0 }, 'in-box': { stage: 'in-box' } } as const;
  const { drawRequested, paperHere, selection, tracker } = kept;
  return { ...work, keptRead: true, drawRequested, paperHere, selection, tracker, ballot: stages[kept.ballot] };
}

/** Only forwards: what this page knows is never taken back, and its marks stay its own until a ballot is made. */
function followKept(work: RoundWork, kept: Kept): RoundWork {
  const paper = { drawRequested: work.drawRequested || kept.drawRequested, paperHere: work.paperHere || kept.paperHere };
  const here = { ...work, ...paper, paperRefusal: paper.paperHere ? null : work.paperRefusal };
  const ofOtherTab = work.ofOtherTab || work.ballot.stage === 'none';
  if (kept.ballot === 'in-box') return { ...here, ballot: { stage: 'in-box' }, ofOtherTab, tracker: kept.tracker, selection: [], refusal: null };
  if (kept.ballot === 'none' || work.ballot.stage !== 'none') return here;
  return { ...here, ballot: { stage: 'sending', failures: 0 }, ofOtherTab, tracker: kept.tracker };
}

type SelectionEvent = Extract<RoundEvent, { type: 'touched' | 'review-wanted' | 'choosing-again' | 'abstention-wanted' | 'cast-pressed' }>;

/** Choosing, by the rules of shared/domain/selection.ts and no others. */
function changeSelection(work: RoundWork, event: SelectionEvent): RoundWork {
  if (work.manifest.is !== 'trusted') return work;
  const { options, rule } = work.manifest.terms;
  const candidates = options.map(({ number }) => number);
  switch (event.type) {
    case 'touched': {
      const next = toggle(work.selection, event.number, candidates, rule);
      return next.ok ? { ...work, selection: next.selection, refusal: null } : { ...work, refusal: next };
    }
    case 'review-wanted': {
      const checked = checkSelection(work.selection, candidates, rule);
      return checked.ok ? { ...work, step: 'review', refusal: null } : { ...work, refusal: checked };
    }
    case 'choosing-again':
      return { ...work, step: 'choose', refusal: null };
    case 'abstention-wanted':
      return rule.abstain ? { ...work, step: 'abstain', refusal: null } : work;
    case 'cast-pressed':
      return work.step === 'choose' ? work : { ...work, ballot: { stage: 'sealing', abstain: work.step === 'abstain' } };
  }
}
