import { castMessageOfHash } from './ballot.ts';
import { inBatches } from './batches.ts';
import { compareBytes, equalBytes } from './bytes.ts';
import { type Check, type CheckContext, type Finding, checkOf, unless } from './check.ts';
import { paperMessage } from './paper.ts';
import type { RecordBoxRow } from './record.ts';
import { treeRoot } from './tree.ts';

/** Ballot keys strictly ascending, so none stands twice. */
export const checkBoxOrder: Check = checkOf(['box'], ({ box }) =>
  unless(
    box.every(({ pk }, index) => {
      const before = box[index - 1];
      return before === undefined || compareBytes(before.pk, pk) < 0;
    }),
    'ballot keys not strictly ascending',
  ),
);

/** Every ballot's paper carries the stamp of this round. */
export const checkStamps: Check = checkOf(['manifest', 'manifestHash', 'box'], async (parts, context) => {
  const isStamp = await context.platform.stampChecker(parts.manifest.paperKey);
  if (isStamp === null) return 'no stamp key';
  return everyRow(parts.box, context, ({ pk, ps }) => isStamp(paperMessage(parts.manifestHash, pk), ps));
});

/** Every ballot was cast by its paper's own key. */
export const checkCastSignatures: Check = checkOf(['manifestHash', 'box'], ({ manifestHash, box }, context) =>
  everyRow(box, context, ({ pk, bh, sig }) =>
    context.platform.ed25519Verify(pk, castMessageOfHash(manifestHash, bh), sig),
  ),
);

/** The tree over the box is the one of the tree head. */
export const checkRoot: Check = checkOf(['treeHead', 'box'], ({ treeHead, box }) =>
  unless(equalBytes(treeRoot(box.map(({ leaf }) => leaf)), treeHead.root), 'not the tree of the tree head'),
);

async function everyRow(
  box: readonly RecordBoxRow[],
  { onProgress }: CheckContext,
  isRight: (row: RecordBoxRow) => Promise<boolean>,
): Promise<Finding> {
  const checked = await inBatches(box, isRight, onProgress);
  const wrong = checked.indexOf(false);
  return unless(wrong < 0, `line ${wrong + 1}`);
}
