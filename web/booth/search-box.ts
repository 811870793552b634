import { z } from 'zod/mini';
import { leafOf, leafOfHash } from '#shared/ballot-paper/ballot.ts';
import { bytesField, fromBase64url } from '#shared/ballot-paper/base64url.ts';
import { type Bytes, equalBytes, readUtf8 } from '#shared/ballot-paper/bytes.ts';
import { sha256 } from '#shared/ballot-paper/hash.ts';
import { toHex } from '#shared/ballot-paper/hex.ts';
import { readTreeHead } from '#shared/ballot-paper/tree-head.ts';
import { treeRoot } from '#shared/ballot-paper/tree.ts';
import { readRecordFile } from '#shared/contract/round.ts';
import { backOff, wait } from '../api/back-off.ts';
import type { CallError } from '../api/client.ts';
import { readKept, type RoundDesk } from './round-desk.ts';
import { untilAnswered } from './until-answered.ts';

/** `treeHead`: hex SHA-256 of sth.json, which the board of the same box names. */
export type InBox =
  | { readonly kind: 'included'; readonly treeHead: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-readable'; readonly error: CallError };

const row = z.object({ pk: bytesField(32), bh: bytesField(32) });
/** A hall of devices must not ask for the whole box in one moment: 3,000 of them are spread over ten minutes. */
const MS_PER_BALLOT = 200;

/** Checks, some time after the box is out, that it holds this device's ballot. Says nothing of the marks. */
export async function checkInclusion(desk: RoundDesk): Promise<void> {
  const leaf = await ownLeaf(desk);
  const head = await untilAnswered(() => fileOf(desk, 'sth.json'), desk.signal, { alsoPassing: ['record-not-open'] });
  const read = head?.ok === true ? readTreeHead(head.value) : null;
  if (read?.ok !== true) return;
  await wait(Math.random() * read.head.size * MS_PER_BALLOT, desk.signal);
  const pace = backOff();
  while (!desk.signal.aborted) {
    const found = await searchBox(desk, leaf);
    if (found.kind !== 'not-readable') {
      desk.report({ type: 'inclusion-checked', inclusion: found.kind });
      return;
    }
    await wait(pace.next(), desk.signal);
  }
}

/** The leaf of the ballot that this device cast. */
export async function ownLeaf(desk: RoundDesk): Promise<Bytes> {
  const { ballot } = await readKept(desk);
  const pk = fromBase64url(ballot?.pk ?? '', 32);
  const box = fromBase64url(ballot?.box ?? '');
  if (pk === null || box === null) throw new Error('There is no ballot to look for.');
  return leafOf({ pk, box });
}

/** Whether a leaf is in the sealed box. The tree's root is computed anew; whole files are fetched, so nobody learns which leaf. */
export async function searchBox(desk: RoundDesk, leaf: Bytes): Promise<InBox> {
  const [head, box] = await Promise.all([fileOf(desk, 'sth.json'), fileOf(desk, 'box.jsonl')]);
  if (!head.ok) return { kind: 'not-readable', error: head.error };
  if (!box.ok) return { kind: 'not-readable', error: box.error };
  const read = readTreeHead(head.value);
  const leaves = leavesOf(box.value);
  const whole = read.ok && leaves !== null && equalBytes(read.head.mh, desk.round.mh) && equalBytes(read.head.root, treeRoot(leaves));
  const included = whole && leaves.some((one) => equalBytes(one, leaf));
  return included ? { kind: 'included', treeHead: toHex(sha256(head.value)) } : { kind: 'missing' };
}

export function fileOf(desk: RoundDesk, file: 'sth.json' | 'box.jsonl' | 'board.txt') {
  return desk.line.call(readRecordFile, { params: { roundId: desk.roundId, file } });
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
