import type { RoundDetail } from '#shared/contract/round.ts';
import type { Me, Step } from './scrutineer-step.ts';

/** The day as one scrutineer's own steps, in their order. */
export const OWN_STEPS = ['keys', 'manifest', 'head-count', 'voting', 'gate-1', 'release', 'board', 'gate-2', 'envelope'] as const;
export type OwnStepName = (typeof OWN_STEPS)[number];

export type OwnStep = {
  readonly name: OwnStepName;
  /** missed: the round went on without this scrutineer's part. */
  readonly state: 'done' | 'now' | 'waiting' | 'to-come' | 'missed' | 'declined';
  /** When the signature of this step was given. */
  readonly signedAt: string | null;
  /** The step that the page is at. */
  readonly current: boolean;
};

const FILE_OF = { manifest: 'manifest', 'gate-1': 'count', board: 'board', 'gate-2': 'outcome' } as const;

/** Only the chief counts the heads. */
export function ownSteps(step: Step, me: Me): readonly OwnStep[] {
  const names = OWN_STEPS.filter((name) => name !== 'head-count' || me.chief);
  const current = currentStep(step);
  const place = current === null ? names.length : names.indexOf(current);
  return names.map((name, index) => {
    const facts = factsOf(name, step, me);
    return { name, signedAt: facts.signedAt, current: index === place, state: stateOf(facts, step, index - place) };
  });
}

type Facts = { readonly done: boolean; readonly declined: boolean; readonly signedAt: string | null };

function stateOf({ done, declined }: Facts, step: Step, distance: number): OwnStep['state'] {
  if (done) return 'done';
  if (declined) return 'declined';
  if (distance === 0) return step.kind === 'wait' ? 'waiting' : 'now';
  return distance < 0 ? 'missed' : 'to-come';
}

function factsOf(name: OwnStepName, { round }: Step, me: Me): Facts {
  if (name === 'keys') return done(true);
  if (round === null || name === 'envelope') return done(false);
  if (name === 'head-count') return done(round.headCount.entered);
  if (name === 'voting') return done(!['prepared', 'armed', 'open'].includes(round.state) && round.closedAt !== null);
  if (name === 'release') return done(round.released.includes(me.position));
  const file = FILE_OF[name];
  const signedAt = signedByMe(round, file, me);
  return { done: signedAt !== null, signedAt, declined: round.declines.some((one) => one.gate === file && one.position === me.position) };
}

function done(is: boolean): Facts {
  return { done: is, declined: false, signedAt: null };
}

/** When I signed a file as it stands; null where I have not. */
export function signedByMe(round: RoundDetail, file: RoundDetail['signatures'][number]['file'], me: Me): string | null {
  return round.signatures.find((one) => one.file === file && one.position === me.position)?.at ?? null;
}

function currentStep(step: Step): OwnStepName | null {
  switch (step.kind) {
    case 'sign-manifest':
      return 'manifest';
    case 'approve':
      return 'voting';
    case 'head-count':
    case 'gate-1':
    case 'release':
    case 'gate-2':
      return step.kind;
    case 'open-box':
    case 'reopen-box':
      return 'board';
    case 'decided':
      return 'envelope';
    case 'sign-ruling':
    case 'wait':
      return step.round === null ? 'manifest' : stepOfState(step.round);
  }
}

function stepOfState(round: RoundDetail): OwnStepName | null {
  switch (round.state) {
    case 'prepared':
      return 'manifest';
    case 'armed':
    case 'open':
      return 'voting';
    case 'closed':
      return 'gate-1';
    case 'confirmed':
      return 'release';
    case 'frozen':
      return 'board';
    case 'tallied':
      return 'gate-2';
    case 'certified':
    case 'void':
      return null;
  }
}
