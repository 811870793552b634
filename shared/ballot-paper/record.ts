import { z } from 'zod/mini';
import { leafOfHash } from './ballot.ts';
import { type ReadBoard, readBoard } from './board.ts';
import type { Bytes } from './bytes.ts';
import { sha256 } from './hash.ts';
import { readJson } from './json.ts';
import { type Manifest, manifestHash, readManifest } from './manifest.ts';
import { type OutcomeFile, readOutcome } from './outcome-file.ts';
import {
  type AuditBoxRow, type IssueRow, type KeyRow, type PaperRow, type PublicBoxRow, type RecordSignatures,
  type ReissuedRow, type RollRow, auditBoxRow, issueRow, keyRow, paperRow, publicBoxRow, readJsonLines, recordSignatures,
  reissuedRow, rollRow,
} from './record-file.ts';
import { type TreeHead, readTreeHead } from './tree-head.ts';

/** The files of every election record (核验包) of one round. */
export const RECORD_FILES = [
  'manifest.json', 'sth.json', 'board.txt', 'outcome.json', 'sigs.json', 'roll.json', 'issue.jsonl', 'box.jsonl',
] as const;

/** Only where letters were made anew or printed ballots handed out; the tree head then binds them. */
export const OPTIONAL_FILES = ['reissued.jsonl', 'paper.jsonl'] as const;

/** All there is of a round that was counted by hand. */
export const HAND_FILES = ['manifest.json', 'outcome.json', 'sigs.json', 'roll.json'] as const;

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
  /** Empty where there is no such file, null where it cannot be read. */
  readonly reissued: readonly ReissuedRow[] | null;
  readonly paper: readonly PaperRow[] | null;
  /** SHA-256 of the exact bytes of the optional files; null in it for one that is not there. */
  readonly optionalHashes: { readonly reissued: Bytes | null; readonly paper: Bytes | null };
  readonly box: readonly RecordBoxRow[] | null;
  /** Null at the public level too. */
  readonly keys: readonly KeyRow[] | null;
};

export type RecordReading = {
  readonly parts: RecordParts;
  readonly missing: readonly string[];
  /** There, but not in their form. */
  readonly unreadable: readonly string[];
  /** There, though a round that was counted by hand has no such file. */
  readonly unexpected: readonly string[];
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
    reissued: readJsonLines(bytes('reissued.jsonl'), reissuedRow),
    paper: readJsonLines(bytes('paper.jsonl'), paperRow),
    optionalHashes: { reissued: hash('reissued.jsonl'), paper: hash('paper.jsonl') },
    box: files.has('box.jsonl') ? boxOf(bytes('box.jsonl')) : null,
    keys: listOf(z.array(keyRow), bytes(KEYS_FILE)),
  };
  return { parts, ...faultsOf(files, parts) };
}

/** Whether the outcome says that the round was counted by hand. */
export function isCountedByHand({ outcome }: Pick<RecordParts, 'outcome'>): boolean {
  return outcome?.hand === true;
}

function faultsOf(files: RecordFiles, parts: RecordParts): Omit<RecordReading, 'parts'> {
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
    'reissued.jsonl': parts.reissued,
    'paper.jsonl': parts.paper,
    [KEYS_FILE]: parts.keys,
  };
  const known = [...RECORD_FILES, ...OPTIONAL_FILES, KEYS_FILE];
  const wanted: readonly string[] = isCountedByHand(parts) ? HAND_FILES : RECORD_FILES;
  return {
    missing: wanted.filter((name) => !files.has(name)),
    unreadable: known.filter((name) => files.has(name) && read[name] === null),
    unexpected: isCountedByHand(parts) ? known.filter((name) => files.has(name) && !wanted.includes(name)) : [],
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
