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
