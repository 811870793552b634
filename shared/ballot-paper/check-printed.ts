import { compareBytes, equalBytes } from './bytes.ts';
import { type Check, type CheckContext, type Finding, checkOf, firstOf, unless } from './check.ts';
import { toHex } from './hex.ts';
import { CHIEF, type Manifest } from './manifest.ts';
import { isUsablePoint } from './points.ts';
import { paperInMessage, paperOutMessage, reissueMessage } from './printed.ts';
import { type PaperRow, isPrintedIssue } from './record-file.ts';

/** Letters made anew: bound by the tree head, for delegates of the roll, each key new and one that a signature may carry. */
export const checkReissued: Check = checkOf(['treeHead', 'roll', 'reissued'], ({ treeHead, roll, reissued, optionalHashes }) => {
  const keys = [...roll, ...reissued].map(({ pk }) => toHex(pk));
  return firstOf(
    unless(isBound(treeHead.reissued, optionalHashes.reissued), 'not the file of the tree head'),
    unless(reissued.every(({ no }, index) => no >= (reissued[index - 1]?.no ?? 1)), 'out of order'),
    unless(reissued.every(({ no }) => no <= roll.length), 'a letter for someone not on the roll'),
    unless(reissued.every(({ pk }) => isUsablePoint(pk)), 'a key that no signature may carry'),
    unless(new Set(keys).size === keys.length, 'a key twice'),
  );
});

/** The chief scrutineer signed every letter that was made anew. */
export const checkReissueSignatures: Check = checkOf(
  ['manifest', 'manifestHash', 'reissued'],
  ({ manifest, manifestHash, reissued }, context) =>
    everySigned(context, manifest, reissued.map(({ no, pk, sig }) => ({ message: reissueMessage(manifestHash, no, pk), sig, by: CHIEF }))),
);

/** The chief scrutineer signed every printed ballot that was handed out. */
export const checkPaperIssues: Check = checkOf(
  ['manifest', 'manifestHash', 'issues'],
  ({ manifest, manifestHash, issues }, context) =>
    everySigned(context, manifest, issues.filter(isPrintedIssue).map(({ no, sig }) => ({ message: paperOutMessage(manifestHash, no), sig, by: CHIEF }))),
);

/** The keyed ballots are bound by the tree head, which names them exactly where printed ballots were handed out. */
export const checkPaperLog: Check = checkOf(['treeHead', 'issues', 'paper'], ({ treeHead, issues, paper, optionalHashes }) =>
  firstOf(
    unless(isBound(treeHead.paper, optionalHashes.paper), 'not the file of the tree head'),
    unless((treeHead.paper !== undefined) === issues.some(isPrintedIssue), 'handed out and keyed do not go together'),
    unless(isStrictlyAscending(paper), 'a ballot twice, or out of order'),
  ),
);

/** The chief and one other scrutineer signed every keyed ballot. */
export const checkPaperSignatures: Check = checkOf(
  ['manifest', 'manifestHash', 'paper'],
  ({ manifest, manifestHash, paper }, context) =>
    firstOf(
      unless(paper.every(({ sig: [first, second] }) => first.i === CHIEF && second.i > CHIEF), 'not signed by the chief and another'),
    ) ?? everySigned(context, manifest, paper.flatMap((row) => row.sig.map(({ i, sig }) => ({ message: paperInMessage(manifestHash, row.bm), sig, by: i })))),
);

/** Keyed <= handed out; and the box holds no more ballots than were drawn or keyed. */
export const checkPaperNumbers: Check = checkOf(['issues', 'paper', 'box'], ({ issues, paper, box }) => {
  const printed = issues.filter(isPrintedIssue).length;
  const drawn = issues.length - printed;
  return firstOf(
    unless(paper.length <= printed, `${paper.length} keyed, ${printed} handed out`),
    unless(box.length <= drawn + paper.length, `${box.length} ballots, ${drawn} drawn, ${paper.length} keyed`),
  );
});

/** Either there is no such file and the tree head names none, or it names these bytes. */
function isBound(named: Uint8Array | undefined, hash: Uint8Array | null): boolean {
  if (named === undefined || hash === null) return named === undefined && hash === null;
  return equalBytes(named, hash);
}

function isStrictlyAscending(rows: readonly PaperRow[]): boolean {
  return rows.every(({ bm }, index) => {
    const before = rows[index - 1];
    return before === undefined || compareBytes(before.bm, bm) < 0;
  });
}

type Claim = { readonly message: Uint8Array; readonly sig: Uint8Array; readonly by: number };

async function everySigned({ platform }: CheckContext, { scrutineers }: Manifest, claims: readonly Claim[]): Promise<Finding> {
  const signed = await Promise.all(
    claims.map(async ({ message, sig, by }) => {
      const signer = scrutineers.find(({ i }) => i === by);
      return signer !== undefined && platform.ed25519Verify(signer.sign, message, sig);
    }),
  );
  const wrong = signed.indexOf(false);
  return unless(wrong < 0, `signature ${wrong + 1}`);
}
