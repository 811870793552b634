import { z } from 'zod/mini';
import { type Refusal, refuse } from '../error-code.ts';
import { bytesField, toBase64url } from './base64url.ts';
import type { Bytes } from './bytes.ts';
import { readJson } from './json.ts';
import { jsonFile } from './signed-file.ts';

const count = z.int().check(z.minimum(0));

const treeHead = z.strictObject({
  v: z.literal(1),
  type: z.literal('rv1/sth'),
  mh: bytesField(32),
  size: count,
  issued: count,
  checkedIn: count,
  attendance: bytesField(32),
  issues: bytesField(32),
  root: bytesField(32),
  reissued: z.optional(bytesField(32)),
  paper: z.optional(bytesField(32)),
});

/**
 * The digest of a frozen box (票箱封条): how many ballots, papers and delegates, and the hashes of the attendance
 * lines, the exact issue log and the tree (32 bytes each); those of the letters made anew and of the printed ballots
 * only where there are such files, so that a round without them has the same bytes as ever.
 */
export type TreeHead = z.infer<typeof treeHead>;

/** The exact bytes of sth.json. */
export function makeTreeHead(head: Omit<TreeHead, 'v' | 'type'>): Bytes {
  return jsonFile({
    v: 1,
    type: 'rv1/sth',
    mh: toBase64url(head.mh),
    size: head.size,
    issued: head.issued,
    checkedIn: head.checkedIn,
    attendance: toBase64url(head.attendance),
    issues: toBase64url(head.issues),
    root: toBase64url(head.root),
    ...(head.reissued === undefined ? {} : { reissued: toBase64url(head.reissued) }),
    ...(head.paper === undefined ? {} : { paper: toBase64url(head.paper) }),
  });
}

/** Reads sth.json. Refuses bad-record. */
export function readTreeHead(bytes: Uint8Array): { readonly ok: true; readonly head: TreeHead } | Refusal {
  const parsed = treeHead.safeParse(readJson(bytes));
  return parsed.success ? { ok: true, head: parsed.data } : refuse('bad-record', { field: 'sth.json' });
}
