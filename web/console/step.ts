/** The steps of the day; those from `arm` to `void` belong to a round. */
export const STEP_KINDS = [
  'projects', 'roll', 'method', 'scrutineers', 'letters', 'check-in', 'adopt-method', 'adopt-scrutineers',
  'arm', 'open', 'vote', 'count', 'freeze', 'unseal', 'outcome', 'certify', 'void', 'publish',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** Why a step cannot go on yet; `have` and `need` give the figures where there are any. */
export const MISSING = [
  'projects-few', 'roll-empty', 'method-unfit', 'scrutineers-few', 'chief-unnamed', 'keys-not-made', 'letters-unmade',
  'quorum-short', 'method-not-carried', 'scrutineers-not-carried', 'preparation-first', 'manifest-unmade',
  'manifest-signatures', 'head-count', 'papers-not-drawn', 'ballots-out', 'printed-uncounted', 'count-signatures', 'numbers-contradict',
  'printed-unkeyed', 'tree-head-signatures', 'keys-unreleased', 'opening-not-begun', 'board-unmade', 'second-opening', 'ruling-needed',
  'ruling-unsigned', 'outcome-signatures', 'meeting-adjourned',
] as const;
export type MissingCode = (typeof MISSING)[number];
export type Missing = { readonly why: MissingCode; readonly have?: number; readonly need?: number };

export const WAITED_FOR = ['chief', 'scrutineers', 'delegates', 'chair', 'countdown'] as const;
export type WaitedFor = (typeof WAITED_FOR)[number];

/** The one primary act of a step. */
export const ACTS = [
  'add-projects', 'import-roll', 'change-method', 'name-scrutineers', 'hand-invitations', 'make-letters', 'check-in',
  'adopt-method', 'adopt-scrutineers', 'prepare-round', 'make-manifest', 'open-round', 'start-closing',
  'call-off-closing', 'count-printed', 'void-round', 'freeze-box', 'enter-ruling', 'certify', 'resume', 'publish',
] as const;
export type Act = (typeof ACTS)[number];

export type Progress = {
  readonly state: 'done' | 'in-hand' | 'waiting' | 'to-come';
  readonly waitingFor: WaitedFor | null;
  readonly missing: readonly Missing[];
  readonly act: Act | null;
};

export type DayStep = Progress & {
  /** The step's place in the address, unique in the day: `roll`, `round-2-open`. */
  readonly id: string;
  readonly kind: StepKind;
  readonly round: number | null;
};

export const DONE: Progress = { state: 'done', waitingFor: null, missing: [], act: null };
export const TO_COME: Progress = { state: 'to-come', waitingFor: null, missing: [], act: null };

export function inHand(act: Act | null, ...missing: readonly Missing[]): Progress {
  return { state: 'in-hand', waitingFor: null, missing, act };
}

export function waiting(waitingFor: WaitedFor, act: Act | null, ...missing: readonly Missing[]): Progress {
  return { state: 'waiting', waitingFor, missing, act };
}
