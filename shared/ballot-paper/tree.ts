import { type Bytes, byte, zeros } from './bytes.ts';
import { sha256 } from './hash.ts';

const INNER = byte(1);

/**
 * The root (32 bytes) of a tree over leaf hashes in the order of the box; of an empty box SHA-256 of nothing.
 * Pairing level by level and passing an odd last node up unchanged gives the tree of RFC 6962 section 2.1.
 */
export function treeRoot(leaves: readonly Bytes[]): Bytes {
  let level = leaves;
  while (level.length > 1) level = nextLevel(level);
  return level[0] ?? sha256(zeros(0));
}

function nextLevel(level: readonly Bytes[]): readonly Bytes[] {
  const next: Bytes[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const [left, right] = level.slice(at, at + 2);
    if (left !== undefined) next.push(right === undefined ? left : sha256(INNER, left, right));
  }
  return next;
}
