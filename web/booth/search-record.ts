import { z } from 'zod';
import { leafOf, leafOfHash } from '#shared/ballot-paper/ballot.ts';
import { bytesField, fromBase64url } from '#shared/ballot-paper/base64url.ts';
import { type BoardLine, leafName, readBoard } from '#shared/ballot-paper/board.ts';
import { type Bytes, equalBytes, readUtf8 } from '#shared/ballot-paper/bytes.ts';
import { sha256 } from '#shared/ballot-paper/hash.ts';
import { toHex } from '#shared/ballot-paper/hex.ts';
import { readTreeHead } from '#shared/ballot-paper/tree-head.ts';
import { treeRoot } from '#shared/ballot-paper/tree.ts';
import { readRecordFile } from '#shared/contract/round.ts';
import type { Finding } from './booth-state.ts';
import { readKept, type RoundDesk } from './round-desk.ts';

const row = z.object({ pk: bytesField(32), bh: bytesField(32) });

/**
 * Looks for this device's ballot in the election record: as a leaf of the sealed box, whose root is computed anew,
 * and by its tracker on the board. Whole files are fetched, so nobody learns which ballot was looked for.
 */
export async function searchRecord(desk: RoundDesk): Promise<void> {
  const kept = await readKept(desk);
  const pk = fromBase64url(kept.ballot?.pk ?? '', 32);
  const box = fromBase64url(kept.ballot?.box ?? '');
  if (pk === null || box === null) throw new Error('There is no ballot to look for.');
  const leaf = leafOf({ pk, box });
  const sealed = await searchBox(desk, leaf);
  const finding = sealed.kind === 'included' && kept.tracker !== null ? await searchBoard(desk, kept.tracker, leaf, sealed.treeHead) : sealed.kind;
  desk.report({ type: 'searched', finding: typeof finding === 'string' ? ofBox(sealed) : finding });
}

type InBox = { readonly kind: 'included'; readonly treeHead: string } | { readonly kind: 'missing' } | Extract<Finding, { kind: 'not-readable' }>;

function ofBox(sealed: InBox): Finding {
  return sealed.kind === 'included' ? { kind: 'included' } : sealed;
}

async function searchBox(desk: RoundDesk, leaf: Bytes): Promise<InBox> {
  const [head, box] = await Promise.all([fileOf(desk, 'sth.json'), fileOf(desk, 'box.jsonl')]);
  if (!head.ok) return { kind: 'not-readable', error: head.error };
  if (!box.ok) return { kind: 'not-readable', error: box.error };
  const read = readTreeHead(head.value);
  const leaves = leavesOf(box.value);
  const whole = read.ok && leaves !== null && equalBytes(read.head.mh, desk.round.mh) && equalBytes(read.head.root, treeRoot(leaves));
  const included = whole && leaves.some((one) => equalBytes(one, leaf));
  return included ? { kind: 'included', treeHead: toHex(sha256(head.value)) } : { kind: 'missing' };
}

async function searchBoard(desk: RoundDesk, tracker: string, leaf: Bytes, treeHead: string): Promise<Finding> {
  const file = await fileOf(desk, 'board.txt');
  if (!file.ok) return { kind: 'not-readable', error: file.error };
  const read = readBoard(desk.round.manifest, file.value);
  if (!read.ok || read.board.treeHead !== treeHead) return { kind: 'missing' };
  const line = read.board.lines.find(({ name }) => name === tracker || name === leafName(leaf));
  return line === undefined ? { kind: 'missing' } : { kind: 'found', marks: marksOf(line) };
}

function marksOf({ ballot }: BoardLine): readonly boolean[] | null {
  return ballot.kind === 'marks' ? ballot.marks.map((mark) => mark === 1) : null;
}

/** The leaves of box.jsonl at the public level, in its order; null where a line is no ballot. */
function leavesOf(file: Uint8Array): readonly Bytes[] | null {
  const lines = (readUtf8(file) ?? '').split('\n').filter((line) => line !== '');
  const rows = lines.map((line) => row.safeParse(parseJson(line)).data ?? null);
  const good = rows.filter((one) => one !== null);
  return good.length === rows.length ? good.map(({ pk, bh }) => leafOfHash(pk, bh)) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function fileOf(desk: RoundDesk, file: 'sth.json' | 'box.jsonl' | 'board.txt') {
  return desk.line.call(readRecordFile, { params: { roundId: desk.roundId, file } });
}
