import { inBatches } from './batches.ts';
import { equalBytes } from './bytes.ts';
import { type Check, checkOf, firstOf, unless } from './check.ts';
import { issueMessage } from './paper.ts';
import { type IssueRow, type ReissuedRow, type RollRow, isPrintedIssue } from './record-file.ts';
import { isUsablePoint } from './points.ts';
import { attendanceHash, isRollOrder, rollHash } from './roll.ts';

/** The roll is the one that the manifest names. */
export const checkRoll: Check = checkOf(['manifest', 'roll'], ({ manifest, roll }) =>
  firstOf(
    unless(equalBytes(rollHash(roll), manifest.roll), 'not the roll of the manifest'),
    unless(roll.length === manifest.summoned, 'another number of delegates'),
    unless(isRollOrder(roll), 'ordinals or order'),
    unless(roll.every(({ pk }) => isUsablePoint(pk)), 'a key that no signature may carry'),
  ),
);

/** Who was checked in is bound by the tree head. */
export const checkAttendance: Check = checkOf(['treeHead', 'roll'], ({ treeHead, roll }) =>
  unless(equalBytes(attendanceHash(roll), treeHead.attendance), 'not the attendance of the tree head'),
);

/** The exact issue log is bound by the tree head. */
export const checkIssueLog: Check = checkOf(['treeHead', 'issueLogHash'], ({ treeHead, issueLogHash }) =>
  unless(equalBytes(issueLogHash, treeHead.issues), 'not the issue log of the tree head'),
);

/** One paper for each delegate, who is on the roll and was checked in; in the order of `no`. */
export const checkIssues: Check = checkOf(['roll', 'issues'], ({ roll, issues }) => {
  const checkedIn = new Set(roll.filter((row) => row.in).map(({ no }) => no));
  const once = issues.every(({ no }, index) => no > (issues[index - 1]?.no ?? 0));
  return firstOf(
    unless(once, 'two papers for one delegate, or out of order'),
    unless(issues.every(({ no }) => checkedIn.has(no)), 'a paper for someone not on the roll or not checked in'),
  );
});

/** Every drawn paper was asked for by the delegate's own key; what was handed out in print is another check. */
export const checkIssueSignatures: Check = checkOf(
  ['manifestHash', 'roll', 'issues', 'reissued'],
  async ({ manifestHash, roll, issues, reissued }, { platform, onProgress }) => {
    const keys = letterKeys(roll, reissued);
    const isSigned = async (row: IssueRow) => {
      if (isPrintedIssue(row)) return true;
      const pk = keys.get(row.no);
      return pk !== undefined && platform.ed25519Verify(pk, issueMessage(manifestHash, row.bm, row.ch), row.sig);
    };
    const checked = await inBatches(issues, isSigned, onProgress);
    const wrong = checked.indexOf(false);
    return unless(wrong < 0, `line ${wrong + 1}`);
  },
);

/** The letter key by ordinal: the roll's, or the last one that was made anew. */
function letterKeys(roll: readonly RollRow[], reissued: readonly ReissuedRow[]): ReadonlyMap<number, Uint8Array> {
  return new Map([...roll, ...reissued].map(({ no, pk }) => [no, pk]));
}

/** size = ballots <= issued = lines of the issue log <= checked in. */
export const checkNumbers: Check = checkOf(['treeHead', 'roll', 'issues', 'box'], ({ treeHead, roll, issues, box }) =>
  firstOf(
    unless(treeHead.size === box.length, `size ${treeHead.size}, ballots ${box.length}`),
    unless(treeHead.size <= treeHead.issued, 'more ballots than papers'),
    unless(treeHead.issued === issues.length, `issued ${treeHead.issued}, lines ${issues.length}`),
    unless(treeHead.issued <= treeHead.checkedIn, 'more papers than delegates checked in'),
    unless(treeHead.checkedIn === roll.filter((row) => row.in).length, 'another number checked in'),
  ),
);
