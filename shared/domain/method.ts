import { type Verdict, demand, firstRefusal } from './verdict.ts';

/**
 * The method (票选办法): the rules that the meeting adopts and that are frozen from then on.
 * Every number of a result cites these parameters.
 */
export const MARKINGS = ['tick', 'for-against-abstain'] as const;
export const SELECTION_SIZES = ['exactly', 'at-most'] as const;
export const ABSTENTIONS = ['valid', 'not-offered'] as const;
export const QUORUM_COMPARISONS = ['at-least', 'more-than'] as const;
export const PASS_THRESHOLDS = ['none', 'half-of-roll', 'half-of-present', 'half-of-valid'] as const;
export const LATER_THRESHOLDS = ['same', 'none'] as const;
export const TIE_RULES = ['revote', 'ruling'] as const;
export const SHORTFALL_RULES = ['second-round', 'leave-short'] as const;
export const VALIDITY_RULES = ['received-within-issued', 'issued-within-present-too'] as const;
export const SIGNATURE_RULES = ['threshold', 'all-present'] as const;
export const DEVICE_CHANGES = ['approval', 'free'] as const;
export const TRACKER_TIMES = ['at-cast', 'after-board', 'never'] as const;
export const PUBLIC_LISTS = ['names', 'names-and-counts'] as const;
export const RECORD_READERS = ['hall', 'everyone'] as const;

export type Method = {
  readonly marking: (typeof MARKINGS)[number];
  /** N, the projects that may be selected; more candidates than places, at least one place. */
  readonly places: number;
  /** exactly: a ballot with fewer or more marks than places is invalid; at-most: 1 to places. */
  readonly selectionSize: (typeof SELECTION_SIZES)[number];
  readonly abstention: (typeof ABSTENTIONS)[number];
  /** Fraction of the roll that must be in the hall. */
  readonly quorum: {
    readonly numerator: number;
    readonly denominator: number;
    readonly compare: (typeof QUORUM_COMPARISONS)[number];
  };
  /** More than half of the named base; none: the first N by votes. */
  readonly passThreshold: (typeof PASS_THRESHOLDS)[number];
  readonly laterThreshold: (typeof LATER_THRESHOLDS)[number];
  readonly tie: (typeof TIE_RULES)[number];
  readonly shortfall: (typeof SHORTFALL_RULES)[number];
  readonly roundValid: (typeof VALIDITY_RULES)[number];
  readonly signatures: (typeof SIGNATURE_RULES)[number];
  /** t of n scrutineers open the box: n >= 3 and 2 <= t <= n - 1. */
  readonly box: { readonly t: number; readonly n: number };
  readonly deviceChange: (typeof DEVICE_CHANGES)[number];
  readonly tracker: (typeof TRACKER_TIMES)[number];
  readonly publicList: (typeof PUBLIC_LISTS)[number];
  readonly recordOpenTo: (typeof RECORD_READERS)[number];
  /** What the projects that are not selected are called, e.g. 办事处重点工作. */
  readonly keyWorkLabel: string;
};

export const STREET_METHOD: Method = {
  marking: 'tick',
  places: 6,
  selectionSize: 'exactly',
  abstention: 'valid',
  quorum: { numerator: 2, denominator: 3, compare: 'at-least' },
  passThreshold: 'none',
  laterThreshold: 'same',
  tie: 'revote',
  shortfall: 'second-round',
  roundValid: 'issued-within-present-too',
  signatures: 'threshold',
  box: { t: 2, n: 3 },
  deviceChange: 'approval',
  tracker: 'after-board',
  publicList: 'names',
  recordOpenTo: 'hall',
  keyWorkLabel: '办事处重点工作',
};

export const CONGRESS_METHOD: Method = {
  ...STREET_METHOD,
  selectionSize: 'at-most',
  passThreshold: 'half-of-roll',
  signatures: 'all-present',
  publicList: 'names-and-counts',
  recordOpenTo: 'everyone',
  keyWorkLabel: '政府重点工作',
};

/** Terms profiles: 街道居民议政会议, 乡镇人大, 县区人大, and meetings of another kind. */
export const PROFILES = ['street', 'town', 'county', 'custom'] as const;
export type Profile = (typeof PROFILES)[number];

const PRESETS: Readonly<Record<Profile, Method>> = {
  street: STREET_METHOD,
  town: CONGRESS_METHOD,
  county: CONGRESS_METHOD,
  custom: STREET_METHOD,
};

/** The method that a new congress of this profile starts from; everything in it may be changed until adopted. */
export function presetOf(profile: Profile): Method {
  return PRESETS[profile];
}

/** How many ticks a ballot carries: min to max, or none at all where abstention is valid. */
export type BallotRule = { readonly min: number; readonly max: number; readonly abstain: boolean };

/**
 * The rule of a ballot in a round with `places` places to fill (fewer than N in a re-vote):
 * "exactly N" is min = max = places, "at most N" is min 1. Source: 票选办法 selection size, abstention.
 */
export function ballotRule(method: Pick<Method, 'selectionSize' | 'abstention'>, places: number): BallotRule {
  const min = method.selectionSize === 'exactly' ? places : 1;
  return { min, max: places, abstain: method.abstention === 'valid' };
}

/**
 * Whether a method can be adopted for this many candidates. Refuses bad-method with the field,
 * places-not-below-candidates, bad-threshold. A reserved marking may be adopted; `checkMarking` refuses it at arming.
 */
export function checkMethod(method: Method, candidateCount: number): Verdict {
  return firstRefusal(
    checkPlaces(method.places, candidateCount),
    checkQuorum(method.quorum),
    checkBoxThreshold(method.box),
    demand(method.keyWorkLabel.trim() !== '', 'bad-method', { field: 'keyWorkLabel' }),
  );
}

/** More candidates than places, at least one place. Refuses bad-method (places), places-not-below-candidates. */
export function checkPlaces(places: number, candidates: number): Verdict {
  return firstRefusal(
    demand(isPositiveInteger(places), 'bad-method', { field: 'places' }),
    demand(places < candidates, 'places-not-below-candidates', { figures: { places, candidates } }),
  );
}

/** t of n scrutineers: n >= 3 and 2 <= t <= n - 1, so that no one opens alone and one may be missing. */
export function checkBoxThreshold({ t, n }: Method['box']): Verdict {
  const whole = Number.isSafeInteger(t) && Number.isSafeInteger(n);
  return demand(whole && n >= 3 && t >= 2 && t <= n - 1, 'bad-threshold', { figures: { t, n } });
}

/** Refuses marking-not-in-rv1: for / against / abstain per project is reserved for a later ballot paper. */
export function checkMarking(marking: Method['marking']): Verdict {
  return demand(marking === 'tick', 'marking-not-in-rv1', { field: 'marking' });
}

/** A fraction that a full hall can reach: more than all of the roll can never come. */
function checkQuorum({ numerator, denominator, compare }: Method['quorum']): Verdict {
  const fraction = isPositiveInteger(numerator) && isPositiveInteger(denominator) && numerator <= denominator;
  const reachable = compare === 'at-least' || numerator < denominator;
  return demand(fraction && reachable, 'bad-method', { field: 'quorum' });
}

function isPositiveInteger(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1;
}
