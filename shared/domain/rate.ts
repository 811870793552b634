import type { BaseName, Bases } from './threshold.ts';

/**
 * A rate as two integers and the name of its base: 得票率 and 投票率 always say of what
 * (有效票, 实到, 应到). Rounding is a matter of the page, never of a rule.
 */
export type Rate = { readonly part: number; readonly whole: number; readonly base: BaseName };

/** Votes of a project against the named base. */
export function voteRate(votes: number, base: BaseName, bases: Bases): Rate {
  return { part: votes, whole: bases[base], base };
}

/** Turnout against those present and against the roll, from the numbers of the count report. */
export function turnout(report: { readonly received: number; readonly present: number; readonly summoned: number }): {
  readonly ofPresent: Rate;
  readonly ofRoll: Rate;
} {
  return {
    ofPresent: { part: report.received, whole: report.present, base: 'present' },
    ofRoll: { part: report.received, whole: report.summoned, base: 'roll' },
  };
}
