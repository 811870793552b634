import { checkHandCount as checkCount, checkHandNumbers, validByHand } from '../domain/hand-count.ts';
import { firstRefusal } from '../domain/verdict.ts';
import { type Check, checkOf, firstOf, unless } from './check.ts';

/**
 * A round that was counted by hand: its sums hold and fit roll, attendance and rule. There is no box, so nothing shows
 * that the counts are those of the ballots: that rests on the signatures alone.
 */
export const checkHandCount: Check = checkOf(['manifest', 'outcome', 'roll'], ({ manifest, outcome, roll }) => {
  const { ballots, base, counts } = outcome;
  if (ballots === undefined) return 'not counted by hand';
  const candidates = manifest.options.map(({ number }) => number);
  const sums = firstRefusal(
    checkCount({ ...ballots, counts }, candidates, manifest.rule),
    checkHandNumbers(ballots, { present: base.present, summoned: manifest.summoned }, manifest.method.roundValid),
  );
  return firstOf(
    unless(sums.ok, `sums: ${sums.ok ? '' : (sums.field ?? sums.reason)}`),
    unless(base.valid === validByHand(ballots), 'another number of valid ballots'),
    unless(base.present === roll.filter((row) => row.in).length, 'another number checked in'),
  );
});
