import { z } from 'zod/mini';
import { leafOfHash } from './ballot.ts';
import { type ReadBoard, readBoard } from './board.ts';
import type { Bytes } from './bytes.ts';
import { sha256 } from './hash.ts';
import { readJson } from './json.ts';
import { type Manifest, manifestHash, readManifest } from './manifest.ts';
import { type OutcomeFile, readOutcome } from './outcome-file.ts';
import {
  type AuditBoxRow, type IssueRow, type KeyRow, type PublicBoxRow, type RecordSignatures, type RollRow, auditBoxRow,
  issueRow, keyRow, publicBoxRow, readJsonLines, recordSignatures, rollRow,
} from './record-file.ts';
import { type TreeHead, readTreeHead } from './tree-head.ts';

/** The files of every election record (核验包) of one round. */
export const RECORD_FILES = [
  'manifest.json', 'sth.json', 'board.txt', 'outcome.json', 'sigs.json', 'roll.json', 'issue.jsonl', 'box.jsonl',
] as const;

/** Only at the auditors' level. */
export const KEYS_FILE = 'keys.json';

/** Exact bytes by file name. */
export type RecordFiles = ReadonlyMap<string, Uint8Array>;

/** A row of the box at either level, with SHA-256 of its entry and its leaf; `box` is null at the public level. */
export type RecordBoxRow = PublicBoxRow & { readonly box: Bytes | null; readonly leaf: Bytes };

/** What could be read of a record; null for a file that is missing or not in its form. */
export type RecordParts = {
  readonly manifest: Manifest | null;
  readonly manifestHash: Bytes | null;
  readonly treeHead: TreeHead | null;
  /** SHA-256 of the exact bytes of sth.json, board.txt, outcome.json and issue.jsonl. */
  readonly treeHeadHash: Bytes | null;
  readonly boardHash: Bytes | null;
  readonly outcomeHash: Bytes | null;
  readonly issueLogHash: Bytes | null;
  readonly board: ReadBoard | null;
  readonly outcome: OutcomeFile | null;
  readonly signatures: RecordSignatures | null;
  readonly roll: readonly RollRow[] | null;
  readonly issues: readonly IssueRow[] | null;
  readonly box: readonly RecordBoxRow[] | null;
  /** Null at the public level too. */
  readonly keys: readonly KeyRow[] | null;
};

export type RecordReading = {
  readonly parts: RecordParts;
  readonly missing: readonly string[];
  /** There, but not in their form. */
  readonly unreadable: readonly string[];
};

const EMPTY = new Uint8Array();

/** Reads every file of a record, each on its own, so that all that is wrong can be named. */
export function readRecord(files: RecordFiles): RecordReading {
  const bytes = (name: string) => files.get(name) ?? EMPTY;
  const hash = (name: string) => (files.has(name) ? sha256(bytes(name)) : null);
  const manifest = manifestOf(bytes('manifest.json'));
  const parts: RecordParts = {
    manifest,
    manifestHash: files.has('manifest.json') ? manifestHash(bytes('manifest.json')) : null,
    treeHead: treeHeadOf(bytes('sth.json')),
    treeHeadHash: hash('sth.json'),
    boardHash: hash('board.txt'),
    outcomeHash: hash('outcome.json'),
    issueLogHash: hash('issue.jsonl'),
    board: manifest === null ? null : boardOf(manifest, bytes('board.txt')),
    outcome: outcomeOf(bytes('outcome.json')),
    signatures: listOf(recordSignatures, bytes('sigs.json')),
    roll: listOf(z.array(rollRow), bytes('roll.json')),
    issues: files.has('issue.jsonl') ? readJsonLines(bytes('issue.jsonl'), issueRow) : null,
    box: files.has('box.jsonl') ? boxOf(bytes('box.jsonl')) : null,
    keys: listOf(z.array(keyRow), bytes(KEYS_FILE)),
  };
  return { parts, ...faultsOf(files, parts) };
}

function faultsOf(files: RecordFiles, parts: RecordParts): Pick<RecordReading, 'missing' | 'unreadable'> {
  const read: Readonly<Record<string, unknown>> = {
    'manifest.json': parts.manifest,
    'sth.json': parts.treeHead,
    // A board is read against its manifest; without one its own form cannot be told.
    'board.txt': parts.manifest === null ? true : parts.board,
    'outcome.json': parts.outcome,
    'sigs.json': parts.signatures,
    'roll.json': parts.roll,
    'issue.jsonl': parts.issues,
    'box.jsonl': parts.box,
    [KEYS_FILE]: parts.keys,
  };
  return {
    missing: RECORD_FILES.filter((name) => !files.has(name)),
    unreadable: [...RECORD_FILES, KEYS_FILE].filter((name) => files.has(name) && read[name] === null),
  };
}

function manifestOf(bytes: Uint8Array): Manifest | null {
  const read = readManifest(bytes);
  return read.ok ? read.manifest : null;
}

function treeHeadOf(bytes: Uint8Array): TreeHead | null {
  const read = readTreeHead(bytes);
  return read.ok ? read.head : null;
}

function outcomeOf(bytes: Uint8Array): OutcomeFile | null {
  const read = readOutcome(bytes);
  return read.ok ? read.file : null;
}

function boardOf(manifest: Manifest, bytes: Uint8Array): ReadBoard | null {
  const read = readBoard(manifest, bytes);
  return read.ok ? read.board : null;
}

function listOf<T>(schema: z.ZodMiniType<T>, bytes: Uint8Array): T | null {
  const parsed = schema.safeParse(readJson(bytes));
  return parsed.success ? parsed.data : null;
}

/** Reads box.jsonl at the auditors' or the public level; a file of both levels is in no form. */
export function boxOf(bytes: Uint8Array): readonly RecordBoxRow[] | null {
  const audit = readJsonLines(bytes, auditBoxRow);
  if (audit !== null) return audit.map(withHash);
  return readJsonLines(bytes, publicBoxRow)?.map((row) => ({ ...row, box: null, leaf: leafOfHash(row.pk, row.bh) })) ?? null;
}

function withHash({ pk, ps, box, sig }: AuditBoxRow): RecordBoxRow {
  const bh = sha256(box);
  return { pk, ps, bh, sig, box, leaf: leafOfHash(pk, bh) };
}
