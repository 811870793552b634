import { z } from 'zod/mini';
import { bytesField, toBase64url } from './base64url.ts';
import { BOX_PRIVATE_KEY_LENGTH } from './box-key.ts';
import { type Bytes, readUtf8, utf8 } from './bytes.ts';
import { parseJson } from './json.ts';
import { MODULUS_LENGTH, STAMP_LENGTH } from './rsa-key.ts';
import { type FileSignature, fileSignature, jsonFile, signaturesJson } from './signed-file.ts';

/** The files of an election record that are lists: their rows, and their exact bytes. */

const ordinal = z.int().check(z.minimum(1));

/** A row of roll.json: ordinal, pkA, and whether the delegate was checked in during the round. */
export const rollRow = z.strictObject({ no: ordinal, pk: bytesField(32), in: z.boolean() });
export type RollRow = z.infer<typeof rollRow>;

const drawnRow = z.strictObject({ no: ordinal, bm: bytesField(MODULUS_LENGTH), ch: bytesField(32), sig: bytesField(64) });
const printedRow = z.strictObject({ no: ordinal, paper: z.literal(true), sig: bytesField(64) });

/**
 * A row of issue.jsonl. Drawn: ordinal, blinded message, SHA-256(capsule), the delegate's signature. Handed out in
 * print: ordinal, `paper`, the chief scrutineer's signature.
 */
export const issueRow = z.union([drawnRow, printedRow]);
export type DrawnIssueRow = z.infer<typeof drawnRow>;
export type PrintedIssueRow = z.infer<typeof printedRow>;
export type IssueRow = z.infer<typeof issueRow>;

/** Whether a line of the issue log is a printed ballot that was handed out. */
export function isPrintedIssue(row: IssueRow): row is PrintedIssueRow {
  return 'paper' in row;
}

/** A row of reissued.jsonl: ordinal, the letter key (pkA, 32 bytes) that takes the roll's place, the chief's signature. */
export const reissuedRow = z.strictObject({ no: ordinal, pk: bytesField(32), sig: bytesField(64) });
export type ReissuedRow = z.infer<typeof reissuedRow>;

/** A row of paper.jsonl: the blinded message of a printed ballot that was keyed, signed by the chief and another. */
export const paperRow = z.strictObject({ bm: bytesField(MODULUS_LENGTH), sig: z.tuple([fileSignature, fileSignature]) });
export type PaperRow = z.infer<typeof paperRow>;

const cast = { pk: bytesField(32), ps: bytesField(STAMP_LENGTH), sig: bytesField(64) };

/** A row of box.jsonl: pkB, stamp, SHA-256(box entry) or, for auditors, the entry itself, signature. */
export const publicBoxRow = z.strictObject({ ...cast, bh: bytesField(32) });
export const auditBoxRow = z.strictObject({ ...cast, box: bytesField() });
export type PublicBoxRow = z.infer<typeof publicBoxRow>;
export type AuditBoxRow = z.infer<typeof auditBoxRow>;

/** A row of keys.json: a released box private key. */
export const keyRow = z.strictObject({ i: ordinal, sk: bytesField(BOX_PRIVATE_KEY_LENGTH) });
export type KeyRow = z.infer<typeof keyRow>;

/** sigs.json: who signed which file; in `sth`, 0 is the server. */
export const recordSignatures = z.readonly(z.strictObject({
  manifest: z.readonly(z.array(fileSignature)),
  sth: z.readonly(z.array(fileSignature)),
  board: z.readonly(z.array(fileSignature)),
  outcome: z.readonly(z.array(fileSignature)),
}));
export type RecordSignatures = z.infer<typeof recordSignatures>;

export function makeRollFile(rows: readonly { readonly no: number; readonly pk: Uint8Array; readonly in: boolean }[]): Bytes {
  return jsonFile(rows.map((row) => ({ no: row.no, pk: toBase64url(row.pk), in: row.in })));
}

export function makeKeysFile(rows: readonly { readonly i: number; readonly sk: Uint8Array }[]): Bytes {
  return jsonFile(rows.map(({ i, sk }) => ({ i, sk: toBase64url(sk) })));
}

export function makeSignaturesFile(signatures: Readonly<Record<'manifest' | 'sth' | 'board' | 'outcome', readonly FileSignature[]>>): Bytes {
  const files = ['manifest', 'sth', 'board', 'outcome'] as const;
  return utf8(`{${files.map((file) => `"${file}":${signaturesJson(signatures[file])}`).join(',')}}`);
}

type DrawnLine = { readonly no: number; readonly bm: Uint8Array; readonly ch: Uint8Array; readonly sig: Uint8Array };
type PrintedLine = { readonly no: number; readonly paper: true; readonly sig: Uint8Array };

/** issue.jsonl, whose exact bytes the tree head binds. Rows in the order of `no`. */
export function makeIssueLog(rows: readonly (DrawnLine | PrintedLine)[]): Bytes {
  return jsonLines(rows.map(issueLine));
}

function issueLine(row: DrawnLine | PrintedLine): object {
  if ('paper' in row) return { no: row.no, paper: true, sig: toBase64url(row.sig) };
  return { no: row.no, bm: toBase64url(row.bm), ch: toBase64url(row.ch), sig: toBase64url(row.sig) };
}

/** reissued.jsonl, whose exact bytes the tree head binds. Rows by `no`; of one delegate's, the last one made stands last. */
export function makeReissued(rows: readonly { readonly no: number; readonly pk: Uint8Array; readonly sig: Uint8Array }[]): Bytes {
  return jsonLines(rows.map(({ no, pk, sig }) => ({ no, pk: toBase64url(pk), sig: toBase64url(sig) })));
}

/** paper.jsonl, whose exact bytes the tree head binds. Rows in ascending order of bm, signatures by ascending number. */
export function makePaperLog(rows: readonly { readonly bm: Uint8Array; readonly sig: readonly FileSignature[] }[]): Bytes {
  return jsonLines(rows.map(({ bm, sig }) => ({ bm: toBase64url(bm), sig: sig.map((one) => ({ i: one.i, sig: toBase64url(one.sig) })) })));
}

type CastRow = { readonly pk: Uint8Array; readonly ps: Uint8Array; readonly sig: Uint8Array };

/** box.jsonl as it is published. Rows in ascending order of pk. */
export function makePublicBox(rows: readonly (CastRow & { readonly bh: Uint8Array })[]): Bytes {
  return jsonLines(rows.map(({ pk, ps, bh, sig }) => ({ pk: toBase64url(pk), ps: toBase64url(ps), bh: toBase64url(bh), sig: toBase64url(sig) })));
}

/** box.jsonl for scrutineers and auditors. Rows in ascending order of pk. */
export function makeAuditBox(rows: readonly (CastRow & { readonly box: Uint8Array })[]): Bytes {
  return jsonLines(rows.map(({ pk, ps, box, sig }) => ({ pk: toBase64url(pk), ps: toBase64url(ps), box: toBase64url(box), sig: toBase64url(sig) })));
}

function jsonLines(rows: readonly object[]): Bytes {
  return utf8(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

/** The rows of a file of JSON lines, each ended by a line feed; null where one of them is not as it should be. */
export function readJsonLines<T>(bytes: Uint8Array, row: z.ZodMiniType<T>): readonly T[] | null {
  const rows: T[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0x0a, at);
    const line = end < 0 ? null : readUtf8(bytes.subarray(at, end));
    const parsed = row.safeParse(line === null ? undefined : parseJson(line));
    if (!parsed.success) return null;
    rows.push(parsed.data);
    at = end + 1;
  }
  return rows;
}
