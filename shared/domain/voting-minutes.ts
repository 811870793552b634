/**
 * How long a round takes in a hall, for whoever plans the agenda. Minutes per person are people's, from rehearsals, and
 * can be changed; what the machine adds is measured (README, Measured) and hardly counts.
 */
export type HallPlan = {
  /** Delegates expected in the hall. */
  readonly delegates: number;
  /** How many of them vote on a phone of their own; the others take turns at the tablets. */
  readonly phones: number;
  readonly tablets: number;
  /** Minutes from opening the letter to the receipt, on a phone of one's own: all phones at the same time. */
  readonly minutesOnPhone: number;
  /** The same on a tablet, with the walk there and the hand-over to the next. */
  readonly minutesOnTablet: number;
  /** Desks that check in at the same time, and seconds for each delegate at one. */
  readonly desks: number;
  readonly secondsAtDesk: number;
  /** From the close to the signed outcome: count report, opening the box twice, objections, signatures. */
  readonly minutesForGates: number;
};

/** Assumed until a rehearsal of one's own says better. */
export const USUAL_PLAN: Omit<HallPlan, 'delegates' | 'phones' | 'tablets'> = {
  minutesOnPhone: 5, minutesOnTablet: 4, desks: 1, secondsAtDesk: 8, minutesForGates: 12,
};

/** Papers that a laptop of two cores issues in a second: measured 251 with nothing else to do; a fifth, for a busy one. */
const ISSUED_PER_SECOND = 50;
/** The countdown before the close. */
const CLOSING_MINUTES = 1;

export type HallMinutes = {
  readonly checkIn: number;
  /** The slower of phones and tablets; null where delegates have neither. */
  readonly vote: number | null;
  readonly close: number;
  readonly gates: number;
  /** Everything, check-in to the signed outcome; null where `vote` is. */
  readonly all: number | null;
  /** What the vote waits for. */
  readonly slowest: 'phones' | 'tablets' | 'nothing';
};

/**
 * Whole minutes, each part rounded up. Assumes that phones vote side by side, that each tablet serves its queue without a
 * pause, that tablets are shared evenly, and that one at a tablet is as quick as the next. Numbers below zero count as zero.
 */
export function hallMinutes(plan: HallPlan): HallMinutes {
  const delegates = Math.max(0, plan.delegates);
  const own = Math.min(delegates, Math.max(0, plan.phones));
  const shared = delegates - own;
  const machine = delegates / ISSUED_PER_SECOND / 60;
  const onPhones = own === 0 ? 0 : plan.minutesOnPhone + machine;
  const turns = shared === 0 ? 0 : Math.ceil(shared / Math.max(0, plan.tablets));
  const onTablets = turns === 0 ? 0 : turns * plan.minutesOnTablet + machine;
  const slower = Math.max(onPhones, onTablets);
  const vote = Number.isFinite(slower) ? Math.ceil(slower) : null;
  const checkIn = Math.ceil((Math.ceil(delegates / Math.max(1, plan.desks)) * plan.secondsAtDesk) / 60);
  const gates = Math.ceil(plan.minutesForGates);
  const slowest = slower === 0 ? 'nothing' : onTablets > onPhones ? 'tablets' : 'phones';
  return { checkIn, vote, close: CLOSING_MINUTES, gates, all: vote === null ? null : checkIn + vote + CLOSING_MINUTES + gates, slowest };
}
